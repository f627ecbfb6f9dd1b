using Rappel.Engine.Desk.Live;

namespace Rappel.Engine.Desk.Control;

/// <summary>On whose behalf somebody is called. Not told again once the party is over.</summary>
internal interface IPartyOwner
{
    /// <summary>The phone rings.</summary>
    void Rings(CalledParty party)
    {
    }

    void Answered(CalledParty party);

    /// <summary>It came to nothing. The party is over, and free.</summary>
    /// <param name="why">One of <see cref="PartyFailure"/>.</param>
    void NotReached(CalledParty party, string why);

    /// <summary>Hung up after having answered. The party is over, and free.</summary>
    void Gone(CalledParty party);

    void HoldChanged(CalledParty party);

    void PlayEnded(CalledParty party, int token)
    {
    }

    /// <summary>What it is to the party, where that is more than a call to answer or to hang up; null otherwise.</summary>
    LiveCall? Read(CalledParty party) => null;

    /// <summary>The conversation that the party leads; null where it leads none.</summary>
    Talk? TalkOf(CalledParty party) => null;
}
