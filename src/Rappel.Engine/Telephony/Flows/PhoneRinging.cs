using Rappel.Core.Acd;
using Rappel.Sip.UserAgents;

namespace Rappel.Engine.Telephony.Flows;

/// <summary>
/// Rings one user's phones: the newest, and where that cannot be reached the next. A page that is being loaded again is waited for, for as long
/// as its registration is kept. Once a phone answers, its leg is the owner's.
/// </summary>
/// <param name="describe">Gives the call its target, for the phone it goes to.</param>
internal sealed class PhoneRinging(
    EngineContext context, string user, ILegOwner owner, WorkId? work, Func<Binding, ReadOnlyMemory<byte>, OutgoingCall> describe) : ILegOwner, IAwaitsPhone
{
    private Binding? _rung;
    private List<Binding>? _before;
    private Agenda.Appointment? _silence;
    private LegFailure _failure = new(480, null, Local: true);
    private bool _over;

    /// <summary>For whom the phone rings.</summary>
    public WorkId? Work { get; } = work;

    public string User { get; } = user;

    /// <summary>Of the phone that rings, or has answered; null while none does.</summary>
    public Leg? Leg { get; private set; }

    /// <summary>False where the user has no phone, or no media port is left.</summary>
    public bool TryBegin() => TryNext();

    /// <summary>Nothing rings any more; whoever answered is hung up on.</summary>
    public void Stop()
    {
        GiveUp();
        context.Legs.Hangup(Leg);
    }

    /// <summary>A page that was waited for may be back, or the time it may take to come back be over.</summary>
    public void Look()
    {
        if (!_over && Leg is null && !TryNext())
        {
            Fail();
        }
    }

    public void Progressed(Leg leg, int status) => owner.Progressed(leg, status);

    public void Up(Leg leg)
    {
        GiveUp();
        leg.Owner = owner;
        owner.Up(leg);
    }

    public void Failed(Leg leg, LegFailure failure)
    {
        _silence?.Cancel();
        _failure = failure;
        Leg = null;
        if (!IsOutOfReach(failure) || !TryNext())
        {
            Leg = leg;
            Fail();
        }
    }

    /// <summary>It came to an end before it was up: nothing more is to be expected of it.</summary>
    public void Ended(Leg leg, EndCause cause) => Failed(leg, new LegFailure(480, null, Local: false));

    /// <summary>Nobody said no: the phone is not there. 430: the way to it has failed (RFC 5626 §11.3).</summary>
    private static bool IsOutOfReach(LegFailure failure) =>
        failure is { Local: true, Status: not 488 } or { Status: 404 or 408 or 410 or 430 or 503 };

    private bool TryNext()
    {
        if (_rung is not null)
        {
            (_before ??= []).Add(_rung);
            _rung = null;
        }

        var bindings = context.UserAgent.BindingsOf(User);
        foreach (var binding in bindings)
        {
            if (!binding.Flow.IsLost && _before?.Exists(b => b.Flow == binding.Flow && b.Contact == binding.Contact) != true)
            {
                return TryRing(binding, isLast: bindings.Count == 1);
            }
        }

        if (bindings is not [.., { Flow.IsLost: true }])
        {
            return false;
        }

        context.Flows.Await(this);
        return true;
    }

    private bool TryRing(Binding binding, bool isLast)
    {
        if (!context.Legs.TryDial(null, this, offer => describe(binding, offer), out var leg))
        {
            return false;
        }

        _rung = binding;
        Leg = leg;
        leg.Agent = context.Configuration.Agents.ContainsKey(User) ? User : null;
        _silence = isLast ? null : context.Agenda.At(context.Now + EngineLimits.PhoneSilence, Silent);
        return true;
    }

    private void Silent()
    {
        if (Leg is { IsOver: false } leg && !context.UserAgent.HasHeard(leg.Sip))
        {
            context.Legs.Hangup(leg);
            Failed(leg, new LegFailure(408, null, Local: true));
        }
    }

    private void Fail()
    {
        GiveUp();
        owner.Failed(Leg!, _failure);
    }

    private void GiveUp()
    {
        _over = true;
        _silence?.Cancel();
        context.Flows.Forget(this);
    }
}
