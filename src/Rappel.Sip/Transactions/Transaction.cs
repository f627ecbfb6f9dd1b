using Rappel.Sip.Transports;

namespace Rappel.Sip.Transactions;

/// <summary>
/// What the four machines share: a state, at most two running timers (one repeats, one ends the state), and outputs to take.
/// No machine needs more than two at once.
/// </summary>
public abstract class Transaction(TransactionTimers timers, Flow flow)
{
    private TransactionOutput? _output;
    private Queue<TransactionOutput>? _further;
    private (TransactionTimer Timer, Instant At)? _repeat;
    private (TransactionTimer Timer, Instant At)? _end;

    public TransactionState State { get; protected set; } = TransactionState.Initial;

    /// <summary>Where its messages go. Changes only where a stream was lost and another is to be opened.</summary>
    public Flow Flow { get; internal set; } = flow;

    public Instant? NextDeadline => (_repeat, _end) switch
    {
        ({ } r, { } e) => r.At < e.At ? r.At : e.At,
        ({ } r, null) => r.At,
        (null, { } e) => e.At,
        _ => null,
    };

    /// <summary>Its place on the clock of its layer.</summary>
    internal Alarm? Alarm { get; set; }

    protected TransactionTimers Timers { get; } = timers;

    /// <summary>A transport that does not lose messages: nothing is sent twice on it.</summary>
    protected bool Reliable => Flow.Transport != SipTransport.Udp;

    public void Handle(Instant now, TransactionInput input)
    {
        if (input is not TransactionInput.TimePassed)
        {
            Step(now, input);
            return;
        }

        // The ending timer goes first: one that is due together with a retransmission makes it pointless.
        if (_end is { } end && end.At <= now)
        {
            _end = null;
            Step(now, new TransactionInput.Fired(end.Timer));
        }

        if (_repeat is { } repeat && repeat.At <= now)
        {
            _repeat = null;
            Step(now, new TransactionInput.Fired(repeat.Timer));
        }
    }

    public bool TryTake(out TransactionOutput output)
    {
        output = _output!;
        _output = null;
        _further?.TryDequeue(out _output);
        return output is not null;
    }

    /// <summary>One step of the machine: a switch on state and input.</summary>
    protected abstract void Step(Instant now, TransactionInput input);

    /// <summary>Most steps put one output or none, so a queue is made only for the second.</summary>
    protected void Put(TransactionOutput output)
    {
        if (_output is null)
        {
            _output = output;
        }
        else
        {
            (_further ??= new()).Enqueue(output);
        }
    }

    protected void Transmit(ReadOnlyMemory<byte> bytes) => Put(new TransactionOutput.Transmit(bytes));

    /// <summary>Arms the timer that repeats a message; not on a reliable transport.</summary>
    protected void Repeat(TransactionTimer timer, Instant now, TimeSpan after)
    {
        if (!Reliable)
        {
            _repeat = (timer, now + after);
        }
    }

    /// <summary>Enters a state, with the timer that ends it; the timers of the old state stop. Zero ends it at once.</summary>
    protected void Enter(TransactionState state, TransactionTimer timer, Instant now, TimeSpan after)
    {
        Enter(after > TimeSpan.Zero ? state : TransactionState.Terminated);
        _end = after > TimeSpan.Zero ? (timer, now + after) : null;
    }

    /// <summary>Enters a state without timers.</summary>
    protected void Enter(TransactionState state)
    {
        State = state;
        _repeat = null;
        _end = null;
    }

    /// <summary>The message is sent no more; the state and its end stay.</summary>
    protected void StopRepeating() => _repeat = null;

    /// <summary>Changes the state and leaves the ending timer as it is.</summary>
    protected void Continue(TransactionState state) => State = state;
}
