using System.Collections.Immutable;
using Rappel.Core.Callbacks;
using Rappel.Core.Calls;
using Rappel.Core.Config;

namespace Rappel.Tests.Core.Callbacks;

/// <summary>A callback book with a clock to turn, and everything it said.</summary>
internal sealed class BookUnderTest
{
    public const string Queue = "nurse-callbacks";
    public const string Agent = "1001";

    public static readonly CallbackTerms Terms = new(
        Queue, null, "north-america", Attempts: 3, RetryDelay: TimeSpan.FromMinutes(5), CancelAfter: TimeSpan.FromHours(4),
        RingTime: TimeSpan.FromSeconds(30), AgentNoAnswerUsesAttempt: true);

    public static readonly Instant Start = new(2025, 3, 3, 14, 0, 0, TimeSpan.Zero);

    public CallbackBook Book { get; } = new();

    public Instant Now { get; set; } = Start;

    public List<CallbackOutput> Told { get; } = [];

    /// <summary>The row of each request as it was told last.</summary>
    public Dictionary<CallbackId, CallbackRequest> Rows { get; } = [];

    public Dictionary<(CallbackId, int), CallbackAttempt> Attempts { get; } = [];

    /// <summary>What is in line, as whoever listens knows it.</summary>
    public HashSet<CallbackId> Line { get; } = [];

    /// <summary>What EnteredLine told of those in line.</summary>
    public Dictionary<CallbackId, CallbackRequest> Standing { get; } = [];

    /// <summary>What was said of hours, in order: an owner that starts anew says it again.</summary>
    public List<CallbackInput.HoursChanged> Hours { get; } = [];

    public IReadOnlyList<CallbackOutput> Do(CallbackInput input)
    {
        if (input is CallbackInput.HoursChanged hours)
        {
            Hours.RemoveAll(h => h.Queue == hours.Queue && h.TimeZone == hours.TimeZone);
            Hours.Add(hours);
        }

        Book.Handle(Now, input);
        return Drain();
    }

    public IReadOnlyList<CallbackOutput> After(TimeSpan time)
    {
        Now += time;
        return Do(new CallbackInput.TimePassed());
    }

    public IReadOnlyList<CallbackOutput> Drain()
    {
        var fresh = new List<CallbackOutput>();
        while (Book.TryTake(out var output))
        {
            fresh.Add(output);
            switch (output)
            {
                case CallbackOutput.Changed changed:
                    Rows[changed.Request.Id] = changed.Request;
                    if (changed.Event == CallbackEvents.OfferAccepted)
                    {
                        Line.Remove(changed.Request.Id);
                    }

                    if (changed.Attempt is { } attempt)
                    {
                        Attempts[(attempt.Callback, attempt.Serial)] = attempt;
                    }

                    break;
                case CallbackOutput.EnteredLine entered:
                    Assert.True(Line.Add(entered.Request.Id) || fresh.OfType<CallbackOutput.Changed>().Any(c =>
                        c.Request.Id == entered.Request.Id && c.Attempt?.Outcome == AttemptOutcome.AgentDidNotAnswer), "In line once.");
                    Standing[entered.Request.Id] = entered.Request;
                    break;
                case CallbackOutput.LeftLine left:
                    Line.Remove(left.Id);
                    break;
                default:
                    break;
            }
        }

        Told.AddRange(fresh);
        return fresh;
    }

    public static CallbackInput.Request Request(
        long id, string number = "+15145550001", CallbackTerms? terms = null, Instant? place = null, int cap = 1000) => new(
        new CallbackId(id), new InteractionId(100 + id), null, TenantId.Default, terms ?? Terms, number, "carrier", null,
        "+15145550100", "fr", null, "nurse-line", CallbackOrigin.Script, place ?? Start, cap, ImmutableDictionary<string, string>.Empty);

    public CallbackId Ask(long id, string number = "+15145550001", CallbackTerms? terms = null, Instant? place = null)
    {
        Do(Request(id, number, terms, place));
        return new CallbackId(id);
    }

    public void Offer(CallbackId id, string agent = Agent) => Do(new CallbackInput.OfferBegan(id, agent));

    /// <summary>Offered, accepted, and the customer's phone rings.</summary>
    public void Ring(CallbackId id)
    {
        Offer(id);
        Do(new CallbackInput.OfferAccepted(id));
        Do(new CallbackInput.RungCustomer(id));
    }

    /// <summary>A whole attempt that fails like this.</summary>
    public void Fail(CallbackId id, AttemptOutcome outcome = AttemptOutcome.Busy)
    {
        Ring(id);
        Do(new CallbackInput.DiallingFailed(id, outcome, null));
    }

    public const string Supervisor = "supervisor";

    /// <summary>The only thing told is that it was refused for this reason, and its row is as before.</summary>
    public void Refused(string reason, CallbackInput input, CallbackId id)
    {
        var before = Rows.GetValueOrDefault(id);
        Assert.Equal([new CallbackOutput.CommandRefused(id, reason)], Do(input));
        Assert.Equal(before, Rows.GetValueOrDefault(id));
    }

    /// <summary>Brings a new request into this status, which is not final.</summary>
    public CallbackId Into(CallbackStatus status, long id = 1, CallbackTerms? terms = null)
    {
        var asked = Ask(id, $"+1514555{id:0000}", terms);
        switch (status)
        {
            case CallbackStatus.Offering:
                Offer(asked);
                break;
            case CallbackStatus.Dialling:
                Ring(asked);
                break;
            case CallbackStatus.Connected:
                Ring(asked);
                Do(new CallbackInput.CustomerConnected(asked));
                break;
            case CallbackStatus.Delayed:
                Fail(asked);
                break;
            default:
                break;
        }

        Assert.Equal(status, Rows[asked].Status);
        return asked;
    }

    /// <summary>They talked and hung up, and the agent is in wrap-up.</summary>
    public CallbackId Decided(CallbackDecision? decision, CallbackTerms? terms = null)
    {
        var id = Into(CallbackStatus.Connected, terms: terms);
        Do(new CallbackInput.CallEnded(id) { AwaitsOutcome = true });
        if (decision is not null)
        {
            Do(new CallbackInput.Decide(id, Agent, decision));
        }

        return id;
    }

    /// <summary>The process dies and another starts from what was told to be stored.</summary>
    public BookUnderTest Restart(TimeSpan downFor = default)
    {
        var next = new BookUnderTest { Now = Now + downFor };
        foreach (var (id, row) in Rows)
        {
            next.Rows[id] = row;
        }

        foreach (var (key, row) in Attempts)
        {
            next.Attempts[key] = row;
        }

        foreach (var hours in Hours)
        {
            next.Do(hours);
        }

        next.Book.Restore(
            next.Now, Rows.Values.Where(r => !r.IsFinal).OrderBy(r => r.Id.Value), Attempts.Values.Where(a => a.Outcome is null));
        next.Drain();
        return next;
    }
}
