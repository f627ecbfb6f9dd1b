namespace Rappel.Core.Ivr.Trying;

/// <summary>What a tried script is told of the world: the figures of the queue it waits in, or asks about, whichever queue that is.</summary>
/// <param name="Position">Place of the call in its queue, 1 first; counts only while it waits.</param>
/// <param name="ExpectedWait">Null while nothing is known.</param>
/// <param name="Waiting">Calls waiting, and open requests of an outbound queue.</param>
/// <param name="CallbackPending">Whether the caller has an open request.</param>
/// <param name="CallbackPosition">Its place; 0 for none.</param>
/// <param name="CallbackCapReached">Whether the outbound queue has all the requests it may have.</param>
public sealed record TrialFigures(
    int Position, TimeSpan? ExpectedWait, int Waiting, int AgentsLoggedIn, int AgentsFree, bool CallbackPending, int CallbackPosition,
    bool CallbackCapReached)
{
    /// <summary>First in line, nothing known of the wait, one agent logged in and busy.</summary>
    public static readonly TrialFigures Default = new(1, null, 1, 1, 0, false, 0, false);
}
