using Rappel.Media.Greetings;
using Rappel.Media.Sessions;

namespace Rappel.Tests.Media.Greetings;

public sealed class GreetingEndTests
{
    [Fact]
    public void A_machine_without_a_beep_has_ended_after_two_seconds_of_silence()
    {
        var heard = new Sounds().Speech(7000).Silence(4000).Hear();
        Assert.False(heard.Beep);
        Assert.InRange(heard.Over!.Value, 8900, 9100);
    }

    [Fact]
    public void A_pause_between_sentences_is_not_the_end()
    {
        var sounds = new Sounds().Speech(5000).Silence(1300).Speech(3000).Silence(1300).Speech(2000);
        var end = sounds.Milliseconds;
        Assert.InRange(sounds.Silence(4000).Hear().Over!.Value, end + 1900, end + 2100);
    }

    [Fact]
    public void A_greeting_without_end_is_heard_for_thirty_seconds()
    {
        var heard = new Sounds().Speech(40_000).Hear();
        Assert.Equal((GreetingVerdict.Machine, 30_000, false), (heard.Verdict, heard.Over, heard.Beep));
    }

    [Fact]
    public void Silence_is_over_with_its_verdict()
    {
        var heard = new Sounds().Silence(6000).Hear();
        Assert.Equal((4000, 4000), (heard.After, heard.Over));
    }

    [Fact]
    public void A_beep_after_the_verdict_shows_that_the_person_was_a_machine()
    {
        var heard = new Sounds().Silence(300).Speech(1200).Silence(1300).Tone(400, -20, 1000).Silence(3000).Hear();
        Assert.Equal((GreetingVerdict.Person, true), (heard.Verdict, heard.Beep));
    }

    [Fact]
    public void Verdict_and_end_are_taken_once_and_in_that_order()
    {
        var listener = new GreetingListener();
        for (var i = 0; i < 300; i++)
        {
            listener.HearNothing();
        }

        Assert.False(listener.TryTakeEnd(out _));
        Assert.True(listener.TryTakeVerdict(out var verdict));
        Assert.Equal(GreetingVerdict.Silence, verdict);
        Assert.True(listener.TryTakeEnd(out var beep));
        Assert.False(beep);
        Assert.False(listener.TryTakeVerdict(out _));
        Assert.False(listener.TryTakeEnd(out _));
    }

    [Fact]
    public void Listening_allocates_nothing()
    {
        var listener = new GreetingListener();
        var audio = new Sounds().Speech(3000).Tone(500, -20, 480, 600).Tone(500, -20, 440).Audio.ToArray();
        Hear(listener, audio);
        listener = new GreetingListener();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Hear(listener, audio);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static void Hear(GreetingListener listener, short[] audio)
    {
        for (var at = 0; at < audio.Length; at += 160)
        {
            listener.Hear(audio.AsSpan(at, 160));
            _ = listener.TryTakeVerdict(out _) && listener.TryTakeEnd(out _);
        }
    }
}
