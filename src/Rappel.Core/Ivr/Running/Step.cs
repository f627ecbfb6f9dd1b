namespace Rappel.Core.Ivr.Running;

internal enum StepKind
{
    /// <summary>Wait for an input or the deadline.</summary>
    Stay,

    /// <summary>Go on with the next object of the sequence.</summary>
    Next,

    /// <summary>Take the named exit of this object.</summary>
    Exit,

    /// <summary>Go on at the label.</summary>
    Goto,

    HangUp,
}

/// <summary>Where a run goes from an object.</summary>
internal readonly record struct Step(StepKind Kind, string Name = "")
{
    public static Step Stay => new(StepKind.Stay);

    public static Step Next => new(StepKind.Next);

    public static Step HangUp => new(StepKind.HangUp);

    public static Step Exit(string name) => new(StepKind.Exit, name);

    public static Step Goto(string label) => new(StepKind.Goto, label);
}
