namespace Rappel.Core.Ivr.Trying;

/// <summary>Bounds of trying a script. A trial is replayed from its beginning each time, so each replay has to be short.</summary>
public static class TrialLimits
{
    /// <summary>Things that happen from outside in one trial: keys, exits, figures, agents.</summary>
    public const int Inputs = 500;

    /// <summary>How long a tried call may last.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromHours(4);

    /// <summary>Events told of one trial. One more stops it there.</summary>
    public const int Events = 5_000;

    /// <summary>
    /// A Callback object that is not answered for by an exit is answered by itself after this long: so that what was asked for can be seen, and
    /// another exit be chosen.
    /// </summary>
    public static readonly TimeSpan CallbackAnswer = TimeSpan.FromSeconds(2);
}
