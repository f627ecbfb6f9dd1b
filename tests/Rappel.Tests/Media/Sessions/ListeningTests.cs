using Rappel.Media.Codecs;
using Rappel.Media.Sessions;
using Rappel.Tests.Media.Greetings;

namespace Rappel.Tests.Media.Sessions;

/// <summary>Person or machine, from packets.</summary>
public sealed class ListeningTests
{
    private readonly Wire _wire = new();

    private IEnumerable<MediaEvent.GreetingHeard> Verdicts => _wire.Events.OfType<MediaEvent.GreetingHeard>();

    private IEnumerable<MediaEvent.GreetingOver> Ends => _wire.Events.OfType<MediaEvent.GreetingOver>();

    [Theory]
    [InlineData(G711.Pcmu, 20)]
    [InlineData(G711.Pcma, 20)]
    [InlineData(G711.Pcma, 30)]
    [InlineData(G711.Pcmu, 60)]
    public void A_person_is_told_in_either_law_and_any_packet_length(G711 law, int packet)
    {
        Answer(law);
        Say(Person(), law, packet);
        var verdict = Assert.Single(Verdicts);
        Assert.Equal((Wire.A, 7, GreetingVerdict.Person), (verdict.Session, verdict.Token, verdict.Verdict));
        Assert.InRange(verdict.After.TotalMilliseconds, 1900, 2200);
        Assert.False(Assert.Single(Ends).Beep);
    }

    [Theory]
    [InlineData(G711.Pcmu)]
    [InlineData(G711.Pcma)]
    public void A_machine_is_told_and_its_beep_after(G711 law)
    {
        Answer(law);
        Say(Machine(), law);
        Assert.Equal(GreetingVerdict.Machine, Assert.Single(Verdicts).Verdict);
        Assert.Equal((7, true), (Assert.Single(Ends).Token, Ends.Single().Beep));
        Assert.True(_wire.Events.IndexOf(Verdicts.Single()) < _wire.Events.IndexOf(Ends.Single()));
    }

    [Fact]
    public void Lost_late_and_swapped_packets_change_nothing()
    {
        Answer(G711.Pcmu);
        Say(Machine(), G711.Pcmu, order: beat => beat % 11 == 3 ? null : beat % 5 == 0 ? beat + 1 : beat % 5 == 1 ? beat - 1 : beat);
        Assert.Equal(GreetingVerdict.Machine, Assert.Single(Verdicts).Verdict);
        Assert.True(Assert.Single(Ends).Beep);
    }

    [Fact]
    public void A_peer_that_sends_nothing_is_silent()
    {
        Answer(G711.Pcmu);
        _wire.Beats(250);
        Assert.Equal(GreetingVerdict.Silence, Assert.Single(Verdicts).Verdict);
        Assert.Single(Ends);
    }

    [Fact]
    public void It_listens_while_it_plays()
    {
        Answer(G711.Pcmu);
        _wire.Do(new MediaCommand.PlayLoop(Wire.A, Wire.Tone(1000, 0.3)));
        Say(Person(), G711.Pcmu);
        Assert.Equal(GreetingVerdict.Person, Assert.Single(Verdicts).Verdict);
        Assert.NotEmpty(_wire.To(Wire.A));
    }

    [Fact]
    public void What_was_said_before_listening_began_does_not_count()
    {
        Answer(G711.Pcmu, listen: false);
        Say(new Sounds().Speech(6000), G711.Pcmu);
        _wire.Do(new MediaCommand.ListenForGreeting(Wire.A, 8));
        _wire.Beats(250);
        Assert.Equal((8, GreetingVerdict.Silence), (Assert.Single(Verdicts).Token, Verdicts.Single().Verdict));
    }

    [Fact]
    public void Stopped_it_tells_nothing()
    {
        Answer(G711.Pcmu);
        _wire.Beats(50);
        _wire.Do(new MediaCommand.StopListening(Wire.A));
        _wire.Beats(2000);
        Assert.Empty(Verdicts);
        Assert.Empty(Ends);
    }

    [Fact]
    public void Begun_anew_it_answers_the_last_token_alone()
    {
        Answer(G711.Pcmu);
        _wire.Beats(50);
        _wire.Do(new MediaCommand.ListenForGreeting(Wire.A, 9));
        _wire.Beats(1700);
        Assert.Equal((9, 4), (Assert.Single(Verdicts).Token, (int)Verdicts.Single().After.TotalSeconds));
        Assert.Equal(9, Assert.Single(Ends).Token);
    }

    [Fact]
    public void A_closed_session_tells_nothing()
    {
        Answer(G711.Pcmu);
        _wire.Do(new MediaCommand.Close(Wire.A));
        _wire.Beats(300);
        _wire.Do(new MediaCommand.ListenForGreeting(Wire.A, 9));
        _wire.Beats(300);
        Assert.Empty(Verdicts);
    }

    private static Sounds Person() => new Sounds().Silence(500).Speech(500).Silence(3000);

    private static Sounds Machine() => new Sounds().Silence(300).Speech(4500).Silence(500).Tone(400, -20, 1000).Silence(2500);

    private void Answer(G711 law, bool listen = true)
    {
        _wire.Open(Wire.A, Wire.At("192.0.2.10", 4000, law));
        if (listen)
        {
            _wire.Do(new MediaCommand.ListenForGreeting(Wire.A, 7));
        }
    }

    /// <summary>One packet at the beat where it is complete.</summary>
    /// <param name="packet">Milliseconds.</param>
    /// <param name="order">Which packet comes at a beat; null for none.</param>
    private void Say(Sounds sounds, G711 law, int packet = 20, Func<int, int?>? order = null)
    {
        var speaker = new Speaker("192.0.2.10", 4000, G711Codec.PayloadTypeOf(law), 0xABCD);
        var coded = new byte[sounds.Audio.Count];
        G711Codec.Encode(law, sounds.Audio.ToArray(), coded);
        var packets = coded.Chunk(packet * 8).Select(payload => speaker.Say(payload)).ToList();
        var said = 0;
        _wire.Beats((coded.Length / 160) + 10, beat =>
        {
            for (; said < packets.Count && said * packet <= beat * 20; said++)
            {
                if ((order is null ? said : order(said)) is { } one && one < packets.Count)
                {
                    _wire.Hear(Wire.A, speaker, packets[one]);
                }
            }
        });
    }
}
