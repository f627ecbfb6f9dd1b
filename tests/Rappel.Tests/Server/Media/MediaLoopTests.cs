using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Threading.Tasks;
using Rappel.Core.Ivr;
using Rappel.Engine;
using Rappel.Media.Audio;
using Rappel.Media.Codecs;
using Rappel.Media.Rtp;
using Rappel.Media.Sessions;
using Rappel.Tests.Media.Sessions;

namespace Rappel.Tests.Server.Media;

public sealed class MediaLoopTests : IDisposable
{
    private readonly LoopRig _rig = new();
    private readonly Socket _peer = LoopRig.Loopback();
    private readonly Socket _other = LoopRig.Loopback();

    public void Dispose()
    {
        _rig.Dispose();
        _peer.Dispose();
        _other.Dispose();
    }

    [Fact]
    public async Task A_prompt_is_made_played_at_an_even_pace_and_its_end_told()
    {
        var (session, ours) = await _rig.OpenAsync(1, _peer);
        _rig.Loop.Post(new MediaOrder.Speak(session, 7, [new AudioSegment.Speech("hello", "en"), new AudioSegment.Beep()]));
        _rig.Source.Of("hello").SetResult(Wire.Tone(600, 0.5));
        var heard = new List<short>();
        RtpPacket? before = null;
        while (heard.Count(sample => Math.Abs((int)sample) > 1000) < 3000)
        {
            var (header, payload) = await LoopRig.ReceiveAsync(_peer);
            Assert.Equal((1u, 0), (header.Ssrc, header.PayloadType));
            Assert.True(before is null || header.Timestamp - before.Value.Timestamp == 160);
            before = header;
            heard.AddRange(payload.Select(MuLaw.Decode));
        }

        var first = heard.FindIndex(sample => Math.Abs((int)sample) > 1000);
        Assert.InRange(ToneMeter.Share(heard.Skip(first).Take(3000).ToArray(), 600), 0.97, 1);
        Assert.Equal(new MediaEvent.PlayEnded(session, 7), await _rig.HappenedAsync<MediaEvent.PlayEnded>());
        Assert.NotEqual(0, ours.Port);
    }

    [Fact]
    public async Task A_prompt_that_cannot_be_made_still_ends_and_a_superseded_one_does_not()
    {
        var (session, _) = await _rig.OpenAsync(1, _peer);
        _rig.Loop.Post(new MediaOrder.Speak(session, 1, [new AudioSegment.Speech("slow", "en")]));
        _rig.Loop.Post(new MediaOrder.Speak(session, 2, [new AudioSegment.Speech("broken", "en")]));
        _rig.Source.Of("slow").SetResult(Wire.Tone(600, 0.02));
        _rig.Source.Of("broken").SetException(new IOException("no voice"));
        Assert.Equal(2, (await _rig.HappenedAsync<MediaEvent.PlayEnded>()).Token);
        _rig.Loop.Post(new MediaOrder.Speak(session, 3, []));
        Assert.Equal(3, (await _rig.HappenedAsync<MediaEvent.PlayEnded>()).Token);
    }

    [Fact]
    public async Task Two_peers_hear_each_other_through_a_bridge()
    {
        var (one, oneAt) = await _rig.OpenAsync(1, _peer);
        var (other, _) = await _rig.OpenAsync(2, _other, G711.Pcma);
        _rig.Loop.Post(new MediaOrder.Do(new MediaCommand.Bridge(one, other)));
        // A key first: once it is told, the bridge stands.
        var speaker = new Speaker("127.0.0.1", 1, 0, 0xABCD);
        await _peer.SendToAsync(speaker.Press(5, true, 160, true, 101), oneAt);
        Assert.Equal('5', (await _rig.HappenedAsync<MediaEvent.DigitReceived>()).Key);
        var tone = Wire.Tone(900, 0.4).Coded(G711.Pcmu);
        for (var i = 0; i < 20; i++)
        {
            await _peer.SendToAsync(speaker.Say(tone.Span.Slice(i * 160, 160)), oneAt);
        }

        var heard = new List<short>();
        while (heard.Count < 3200)
        {
            var (header, payload) = await LoopRig.ReceiveAsync(_other);
            if (header.PayloadType == 8 && payload.Any(code => code != ALaw.Silence))
            {
                heard.AddRange(payload.Select(ALaw.Decode));
            }
        }

        Assert.InRange(ToneMeter.Share(heard.ToArray(), 900), 0.97, 1);
    }

    [Fact]
    public async Task A_recording_is_whole_on_disk_when_its_end_is_told()
    {
        var (session, ours) = await _rig.OpenAsync(1, _peer);
        _rig.Loop.Post(new MediaOrder.Record(session, 33, "voicemail/a/33.wav", TimeSpan.FromMinutes(1), TimeSpan.Zero));
        var speaker = new Speaker("127.0.0.1", 1, 0, 0xABCD);
        var tone = Wire.Tone(900, 0.4).Coded(G711.Pcmu);
        for (var i = 0; i < 20; i++)
        {
            await LoopRig.ReceiveAsync(_peer);
            await _peer.SendToAsync(speaker.Say(tone.Span.Slice(i * 160, 160)), ours);
        }

        await _peer.SendToAsync(speaker.Press(1, true, 160, true, 101), ours);
        await _rig.HappenedAsync<MediaEvent.DigitReceived>();
        _rig.Loop.Post(new MediaOrder.Close(session));
        var ended = await _rig.HappenedAsync<MediaEvent.RecordingEnded>();
        Assert.Equal((33, RecordingEnd.SessionClosed), (ended.Recording, ended.Why));
        var bytes = await File.ReadAllBytesAsync(Path.Combine(_rig.Folder, "voicemail/a/33.wav"), TestContext.Current.CancellationToken);
        Assert.True(WavReader.TryRead(bytes, "x", out var clip, out _));
        Assert.Equal(ended.Length, clip!.Duration);
        Assert.True(ToneMeter.Amplitude(clip.Samples.Span, 900) > 1000);
    }

    [Fact]
    public async Task A_recording_that_cannot_be_written_ends_with_no_length()
    {
        var (session, _) = await _rig.OpenAsync(1, _peer);
        _rig.Loop.Post(new MediaOrder.Record(session, 34, "../outside.wav", TimeSpan.FromMilliseconds(100), TimeSpan.Zero));
        var ended = await _rig.HappenedAsync<MediaEvent.RecordingEnded>();
        Assert.Equal((TimeSpan.Zero, RecordingEnd.MaximumLength), (ended.Length, ended.Why));
        Assert.False(File.Exists(Path.Combine(_rig.Folder, "../outside.wav")));
    }

    [Fact]
    public async Task Who_waits_on_a_session_that_is_not_open_is_told_the_end_at_once()
    {
        var nobody = new MediaSessionId(99);
        _rig.Loop.Post(new MediaOrder.Speak(nobody, 4, [new AudioSegment.Beep()]));
        _rig.Loop.Post(new MediaOrder.Record(nobody, 5, "x.wav", TimeSpan.FromSeconds(1), TimeSpan.Zero));
        Assert.Equal(new MediaEvent.PlayEnded(nobody, 4), await _rig.HappenedAsync<MediaEvent.PlayEnded>());
        var ended = await _rig.HappenedAsync<MediaEvent.RecordingEnded>();
        Assert.Equal((5, TimeSpan.Zero), (ended.Recording, ended.Length));
        _rig.Loop.Post(new MediaOrder.Do(new MediaCommand.ListenForGreeting(nobody, 6)));
        var heard = await _rig.HappenedAsync<MediaEvent.GreetingHeard>();
        Assert.Equal((6, GreetingVerdict.Silence), (heard.Token, heard.Verdict));
        Assert.Equal(6, (await _rig.HappenedAsync<MediaEvent.GreetingOver>()).Token);
    }

    [Fact]
    public async Task Ending_the_loop_closes_recordings_and_frees_the_ports()
    {
        var (session, ours) = await _rig.OpenAsync(1, _peer);
        _rig.Loop.Post(new MediaOrder.Record(session, 35, "35.wav", TimeSpan.FromMinutes(1), TimeSpan.Zero));

        // Beats go on until it has begun: packets may lie here from before.
        while (!File.Exists(Path.Combine(_rig.Folder, "35.wav")))
        {
            await LoopRig.ReceiveAsync(_peer);
        }

        _rig.Loop.Dispose();
        Assert.Equal(35, (await _rig.HappenedAsync<MediaEvent.RecordingEnded>()).Recording);
        using var again = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        again.Bind(ours);
        Assert.Equal(ours.Port, ((IPEndPoint)again.LocalEndPoint!).Port);
    }
}
