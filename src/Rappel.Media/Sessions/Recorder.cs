namespace Rappel.Media.Sessions;

/// <summary>A message: what one peer says, until it is silent.</summary>
internal sealed class Recorder(MediaOutbox outbox, MediaCommand.StartRecording order)
    : Tape(outbox, order.Session, order.Recording, order.MaximumLength, tracks: 1)
{
    private readonly long _silence = Samples(order.SilenceLimit);
    private long _voice;
    private bool _heard;

    public override void Hear(uint ssrc, uint timestamp, G711 codec, ReadOnlySpan<byte> payload, bool isHeard)
    {
        if (Track(0).Hear(ssrc, timestamp, codec, payload, Clock) > (long)MediaLimits.SilenceLevel * payload.Length)
        {
            _voice = Clock;
            _heard = true;
        }
    }

    protected override bool IsSilent => _silence > 0 && Clock - _voice >= _silence;

    /// <summary>Silence from beginning to end is told as nothing, however long: nobody should have to listen to it.</summary>
    protected override long LengthOf(long samples) => _heard ? samples : 0;
}
