namespace Rappel.Core.Acd;

/// <summary>Foretells waits in one line. One instance a line; it is told what happens there and in the lines that its callers compete with.</summary>
public interface IExpectedWaitPolicy
{
    /// <summary>An agent accepted work of this line or of one paired with it.</summary>
    /// <param name="waited">Since its place.</param>
    /// <param name="stillWaiting">How many are in line afterwards, paired lines included.</param>
    void ServiceBegan(Instant now, TimeSpan waited, int stillWaiting);

    /// <param name="position">1 is next.</param>
    /// <returns>Null while nothing is known.</returns>
    TimeSpan? Estimate(int position);
}
