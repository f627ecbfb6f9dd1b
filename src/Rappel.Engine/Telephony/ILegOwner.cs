using Rappel.Media.Sessions;
using Rappel.Sip.UserAgents;

namespace Rappel.Engine.Telephony;

/// <summary>Why an outgoing INVITE came to nothing.</summary>
/// <param name="Status">SIP status.</param>
/// <param name="Q850">Cause from the Reason header; null for none.</param>
/// <param name="Local">No peer said so: timeout, transport failure, media that does not fit.</param>
internal readonly record struct LegFailure(int Status, int? Q850, bool Local);

/// <summary>Who answers for a leg. Not called again once the leg is over.</summary>
internal interface ILegOwner
{
    /// <summary>An outgoing leg rings (180, 183).</summary>
    void Progressed(Leg leg, int status)
    {
    }

    /// <summary>The leg is up: our INVITE was answered and its media fits, or the ACK to our answer came.</summary>
    void Up(Leg leg);

    /// <summary>An outgoing leg came to nothing. It is over.</summary>
    void Failed(Leg leg, LegFailure failure);

    /// <summary>The peer ended it. It is over.</summary>
    void Ended(Leg leg, EndCause cause);

    void KeyPressed(Leg leg, char key)
    {
    }

    void PlayEnded(Leg leg, int token)
    {
    }

    /// <summary>Who answered our call, as far as the audio tells. Only while it is listened for.</summary>
    void GreetingHeard(Leg leg, GreetingVerdict verdict)
    {
    }

    /// <summary>What answered has ended its greeting: a message can be left now.</summary>
    void GreetingOver(Leg leg)
    {
    }

    /// <summary>The peer put us on hold or took us back.</summary>
    void HoldChanged(Leg leg)
    {
    }
}
