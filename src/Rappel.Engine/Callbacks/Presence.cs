using Rappel.Core.Calls;

namespace Rappel.Engine.Callbacks;

/// <summary>One person on the line with us: the numbers they are known by, and the requests known to be theirs.</summary>
internal sealed class Presence
{
    /// <summary>The callback that they are on the line for; null for a caller. It is not held for itself.</summary>
    public CallbackId? Own { get; init; }

    /// <summary>The number they ring from, or are rung at, in all its forms.</summary>
    public required IReadOnlyList<string> Numbers { get; init; }

    /// <summary>The number they typed to be called back at, in all its forms.</summary>
    public IReadOnlyList<string> Typed { get; set; } = [];

    /// <summary>The typed number that <see cref="Typed"/> is of; null for none.</summary>
    public string? LastTyped { get; set; }

    /// <summary>Requests they made or took the place of in this call, whatever the number.</summary>
    public List<CallbackId> Requests { get; } = [];

    /// <summary>Requests held because of them.</summary>
    public List<CallbackId> Held { get; } = [];
}
