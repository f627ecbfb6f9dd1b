using System.Collections.Concurrent;
using System.Threading;
using Microsoft.Extensions.Logging;
using Rappel.Engine;
using Rappel.Media.Sessions;
using Rappel.Server.Net.Media;

namespace Rappel.Server.Net.Dtls;

/// <summary>
/// The handshake of one session, step by step on the thread pool: one takes a millisecond of computing, which the beat of audio has not to spare.
/// </summary>
internal sealed class DtlsLine : IDisposable
{
    private readonly MediaSessionId id;
    private readonly DtlsAssociation association;
    private readonly Func<MediaOrder, bool> post;
    private readonly Action<MediaEvent> tell;
    private readonly ILogger log;
    private readonly ConcurrentQueue<Action> steps = new();
    private readonly Timer timer;
    private int running;
    private bool over;
    private bool closed;

    public DtlsLine(MediaSessionId id, DtlsIdentity identity, SecuredMedia agreed, Func<MediaOrder, bool> post, Action<MediaEvent> tell, ILogger log)
    {
        (this.id, this.post, this.tell, this.log) = (id, post, tell, log);
        Agreed = agreed;
        association = new DtlsAssociation(identity, agreed);
        timer = new Timer(_ => Enqueue(Repeat));
    }

    public SecuredMedia Agreed { get; }

    /// <summary>There is a path now: whoever begins the handshake begins.</summary>
    public void PathFound()
    {
        if (Agreed.Role == DtlsRole.Active)
        {
            Enqueue(() => Step(default));
        }
    }

    public void Received(ReadOnlyMemory<byte> datagram)
    {
        if (steps.Count < DtlsLimits.Waiting)
        {
            Enqueue(() => Step(datagram));
        }
    }

    public void Dispose() => Enqueue(() =>
    {
        over = true;
        timer.Dispose();
        association.Dispose();
    });

    private void Enqueue(Action step)
    {
        steps.Enqueue(step);
        if (Interlocked.Exchange(ref running, 1) == 0)
        {
            ThreadPool.UnsafeQueueUserWorkItem(static line => line.Run(), this, preferLocal: false);
        }
    }

    private void Run()
    {
        do
        {
            while (steps.TryDequeue(out var step))
            {
                if (!over)
                {
                    Try(step);
                }
            }

            Volatile.Write(ref running, 0);
        }
        while (!steps.IsEmpty && Interlocked.Exchange(ref running, 1) == 0);
    }

    private void Try(Action step)
    {
        try
        {
            step();
        }
        catch (Exception fault)
        {
            log.LogError(MediaLogKinds.Secure, fault, "the handshake of {Session} broke", id);
            tell(new SecureEvent.SecuringFailed(id, "a fault of ours in the handshake"));
        }
    }

    private void Step(ReadOnlyMemory<byte> datagram)
    {
        var (keys, failure) = association.Step(datagram.Span);
        Send();
        if (keys is not null)
        {
            post(new MediaOrder.Do(new SecureCommand.Secure(id, keys)));
        }

        if (failure is not null)
        {
            tell(new SecureEvent.SecuringFailed(id, failure));
        }

        if (association.IsClosed && !closed)
        {
            closed = true;
            tell(new SecureEvent.PeerClosed(id));
        }
    }

    private void Repeat()
    {
        association.Repeat();
        Send();
    }

    private void Send()
    {
        if (association.TakeOutgoing() is { Count: > 0 } datagrams)
        {
            post(new MediaOrder.Do(new SecureCommand.SendHandshake(id, datagrams)));
        }

        timer.Change(association.RepeatIn ?? Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }
}
