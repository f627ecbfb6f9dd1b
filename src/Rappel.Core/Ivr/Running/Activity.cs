namespace Rappel.Core.Ivr.Running;

/// <summary>An object that waits for something: what is said to end, the caller, the clock, or an exit from outside.</summary>
internal abstract class Activity
{
    public Instant? Deadline { get; protected set; }

    /// <summary>So much time did not pass.</summary>
    public void PutOff(TimeSpan by) => Deadline += by;

    public abstract Step Begin(Instant now);

    public virtual Step SpeechEnded(Instant now) => Step.Stay;

    public virtual Step KeyPressed(Instant now, char key) => Step.Stay;

    public virtual Step TimeUp(Instant now) => Step.Stay;

    public virtual Step WebAnswered(Instant now, int token, WebAnswer answer) => Step.Stay;

    public virtual Step Exited(Instant now, string name) => Step.Stay;
}
