using System.Collections.Immutable;
using Rappel.Core.Numbers;

namespace Rappel.Core.Ivr.Trying;

/// <summary>One thing that happened in a trial.</summary>
/// <param name="At">Since its beginning.</param>
/// <param name="Path">Configuration path of the object that ran; of the entry itself before the first.</param>
public abstract record TrialEvent(TimeSpan At, string Path)
{
    public sealed record Entered(TimeSpan At, string Path) : TrialEvent(At, Path);

    /// <param name="Prompt">Key of the prompt, where one and nothing else is said.</param>
    /// <param name="Seconds">How long it lasts where nothing cuts it short.</param>
    /// <param name="IsEstimated">The audio is not there yet; the length was reckoned by <see cref="SpokenLength"/>.</param>
    public sealed record Said(TimeSpan At, string Path, ImmutableArray<AudioSegment> Segments, string? Prompt, TimeSpan Seconds, bool IsEstimated)
        : TrialEvent(At, Path);

    /// <summary>What was being said is cut short here.</summary>
    public sealed record CutShort(TimeSpan At, string Path) : TrialEvent(At, Path);

    /// <param name="Prompt">Prompt key of the queue's music; null for the built-in one.</param>
    public sealed record Music(TimeSpan At, string Path, string? Prompt) : TrialEvent(At, Path);

    /// <param name="IsHeard">Whether a script had an ear for it.</param>
    public sealed record Key(TimeSpan At, string Path, char Digit, bool IsHeard) : TrialEvent(At, Path);

    public sealed record Exit(TimeSpan At, string Path, string Name) : TrialEvent(At, Path);

    public sealed record Language(TimeSpan At, string Path, string Now) : TrialEvent(At, Path);

    /// <param name="Kind">Section of what it goes to, or <c>number</c>.</param>
    /// <param name="Target">Key, or the number as it would be dialled.</param>
    public sealed record Forward(TimeSpan At, string Path, string Kind, string Target, string? Trunk) : TrialEvent(At, Path);

    public sealed record Callback(TimeSpan At, string Path, IvrOutput.RequestCallback Request, PhoneNumber? CallerId) : TrialEvent(At, Path);

    /// <param name="Output">What was asked for: a change of a request, and whatever else an exit answers.</param>
    public sealed record Asked(TimeSpan At, string Path, IvrOutput Output) : TrialEvent(At, Path);

    /// <summary>An agent became free.</summary>
    /// <param name="IsConnected">False where the caller was passed over: protected, on the way out, or not waiting.</param>
    public sealed record Agent(TimeSpan At, string Path, bool IsConnected) : TrialEvent(At, Path);

    public sealed record Problem(TimeSpan At, string Path, string Text) : TrialEvent(At, Path);

    public sealed record HungUp(TimeSpan At, string Path) : TrialEvent(At, Path);
}
