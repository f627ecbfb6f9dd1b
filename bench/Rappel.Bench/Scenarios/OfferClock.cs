using System.Collections.Concurrent;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;
using Rappel.Acceptance.Chaos;
using Rappel.Bench.Load;

namespace Rappel.Bench.Scenarios;

/// <summary>Hangs up soon after each offer was answered, and takes the time until the phone rings again.</summary>
internal sealed class OfferClock
{
    private static readonly TimeSpan Talk = TimeSpan.FromMilliseconds(60);

    private readonly AgentPhones phones;
    private readonly int wanted;
    private readonly ConcurrentQueue<double> taken = new();
    private long freeAt;

    public OfferClock(AgentPhones phones, int wanted)
    {
        this.phones = phones;
        this.wanted = wanted;
        // The call that rings or is under way is hung up first; its successor is the first that counts.
        var current = phones.Current;
        phones.Rung = Rung;
        if (current is not null)
        {
            HangUp(current);
        }
    }

    /// <summary>Milliseconds.</summary>
    public IReadOnlyCollection<double> Taken => taken;

    public bool Over => taken.Count >= wanted;

    private void Rung(SipText invite, long at)
    {
        if (Interlocked.Exchange(ref freeAt, 0) is > 0 and var since)
        {
            taken.Enqueue(Stopwatch.GetElapsedTime(since, at).TotalMilliseconds);
        }

        if (!Over)
        {
            _ = Task.Delay(Talk).ContinueWith(_ => HangUp(invite), TaskScheduler.Default);
        }
    }

    private void HangUp(SipText invite)
    {
        // Before it is sent: the INVITE may be here before a later line runs.
        Volatile.Write(ref freeAt, Stopwatch.GetTimestamp());
        phones.HangUp(invite);
    }
}
