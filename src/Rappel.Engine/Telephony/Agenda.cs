namespace Rappel.Engine.Telephony;

/// <summary>Everything the engine has promised to do later. Same instants run in the order they were made.</summary>
internal sealed class Agenda
{
    /// <summary>Cancelled appointments kept before they are swept, at least.</summary>
    private const int SweepFrom = 1024;

    /// <summary>In whose name appointments are made and kept.</summary>
    public CurrentWork Current { get; init; } = new();

    private readonly PriorityQueue<Appointment, (long Ticks, long Made)> _queue = new();
    private long _made;
    private int _cancelled;

    /// <summary>When the next appointment is; null for none.</summary>
    public Instant? Next
    {
        get
        {
            DropCancelled();
            return _queue.TryPeek(out var next, out _) ? next.At : null;
        }
    }

    /// <param name="byTheWall">True for a time of day; false for the end of a length of time.</param>
    public Appointment At(Instant at, Action action, bool byTheWall = false)
    {
        var appointment = new Appointment(this, at, Current.Continue(action), byTheWall);
        _queue.Enqueue(appointment, (at.UtcTicks, ++_made));
        return appointment;
    }

    /// <summary>Runs what is due. What it makes for now or earlier runs too.</summary>
    public void Run(Instant now)
    {
        while (true)
        {
            DropCancelled();
            if (!_queue.TryPeek(out var next, out _) || next.At > now)
            {
                return;
            }

            _queue.Dequeue();
            next.Run();
        }
    }

    /// <summary>So much time did not pass: lengths of time end later by it.</summary>
    public void PutOff(TimeSpan by)
    {
        var all = _queue.UnorderedItems.ToArray();
        _queue.Clear();
        foreach (var (appointment, (_, made)) in all)
        {
            appointment.PutOff(by);
            _queue.Enqueue(appointment, (appointment.At.UtcTicks, made));
        }
    }

    private void DropCancelled()
    {
        while (_queue.TryPeek(out var next, out _) && next.IsCancelled)
        {
            _queue.Dequeue();
            _cancelled--;
        }
    }

    private void CountCancelled()
    {
        // Most appointments are cancelled long before their time (a ring time, a maximum wait): sweep when they outnumber the living.
        if (++_cancelled > SweepFrom && _cancelled > _queue.Count / 2)
        {
            var living = _queue.UnorderedItems.Where(item => !item.Element.IsCancelled).ToArray();
            _queue.Clear();
            _queue.EnqueueRange(living.Select(item => (item.Element, item.Priority)));
            _cancelled = 0;
        }
    }

    internal sealed class Appointment(Agenda agenda, Instant at, Action action, bool byTheWall)
    {
        private Action? _action = action;

        public Instant At { get; private set; } = at;

        internal void PutOff(TimeSpan by) => At = byTheWall ? At : At + by;

        public bool IsCancelled => _action is null;

        public void Cancel()
        {
            if (_action is not null)
            {
                _action = null;
                agenda.CountCancelled();
            }
        }

        internal void Run()
        {
            var action = _action;
            _action = null;
            action?.Invoke();
        }
    }
}
