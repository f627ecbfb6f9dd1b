using Rappel.Core.Callbacks;
using Rappel.Engine.Telephony;

namespace Rappel.Engine.Callbacks;

/// <summary>Whoever has a customer dialled: told of the answer by <see cref="ILegOwner.Up"/>, after which the leg is its own.</summary>
internal interface ICustomerCall : ILegOwner
{
    /// <summary>No trunk reached the customer, or nobody answered there. Not called after Up.</summary>
    /// <param name="status">SIP status of the network's answer; null where it gave none.</param>
    void NotReached(AttemptOutcome outcome, int? status);

    void ILegOwner.Failed(Leg leg, LegFailure failure)
    {
        // The dialling owns the leg until it is up.
    }
}
