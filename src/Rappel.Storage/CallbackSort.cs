namespace Rappel.Storage;

/// <summary>What requests are listed by; those alike by their id.</summary>
public enum CallbackSort
{
    /// <summary>The order of the line.</summary>
    Place,

    /// <summary>When it was asked for.</summary>
    Asked,

    /// <summary>When it expires.</summary>
    Expires,

    /// <summary>When the next attempt may be; those that are not delayed last.</summary>
    Due,

    /// <summary>Attempts used.</summary>
    Attempts,
}
