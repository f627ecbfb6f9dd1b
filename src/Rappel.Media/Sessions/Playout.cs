using System.Collections.Immutable;
using Rappel.Media.Codecs;

namespace Rappel.Media.Sessions;

/// <summary>What plays to a session, and how far it has come.</summary>
internal sealed class Playout
{
    private ImmutableArray<AudioClip> _clips = [];
    private bool _loop;
    private int _index;
    private int _position;
    private int? _token;

    /// <summary>Whether there is audio for the next beat.</summary>
    public bool Active => _index < _clips.Length;

    public void Once(int token, ImmutableArray<AudioClip> clips)
    {
        Begin(clips, false);
        _token = token;
    }

    public void Loop(AudioClip clip) => Begin(clip.Samples.IsEmpty ? [] : [clip], true);

    public void Stop() => Begin([], false);

    /// <summary>True once, when what was to be played once has been.</summary>
    public bool TryTakeEnd(out int token)
    {
        token = _token ?? 0;
        if (_token is null || Active)
        {
            return false;
        }

        _token = null;
        return true;
    }

    /// <summary>One beat of it, coded; silence after its end.</summary>
    public void Fill(G711 codec, Span<byte> frame)
    {
        while (frame.Length > 0 && Active)
        {
            var coded = _clips[_index].Coded(codec).Span;
            var length = Math.Min(frame.Length, coded.Length - _position);
            coded.Slice(_position, length).CopyTo(frame);
            frame = frame[length..];
            Advance(length);
        }

        frame.Fill(G711Codec.SilenceOf(codec));
    }

    /// <summary>Time passes where nothing may be sent.</summary>
    public void Pass(int samples)
    {
        while (samples > 0 && Active)
        {
            var length = Math.Min(samples, _clips[_index].Samples.Length - _position);
            samples -= length;
            Advance(length);
        }
    }

    private void Begin(ImmutableArray<AudioClip> clips, bool loop)
    {
        _clips = clips;
        _loop = loop;
        _index = 0;
        _position = 0;
        _token = null;
        SkipEmpty();
    }

    private void Advance(int samples)
    {
        _position += samples;
        SkipEmpty();
    }

    private void SkipEmpty()
    {
        while (_index < _clips.Length && _position >= _clips[_index].Samples.Length)
        {
            _position = 0;
            _index = _loop ? 0 : _index + 1;
        }
    }
}
