namespace Rappel.Core.Acd.Waits;

/// <summary>
/// Foretells waits in one line. One instance a line; it is told what happens there and in the lines that its callers compete with. The
/// estimators beside this are those of Ibrahim and Whitt (Real-Time Delay Estimation Based on Delay History, 2009), the moving average, and
/// one of our own; the simulation compares them.
/// </summary>
public interface IExpectedWaitPolicy
{
    /// <summary>An agent accepted work of this line or of one paired with it.</summary>
    /// <param name="waited">Since its place; null where its age says nothing about how fast the line moves (a retried callback).</param>
    /// <param name="stillWaiting">How many are in line afterwards, paired lines included.</param>
    void ServiceBegan(Instant now, TimeSpan? waited, int stillWaiting);

    /// <summary>An agent is done with work of this line or of one paired with it.</summary>
    /// <param name="handled">From the acceptance to the end of wrap-up.</param>
    void ServiceEnded(TimeSpan handled)
    {
    }

    /// <returns>Null while nothing is known.</returns>
    TimeSpan? Estimate(in LineMoment line);
}
