using Rappel.Core.Callbacks;

namespace Rappel.Engine.Callbacks;

/// <summary>Whoever wants to know what the customer, or what answered in their place, has to say.</summary>
internal interface ICustomerAsked
{
    /// <summary>The key was pressed. The leg is the owner's again.</summary>
    void Confirmed();

    /// <summary>A machine answered: as far as can be told no agent is needed for this call.</summary>
    void MachineMet();

    /// <summary>The attempt is over: NotConfirmed, AnsweringMachine or MessageLeft.</summary>
    void NotConnected(AttemptOutcome outcome);
}
