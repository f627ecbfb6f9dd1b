namespace Rappel.Media.Dtmf;

/// <summary>
/// Tells each key once, at the first packet that comes of it, whichever that is. Updates and repeated ends carry the timestamp of the
/// key's start (RFC 4733 §2.5.1), so two keys are two timestamps, even of the same key in a row.
/// </summary>
public sealed class TelephoneEventReceiver
{
    /// <summary>
    /// A packet up to this much older than the last key is a late one of an earlier key; one older still comes from a peer whose clock
    /// jumped, and counts. 5 s in timestamp units.
    /// </summary>
    private const int LateWindow = 40_000;

    /// <summary>A key held longer goes on under a new timestamp (RFC 4733 §2.5.1.3).</summary>
    private const int LongestSegment = 0xFFFF;

    private bool _any;
    private uint _ssrc;
    private uint _timestamp;
    private byte _code;
    private bool _ended;

    /// <summary>True with the key where this packet is the first heard of it.</summary>
    public bool Hear(uint ssrc, uint timestamp, TelephoneEvent happened, out char key)
    {
        if (!DtmfKey.TryFromCode(happened.Code, out key))
        {
            return false;
        }

        if (_any && ssrc == _ssrc)
        {
            var ahead = (int)(timestamp - _timestamp);
            if (ahead == 0)
            {
                _ended |= happened.End;
                return false;
            }

            if (ahead is < 0 and > -LateWindow)
            {
                return false;
            }

            if (ahead == LongestSegment && !_ended && happened.Code == _code)
            {
                Remember(ssrc, timestamp, happened);
                return false;
            }
        }

        Remember(ssrc, timestamp, happened);
        return true;
    }

    private void Remember(uint ssrc, uint timestamp, TelephoneEvent happened)
    {
        _any = true;
        _ssrc = ssrc;
        _timestamp = timestamp;
        _code = happened.Code;
        _ended = happened.End;
    }
}
