using System.Threading;
using System.Threading.Tasks;
using Rappel.Engine;

namespace Rappel.Server.Hosting;

/// <summary>
/// The live state for those who look: the view that the engine published last, and a new one where that is too old. Nothing is published
/// while nobody looks, and those who look together share one view.
/// </summary>
public sealed class LiveDesk(EngineInbox inbox, TimeProvider time)
{
    private readonly Lock asking = new();
    private volatile Published? last;
    private TaskCompletionSource? wanted;

    /// <summary>The view published last, however old; null before the first.</summary>
    public LiveView? Last => last?.View;

    /// <summary>The view of now, or of a moment ago (<see cref="HostLimits.ViewFresh"/>); null before the first. An older one where the engine
    /// does not answer in time.</summary>
    public async ValueTask<LiveView?> LookAsync(CancellationToken cancelled)
    {
        if (last is not { } seen || time.GetElapsedTime(seen.Ticks) < HostLimits.ViewFresh)
        {
            return Last;
        }

        var next = Want();
        try
        {
            await next.Task.WaitAsync(HostLimits.ViewTime, time, cancelled);
        }
        catch (TimeoutException)
        {
            // Whoever looks next asks again.
            Interlocked.CompareExchange(ref wanted, null, next);
        }

        return Last;
    }

    /// <summary>For the engine's thread.</summary>
    public void Publish(LiveView view)
    {
        last = new Published(view, time.GetTimestamp());
        Interlocked.Exchange(ref wanted, null)?.TrySetResult();
    }

    private TaskCompletionSource Want()
    {
        lock (asking)
        {
            if (Volatile.Read(ref wanted) is { } asked)
            {
                return asked;
            }

            var next = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            Volatile.Write(ref wanted, next);
            inbox.Post(new EngineInput.ViewWanted());
            return next;
        }
    }

    private sealed record Published(LiveView View, long Ticks);
}
