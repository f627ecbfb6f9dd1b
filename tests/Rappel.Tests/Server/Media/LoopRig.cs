using System.Collections.Concurrent;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging.Abstractions;
using Rappel.Core.Ivr;
using Rappel.Engine;
using Rappel.Media.Rtp;
using Rappel.Media.Sessions;
using Rappel.Server.Hosting;
using Rappel.Server.Net.Media;
using Rappel.Server.Speech;

namespace Rappel.Tests.Server.Media;

/// <summary>A media loop on loopback sockets, with what it tells the engine.</summary>
public sealed class LoopRig : IDisposable
{
    // Not a time any test takes: what a loop that hangs gets before the test fails.
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Channel<EngineInput> _told = Channel.CreateUnbounded<EngineInput>();
    private readonly Queue<int> _ports = new();

    public LoopRig()
    {
        Folder = Directory.CreateTempSubdirectory("rappel-media-").FullName;
        using var probe = Loopback();
        // Ports that others hold are passed over: any place in the upper range will do.
        var first = Math.Min(((IPEndPoint)probe.LocalEndPoint!).Port, 65_000);
        Loop = new MediaLoop(
            new MediaLoopSettings(
                IPAddress.Loopback, first, first + 500, Folder, Source, new Clock(TimeProvider.System, _ => { }), NullLogger.Instance)
            {
                StopTime = Patience, // a busy machine may take longer than what a stopping server waits
            },
            input => _told.Writer.TryWrite(input));
        Loop.Start();
    }

    public MediaLoop Loop { get; }

    public string Folder { get; }

    public FakeSource Source { get; } = new();

    public async Task<int> PortAsync()
    {
        while (_ports.Count == 0)
        {
            if (await NextAsync() is EngineInput.RtpPortReady ready)
            {
                _ports.Enqueue(ready.Port);
            }
        }

        return _ports.Dequeue();
    }

    /// <summary>The next thing told of the given kind; ports are kept for later.</summary>
    public async Task<T> HappenedAsync<T>()
        where T : MediaEvent
    {
        while (true)
        {
            switch (await NextAsync())
            {
                case EngineInput.MediaHappened { Event: T wanted }:
                    return wanted;
                case EngineInput.RtpPortReady ready:
                    _ports.Enqueue(ready.Port);
                    break;
            }
        }
    }

    /// <summary>Opens a session towards a peer, and waits until it is heard there: only then is it sure to listen.</summary>
    public async Task<(MediaSessionId Session, IPEndPoint Ours)> OpenAsync(long id, Socket peer, G711 codec = G711.Pcmu)
    {
        var session = new MediaSessionId(id);
        var port = await PortAsync();
        Loop.Post(new MediaOrder.Open(session, port, (uint)id, 1, 0));
        Loop.Post(new MediaOrder.Do(new MediaCommand.Configure(
            session,
            new MediaParameters(
                "127.0.0.1", ((IPEndPoint)peer.LocalEndPoint!).Port, codec, codec == G711.Pcmu ? 0 : 8, 101, 20, MediaDirection.SendReceive))));
        await ReceiveAsync(peer);
        return (session, new IPEndPoint(IPAddress.Loopback, port));
    }

    public static Socket Loopback()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return socket;
    }

    public static async Task<(RtpPacket Header, byte[] Payload)> ReceiveAsync(Socket peer)
    {
        using var patience = new CancellationTokenSource(Patience);
        var buffer = new byte[2000];
        var length = await peer.ReceiveAsync(buffer, patience.Token);
        Assert.True(RtpPacket.TryRead(buffer.AsSpan(0, length), out var packet));
        return (packet, buffer[packet.PayloadOffset..(packet.PayloadOffset + packet.PayloadLength)]);
    }

    public void Dispose()
    {
        Loop.Dispose();
        Directory.Delete(Folder, true);
    }

    private async Task<EngineInput> NextAsync() => await _told.Reader.ReadAsync().AsTask().WaitAsync(Patience);

    /// <summary>Answers when the test says so.</summary>
    public sealed class FakeSource : IAudioSource
    {
        private readonly ConcurrentDictionary<string, TaskCompletionSource<AudioClip?>> _texts = new();

        public TaskCompletionSource<AudioClip?> Of(string text) =>
            _texts.GetOrAdd(text, _ => new TaskCompletionSource<AudioClip?>(TaskCreationOptions.RunContinuationsAsynchronously));

        public ValueTask<AudioClip?> ResolveAsync(AudioSegment segment, CancellationToken cancellation) =>
            new(Of(((AudioSegment.Speech)segment).Text).Task);
    }
}
