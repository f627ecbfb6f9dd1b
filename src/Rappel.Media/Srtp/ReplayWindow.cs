namespace Rappel.Media.Srtp;

/// <summary>Which of the newest packets have come already (RFC 3711 §3.3.2).</summary>
internal struct ReplayWindow
{
    private UInt128 _seen;
    private ulong _newest;
    private bool _begun;

    /// <summary>True for one that has not come yet and is not too old to tell.</summary>
    public readonly bool IsFresh(ulong index)
    {
        if (!_begun || index > _newest)
        {
            return true;
        }

        var behind = _newest - index;
        return behind < SrtpLimits.ReplayWindow && (_seen >> (int)behind & UInt128.One) == UInt128.Zero;
    }

    /// <summary>An authentic packet with this index, which was fresh.</summary>
    public void Mark(ulong index)
    {
        if (!_begun || index > _newest)
        {
            var ahead = _begun ? index - _newest : SrtpLimits.ReplayWindow;
            _seen = (ahead < SrtpLimits.ReplayWindow ? _seen << (int)ahead : UInt128.Zero) | UInt128.One;
            (_newest, _begun) = (index, true);
        }
        else
        {
            _seen |= UInt128.One << (int)(_newest - index);
        }
    }
}
