namespace Rappel.Media.Sessions;

/// <summary>What a session records. Beats are its clock; it writes a little behind it, so that late packets find their place.</summary>
internal abstract class Tape(MediaOutbox outbox, MediaSessionId session, long recording, TimeSpan maximumLength, int tracks)
{
    private const int Chunk = MediaLimits.SampleRate;
    private static readonly int Delay = Samples(MediaLimits.RecordingDelay);
    private readonly TapeTrack[] _tracks = [.. Enumerable.Range(0, tracks).Select(_ => new TapeTrack(2 * Chunk))];
    private readonly long _maximum = Math.Max(0, Samples(maximumLength));
    private long _flushed;

    /// <summary>Samples that have passed.</summary>
    protected long Clock { get; private set; }

    protected TapeTrack Track(int index) => _tracks[index];

    /// <summary>One packet of the session's peer.</summary>
    /// <param name="isHeard">Whether anybody hears it.</param>
    public abstract void Hear(uint ssrc, uint timestamp, G711 codec, ReadOnlySpan<byte> payload, bool isHeard);

    /// <summary>One packet that the session's peer is about to hear.</summary>
    public virtual void HearOther(uint ssrc, uint timestamp, G711 codec, ReadOnlySpan<byte> payload)
    {
    }

    /// <summary>One beat of what the session's peer is about to hear.</summary>
    public virtual void HearOther(ReadOnlySpan<short> frame)
    {
    }

    /// <summary>Whether what is heard is kept, or silence in its place.</summary>
    public virtual void Pause(bool paused)
    {
    }

    /// <summary>20 ms have passed. True where the recording is over.</summary>
    public bool Beat(out RecordingEnd why)
    {
        Clock += MediaLimits.SamplesPerPacket;
        why = Clock >= _maximum ? RecordingEnd.MaximumLength : RecordingEnd.Silence;
        if (Clock >= _maximum || IsSilent)
        {
            return true;
        }

        if (Clock - _flushed >= Chunk + Delay)
        {
            Flush(Chunk);
        }

        return false;
    }

    /// <summary>Lets go of what is left, and tells the end.</summary>
    public void End(RecordingEnd why)
    {
        var length = Math.Min(Clock, _maximum);
        while (_flushed < length)
        {
            Flush((int)Math.Min(Chunk, length - _flushed));
        }

        outbox.Tell(new MediaEvent.RecordingEnded(session, recording, TimeSpan.FromSeconds(LengthOf(length) / (double)MediaLimits.SampleRate), why));
    }

    /// <summary>Nothing has been said for so long that it is over.</summary>
    protected virtual bool IsSilent => false;

    /// <summary>What is told as its length, in samples.</summary>
    protected virtual long LengthOf(long samples) => samples;

    protected static int Samples(TimeSpan time) => (int)Math.Clamp(time.Ticks / (TimeSpan.TicksPerSecond / MediaLimits.SampleRate), 0, int.MaxValue);

    private void Flush(int samples)
    {
        var bytes = new byte[samples * 2 * _tracks.Length];
        for (var track = 0; track < _tracks.Length; track++)
        {
            _tracks[track].Take(samples, bytes, track, _tracks.Length);
        }

        _flushed += samples;
        outbox.Tell(new MediaEvent.Recorded(session, recording, bytes));
    }
}
