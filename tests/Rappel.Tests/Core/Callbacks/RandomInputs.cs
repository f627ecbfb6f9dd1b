using Rappel.Core.Callbacks;
using Rappel.Core.Calls;
using Rappel.Core.Config;

namespace Rappel.Tests.Core.Callbacks;

/// <summary>Any input, mostly about a request that is open.</summary>
internal sealed class RandomInputs(Random random)
{
    public const int Cap = 25;
    public static readonly string[] Queues = [BookUnderTest.Queue, "other-callbacks"];
    public static readonly string?[] Zones = [null, "America/Toronto", "America/Vancouver"];
    private static readonly string[] Holds = [CallbackHold.OnTheLine, CallbackHold.ByHand, CallbackHold.Fault, "tired"];
    private const string Who = BookUnderTest.Supervisor;

    public CallbackInput Next(BookUnderTest world)
    {
        var known = world.Rows.Values.Where(r => !r.IsFinal).ToList();
        var id = known.Count > 0 && random.Next(20) > 0 ? known[random.Next(known.Count)].Id : new CallbackId(random.Next(1, 400));
        return random.Next(23) switch
        {
            0 or 1 or 2 => AnyRequest(world),
            3 or 4 or 5 => new CallbackInput.OfferBegan(id, AnyAgent()),
            6 or 7 => new CallbackInput.OfferAccepted(id),
            8 => random.Next(2) == 0 ? new CallbackInput.OfferTimedOut(id) : new CallbackInput.OfferRejected(id),
            9 => new CallbackInput.RungCustomer(id),
            10 or 11 => new CallbackInput.DiallingFailed(id, One(Enum.GetValues<AttemptOutcome>()), null),
            12 => new CallbackInput.CustomerConnected(id),
            13 => new CallbackInput.CallEnded(id) { AwaitsOutcome = random.Next(3) > 0 },
            21 => AnyOutcome(world, id),
            14 => AnyEnd(id),
            15 => AnyHold(id),
            16 or 17 => AnyRedirection(world, id),
            18 => new CallbackInput.AddNote(id, random.Next(9) > 0 ? "note" : "", Who),
            19 when random.Next(4) == 0 => new CallbackInput.HoursChanged(One(Queues), random.Next(4) > 0) { TimeZone = One(Zones) },
            20 => new CallbackInput.AgentChanged(id, AnyAgent()),
            _ => new CallbackInput.TimePassed(),
        };
    }

    private CallbackInput.Request AnyRequest(BookUnderTest world) => BookUnderTest.Request(
        world.Rows.Count + 1,
        AnyNumber(),
        BookUnderTest.Terms with
        {
            Queue = One(Queues),
            Attempts = random.Next(1, 4),
            RetryDelay = TimeSpan.FromSeconds(random.Next(40, 1200)),
            CancelAfter = TimeSpan.FromSeconds(random.Next(120, 7200)),
            AgentNoAnswerUsesAttempt = random.Next(2) == 0,
            OnMachine = One(Enum.GetValues<MachineAction>()),
            Duplicates = One(Enum.GetValues<DuplicateChoice>()),
        },
        world.Now - TimeSpan.FromSeconds(random.Next(900)),
        Cap) with
    {
        TimeZone = One(Zones),
        Window = random.Next(5) == 0 ? AnyWindow(world.Now) : null,
        AssignedAgent = random.Next(6) == 0 ? AnyAgent() : null,
        Note = random.Next(6) == 0 ? "note" : null,
    };

    private CallbackInput AnyEnd(CallbackId id) => random.Next(5) switch
    {
        0 => new CallbackInput.Cancel(id, "api", "why"),
        1 => new CallbackInput.Serve(id),
        _ => new CallbackInput.Dismiss(id, AnyAgent(), "why"),
    };

    private CallbackInput AnyOutcome(BookUnderTest world, CallbackId any)
    {
        var id = world.Rows.Values.FirstOrDefault(r => r.Status == CallbackStatus.Connected)?.Id ?? any;
        return random.Next(4) == 0
            ? new CallbackInput.Settle(id)
            : new CallbackInput.Decide(id, world.Rows.GetValueOrDefault(id)?.Agent ?? AnyAgent(), random.Next(4) == 0 ? null : new CallbackDecision(
                One(Enum.GetValues<DecidedOutcome>()), random.Next(2) == 0 ? world.Now + TimeSpan.FromSeconds(random.Next(-300, 1800)) : null,
                random.Next(4) == 0 ? new DialledNumber(AnyNumber(), null, One(Zones)) : null, Who, null));
    }

    private CallbackInput AnyHold(CallbackId id) => random.Next(2) == 0
        ? new CallbackInput.Hold(id, One(Holds), Who)
        : new CallbackInput.Release(id, random.Next(2) == 0 ? null : One(Holds), Who);

    private CallbackInput AnyRedirection(BookUnderTest world, CallbackId id) => random.Next(6) switch
    {
        0 => new CallbackInput.Reorder(id, world.Now + TimeSpan.FromSeconds(random.Next(-1800, 600)), Who, "why"),
        1 => new CallbackInput.RetryNow(id, Who, "why"),
        2 => new CallbackInput.Reschedule(id, AnyWindow(world.Now), Who, "why"),
        3 => new CallbackInput.ChangeNumber(id, AnyNumber(), null, One(Zones), Who, "why"),
        4 => new CallbackInput.Assign(id, random.Next(3) == 0 ? null : AnyAgent(), Who, "why"),
        _ => new CallbackInput.Transfer(id, One(Queues), Cap, Who, "why"),
    };

    private CallbackWindow AnyWindow(Instant now)
    {
        var from = now + TimeSpan.FromSeconds(random.Next(-300, 1800));
        return new CallbackWindow(from, from + TimeSpan.FromSeconds(random.Next(60, 3600)));
    }

    private string AnyNumber() => $"+1514555{random.Next(40):0000}";

    private string AnyAgent() => $"{1001 + random.Next(3)}";

    private T One<T>(T[] values) => values[random.Next(values.Length)];
}
