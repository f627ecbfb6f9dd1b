namespace Rappel.Engine.Admission;

/// <summary>What becomes of a new call.</summary>
public enum AdmissionState
{
    /// <summary>All are taken.</summary>
    Open,

    /// <summary>As many a second are taken as can be served, the others are refused.</summary>
    Shedding,

    /// <summary>None is taken: a bound is passed that must not be, whatever the rate.</summary>
    Closed,
}

/// <summary>Which reading asks for fewer calls.</summary>
public enum LoadCause
{
    None,

    /// <summary>Inputs wait for the engine.</summary>
    Engine,

    /// <summary>Audio is late.</summary>
    Media,

    /// <summary>The store does not keep up.</summary>
    Commits,

    /// <summary>No RTP port is free.</summary>
    Ports,
}
