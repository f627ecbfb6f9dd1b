using System.Net.WebSockets;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;
using Rappel.Engine;
using Rappel.Sip.Transports;

namespace Rappel.Server.Net.Sip;

/// <summary>
/// One browser's connection: each message is one WebSocket message (RFC 7118 §4.2), text or binary. A loop reads, another writes what was
/// queued; sending never waits.
/// </summary>
internal sealed class WsConnection(WebSocket socket, Flow flow, FlowIdentity identity, SipIntake intake) : IDisposable
{
    private static readonly byte[] Pong = "\r\n"u8.ToArray();

    private readonly Channel<ReadOnlyMemory<byte>> queued = Channel.CreateUnbounded<ReadOnlyMemory<byte>>(new UnboundedChannelOptions { SingleReader = true });
    private readonly CancellationTokenSource end = new();
    private readonly TaskCompletionSource flushed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int pendingBytes;

    public Flow Flow { get; } = flow;

    public FlowIdentity Identity { get; } = identity;

    /// <summary>False where the browser does not read: the connection is then on its way out.</summary>
    public bool TrySend(ReadOnlyMemory<byte> message)
    {
        if (Interlocked.Add(ref pendingBytes, message.Length) > WsLimits.PendingBytes)
        {
            End();
            return false;
        }

        return queued.Writer.TryWrite(message);
    }

    /// <summary>Runs until either side closes, the network fails, or <paramref name="ended"/> says so.</summary>
    public async Task Run(CancellationToken ended)
    {
        using var stop = ended.Register(() => queued.Writer.TryComplete());
        var writing = Write();
        try
        {
            await Read();
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            // The network, or the browser, is gone.
        }

        queued.Writer.TryComplete();
        await writing;
    }

    /// <summary>Sends what is queued and closes.</summary>
    public Task Finish()
    {
        queued.Writer.TryComplete();
        return flushed.Task;
    }

    /// <summary>At once.</summary>
    public void End()
    {
        try
        {
            end.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It has ended by itself.
        }
    }

    public void Dispose() => end.Dispose();

    private async Task Read()
    {
        var buffer = new byte[WsLimits.Message];
        while (await ReceiveOne(buffer) is { } length)
        {
            // RFC 7118 §6 leaves keep-alives to WebSocket; some send those of RFC 5626 §4.4.1 all the same.
            if (buffer.AsSpan(0, length).SequenceEqual("\r\n\r\n"u8))
            {
                TrySend(Pong);
                continue;
            }

            while (intake.IsFull)
            {
                await Task.Delay(SipNetLimits.Held, end.Token);
            }

            if (intake.Received(Flow, buffer.AsSpan(0, length).ToArray()) is { } answer)
            {
                TrySend(answer.Bytes);
            }
        }
    }

    /// <summary>The length of the next message; null where the browser closed, or sends one that is too long.</summary>
    private async Task<int?> ReceiveOne(byte[] buffer)
    {
        var length = 0;
        while (length < buffer.Length)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(length), end.Token);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            length += part.Count;
            if (part.EndOfMessage)
            {
                return length;
            }
        }

        return null;
    }

    private async Task Write()
    {
        try
        {
            await foreach (var message in queued.Reader.ReadAllAsync(end.Token))
            {
                await socket.SendAsync(message, WebSocketMessageType.Text, true, end.Token);
                Interlocked.Add(ref pendingBytes, -message.Length);
            }

            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, end.Token);
            // The browser says goodbye too, or is not waited for.
            end.CancelAfter(SipNetLimits.LastWords);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            End();
        }
        finally
        {
            flushed.TrySetResult();
        }
    }
}
