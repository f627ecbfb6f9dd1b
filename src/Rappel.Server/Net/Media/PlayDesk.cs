using System.Collections.Immutable;
using Rappel.Core.Ivr;
using Rappel.Engine;
using Rappel.Media.Audio;
using Rappel.Media.Sessions;

namespace Rappel.Server.Net.Media;

/// <summary>
/// Keeps the order of what a session plays while audio is still being made: whatever is ordered later supersedes it. For the media thread
/// alone.
/// </summary>
/// <param name="begin">Starts making audio; <see cref="Resolved"/> is called later with the same turn.</param>
/// <param name="play">To the media machine.</param>
public sealed class PlayDesk(Action<MediaSessionId, long, ImmutableArray<AudioSegment>> begin, Action<MediaCommand> play)
{
    private readonly Dictionary<MediaSessionId, Turn> pending = [];
    private long turns;

    /// <param name="Token">Null for music.</param>
    private readonly record struct Turn(long Number, int? Token);

    /// <summary>Audio being made for sessions still open.</summary>
    public int Pending => pending.Count;

    public void Speak(MediaOrder.Speak order)
    {
        pending.Remove(order.Session);
        var segments = order.Segments.IsDefault ? [] : order.Segments;
        if (AudioResolver.TryBuiltIn(segments, out var clips))
        {
            play(new MediaCommand.Play(order.Session, order.Token, clips));
            return;
        }

        // What was being said must not go on, nor tell its end, while the new prompt is made.
        play(new MediaCommand.StopPlaying(order.Session));
        Begin(order.Session, order.Token, segments);
    }

    public void Music(MediaOrder.Music order)
    {
        pending.Remove(order.Session);
        if (order.Source is { } source)
        {
            play(new MediaCommand.StopPlaying(order.Session));
            Begin(order.Session, null, [source]);
        }
        else
        {
            play(new MediaCommand.PlayLoop(order.Session, BuiltInSounds.Music));
        }
    }

    public void RingingTone(MediaSessionId session)
    {
        pending.Remove(session);
        play(new MediaCommand.PlayLoop(session, BuiltInSounds.RingingTone));
    }

    /// <summary>What is being made for this session is wanted no more.</summary>
    public void Supersede(MediaSessionId session) => pending.Remove(session);

    public void Resolved(ResolvedAudio audio)
    {
        if (!pending.TryGetValue(audio.Session, out var turn) || turn.Number != audio.Turn)
        {
            return;
        }

        pending.Remove(audio.Session);
        play(turn.Token is { } token
            ? new MediaCommand.Play(audio.Session, token, audio.Clips)
            : new MediaCommand.PlayLoop(audio.Session, audio.Clips.Length > 0 ? audio.Clips[0] : BuiltInSounds.Music));
    }

    private void Begin(MediaSessionId session, int? token, ImmutableArray<AudioSegment> segments)
    {
        var turn = new Turn(++turns, token);
        pending[session] = turn;
        begin(session, turn.Number, segments);
    }
}
