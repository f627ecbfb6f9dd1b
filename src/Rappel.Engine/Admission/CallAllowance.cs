namespace Rappel.Engine.Admission;

/// <summary>So many calls a second and, after a pause, a few at once: a token bucket.</summary>
internal struct CallAllowance
{
    private double _calls;
    private Instant _at;

    /// <summary>Full, as after a pause.</summary>
    public CallAllowance(Instant now, double rate)
    {
        _at = now;
        _calls = Depth(rate);
    }

    /// <summary>Takes one call out.</summary>
    /// <returns>False where none is left.</returns>
    public bool TryTake(Instant now, double rate)
    {
        var passed = (now - _at).TotalSeconds;
        if (passed > 0)
        {
            _calls = Math.Min(_calls + (passed * rate), Depth(rate));
            _at = now;
        }

        if (_calls < 1)
        {
            return false;
        }

        _calls--;
        return true;
    }

    private static double Depth(double rate) => Math.Max(AdmissionLimits.SmallestBurst, rate * AdmissionLimits.Burst.TotalSeconds);
}
