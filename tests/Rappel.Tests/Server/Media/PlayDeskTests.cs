using System.Collections.Immutable;
using Rappel.Core.Ivr;
using Rappel.Engine;
using Rappel.Media.Audio;
using Rappel.Media.Sessions;
using Rappel.Server.Net.Media;

namespace Rappel.Tests.Server.Media;

public class PlayDeskTests
{
    private static readonly MediaSessionId A = new(1);
    private static readonly AudioClip Clip = new("clip", new short[160]);
    private readonly List<(MediaSessionId Session, long Turn)> _begun = [];
    private readonly List<MediaCommand> _played = [];
    private readonly PlayDesk _desk;

    public PlayDeskTests() => _desk = new PlayDesk((session, turn, _) => _begun.Add((session, turn)), _played.Add);

    [Fact]
    public void What_was_said_stops_at_once_and_the_new_prompt_begins_when_it_is_made()
    {
        Speak(1);
        Assert.IsType<MediaCommand.StopPlaying>(Assert.Single(_played));
        Finish(0, Clip);
        Assert.Equal((1, Clip), Played());
        Assert.Equal(0, _desk.Pending);
    }

    [Fact]
    public void A_later_prompt_supersedes_one_still_being_made()
    {
        Speak(1);
        Speak(2);
        Finish(1, Clip);
        Finish(0, Clip);
        Assert.Equal(2, Assert.Single(_played.OfType<MediaCommand.Play>()).Token);
    }

    [Fact]
    public void A_stop_supersedes_a_prompt_still_being_made()
    {
        Speak(1);
        _desk.Supersede(A);
        Finish(0, Clip);
        Assert.Empty(_played.OfType<MediaCommand.Play>());
    }

    [Fact]
    public void A_prompt_that_could_not_be_made_still_ends()
    {
        Speak(1);
        Finish(0);
        Assert.Empty(Assert.Single(_played.OfType<MediaCommand.Play>()).Clips);
    }

    [Fact]
    public void A_beep_waits_for_nothing()
    {
        _desk.Speak(new MediaOrder.Speak(A, 5, [new AudioSegment.Beep()]));
        Assert.Equal((5, BuiltInSounds.Beep), Played());
        Assert.Empty(_begun);
    }

    [Fact]
    public void Music_of_its_own_is_looped_and_the_built_in_music_stands_in()
    {
        _desk.Music(new MediaOrder.Music(A, new AudioSegment.Recording("a.wav")));
        Finish(0, Clip);
        _desk.Music(new MediaOrder.Music(A, new AudioSegment.Recording("missing.wav")));
        Finish(1);
        _desk.Music(new MediaOrder.Music(A, null));
        Assert.Equal([Clip, BuiltInSounds.Music, BuiltInSounds.Music], _played.OfType<MediaCommand.PlayLoop>().Select(loop => loop.Clip));
    }

    private void Speak(int token) => _desk.Speak(new MediaOrder.Speak(A, token, [new AudioSegment.Speech("x", "en")]));

    private void Finish(int index, params ImmutableArray<AudioClip> clips) =>
        _desk.Resolved(new ResolvedAudio(_begun[index].Session, _begun[index].Turn, clips));

    private (int Token, AudioClip Clip) Played()
    {
        var play = _played.OfType<MediaCommand.Play>().Single();
        return (play.Token, play.Clips.Single());
    }
}
