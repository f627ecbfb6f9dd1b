namespace Rappel.Engine.Telephony;

/// <summary>A caller on the way to somebody whom a script chose, or, outside, with them.</summary>
internal interface IForwarding
{
    /// <summary>Of the record, where the caller hangs up now; null while nobody has answered.</summary>
    string? Outcome => null;

    /// <summary>The caller's phone holds, or is back.</summary>
    void HoldChanged()
    {
    }

    /// <summary>The caller hung up.</summary>
    void CallerGone();
}
