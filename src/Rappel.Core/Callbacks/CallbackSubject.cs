using Rappel.Core.Calls;

namespace Rappel.Core.Callbacks;

/// <summary>Which request an input is about.</summary>
internal static class CallbackSubject
{
    /// <summary>The default id, which no request has, for an input about none.</summary>
    public static CallbackId Of(CallbackInput input) => input switch
    {
        CallbackInput.OfferBegan i => i.Id,
        CallbackInput.OfferAccepted i => i.Id,
        CallbackInput.OfferTimedOut i => i.Id,
        CallbackInput.OfferRejected i => i.Id,
        CallbackInput.RungCustomer i => i.Id,
        CallbackInput.AgentChanged i => i.Id,
        CallbackInput.DiallingFailed i => i.Id,
        CallbackInput.CustomerConnected i => i.Id,
        CallbackInput.CallEnded i => i.Id,
        CallbackInput.Decide i => i.Id,
        CallbackInput.Settle i => i.Id,
        CallbackInput.Cancel i => i.Id,
        CallbackInput.Serve i => i.Id,
        CallbackInput.Dismiss i => i.Id,
        CallbackInput.Hold i => i.Id,
        CallbackInput.Release i => i.Id,
        CallbackInput.Reorder i => i.Id,
        CallbackInput.RetryNow i => i.Id,
        CallbackInput.Reschedule i => i.Id,
        CallbackInput.ChangeNumber i => i.Id,
        CallbackInput.Assign i => i.Id,
        CallbackInput.Transfer i => i.Id,
        CallbackInput.AddNote i => i.Id,
        _ => default,
    };
}
