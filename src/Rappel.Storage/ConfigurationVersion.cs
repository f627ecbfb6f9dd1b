namespace Rappel.Storage;

/// <summary>A published configuration, without its files.</summary>
/// <param name="Number">From 1, without gaps.</param>
/// <param name="Note">What its author says about it; may be empty.</param>
/// <param name="Changes">Objects that differ from the version before; null where nobody counted.</param>
public sealed record ConfigurationVersion(long Number, Instant At, string Who, string Note, ConfigurationOrigin Origin, int? Changes);
