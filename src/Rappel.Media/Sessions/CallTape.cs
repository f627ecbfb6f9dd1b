namespace Rappel.Media.Sessions;

/// <summary>
/// A conversation on two tracks: left what this session's peer says and somebody hears, right what it hears of others. So it follows by
/// itself whoever talks with that peer, by relay or in a mix; what nobody hears (on hold) is not recorded.
/// </summary>
internal sealed class CallTape(MediaOutbox outbox, MediaCommand.RecordCall order)
    : Tape(outbox, order.Session, order.Recording, order.MaximumLength, tracks: 2)
{
    private const int Left = 0;
    private const int Right = 1;
    private bool _paused;

    public override void Hear(uint ssrc, uint timestamp, G711 codec, ReadOnlySpan<byte> payload, bool isHeard)
    {
        if (isHeard && !_paused)
        {
            Track(Left).Hear(ssrc, timestamp, codec, payload, Clock);
        }
    }

    public override void HearOther(uint ssrc, uint timestamp, G711 codec, ReadOnlySpan<byte> payload)
    {
        if (!_paused)
        {
            Track(Right).Hear(ssrc, timestamp, codec, payload, Clock);
        }
    }

    public override void HearOther(ReadOnlySpan<short> frame)
    {
        if (!_paused)
        {
            Track(Right).Hear(frame, Clock);
        }
    }

    public override void Pause(bool paused) => _paused = paused;
}
