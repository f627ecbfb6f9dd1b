using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;
using Rappel.Sip.Transports;

namespace Rappel.Server.Net.Sip;

/// <summary>One TCP connection: a loop that reads and frames, a loop that writes what was queued. Sending never waits.</summary>
internal sealed class TcpConnection : IDisposable
{
    private readonly Socket socket;
    private readonly SipIntake intake;
    private readonly Channel<ReadOnlyMemory<byte>> queued = Channel.CreateUnbounded<ReadOnlyMemory<byte>>(new UnboundedChannelOptions { SingleReader = true });
    private readonly CancellationTokenSource end = new();
    private readonly StreamFramer framer = new();
    private readonly TaskCompletionSource flushed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int pendingBytes;

    public TcpConnection(Socket socket, IPEndPoint peer, long number, SipIntake intake)
    {
        this.socket = socket;
        this.intake = intake;
        Peer = peer;
        var (address, port) = PeerNames.NameOf(peer);
        Flow = new Flow(SipTransport.Tcp, address, port, number);
    }

    public Flow Flow { get; }

    public IPEndPoint Peer { get; }

    /// <summary>False where the peer does not read: the connection is then on its way out.</summary>
    public bool TrySend(ReadOnlyMemory<byte> message)
    {
        if (Interlocked.Add(ref pendingBytes, message.Length) > SipNetLimits.PendingBytes)
        {
            end.Cancel();
            return false;
        }

        return queued.Writer.TryWrite(message);
    }

    /// <summary>Runs until the peer closes, errs or stays silent, or until disposed.</summary>
    /// <param name="connect">True where the connection must be made first.</param>
    public async Task Run(bool connect)
    {
        try
        {
            socket.NoDelay = true;
            socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
            socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, 60);
            if (connect)
            {
                using var patience = CancellationTokenSource.CreateLinkedTokenSource(end.Token);
                patience.CancelAfter(SipNetLimits.ConnectTime);
                await socket.ConnectAsync(Peer, patience.Token);
            }

            var writing = Write();
            await Read(connect);
            queued.Writer.TryComplete();
            end.CancelAfter(SipNetLimits.LastWords);
            await writing;
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // Whatever ended it, the owner tells the engine that the flow is gone.
        }
        finally
        {
            queued.Writer.TryComplete();
            flushed.TrySetResult();
            await end.CancelAsync();
            socket.Dispose();
        }
    }

    /// <summary>Takes nothing more to send; ends when what is queued has gone, or cannot go.</summary>
    public Task Finish()
    {
        queued.Writer.TryComplete();
        return flushed.Task;
    }

    public void Dispose()
    {
        end.Cancel();
        socket.Dispose();
    }

    private async Task Read(bool trusted)
    {
        var buffer = new byte[SipNetLimits.ReadBuffer];
        using var silence = CancellationTokenSource.CreateLinkedTokenSource(end.Token);
        silence.CancelAfter(trusted ? SipNetLimits.Idle : SipNetLimits.FirstMessage);
        while (true)
        {
            while (intake.IsFull)
            {
                // The engine is far behind: not reading makes the peer wait (RFC 3261 §18 relies on TCP for that).
                await Task.Delay(SipNetLimits.Held, end.Token);
            }

            var length = await socket.ReceiveAsync(buffer.AsMemory(), SocketFlags.None, silence.Token);
            if (length == 0)
            {
                return;
            }

            if (!Take(buffer.AsSpan(0, length), out var whole))
            {
                return;
            }

            // What never becomes a message does not keep a connection open.
            if (whole)
            {
                trusted = true;
            }

            if (trusted)
            {
                silence.CancelAfter(SipNetLimits.Idle);
            }
        }
    }

    /// <returns>False where the stream cannot be framed any more.</returns>
    private bool Take(ReadOnlySpan<byte> bytes, out bool whole)
    {
        whole = false;
        framer.Append(bytes);
        while (framer.TryTake(out var item))
        {
            switch (item)
            {
                case StreamItem.Message message:
                    whole = true;
                    if (intake.Received(Flow, message.Bytes) is { } answer)
                    {
                        TrySend(answer.Bytes);
                    }

                    break;
                case StreamItem.Ping:
                    TrySend("\r\n"u8.ToArray());
                    break;
                case StreamItem.Broken:
                    return false;
            }
        }

        return true;
    }

    private async Task Write()
    {
        try
        {
            await foreach (var message in queued.Reader.ReadAllAsync(end.Token))
            {
                var rest = message;
                while (!rest.IsEmpty)
                {
                    rest = rest[await socket.SendAsync(rest, SocketFlags.None, end.Token)..];
                }

                Interlocked.Add(ref pendingBytes, -message.Length);
            }

            socket.Shutdown(SocketShutdown.Send);
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            await end.CancelAsync();
        }
        finally
        {
            flushed.TrySetResult();
        }
    }
}
