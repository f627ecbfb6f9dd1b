namespace Rappel.Storage;

/// <summary>What a new version is made of. Its number is the latest plus one.</summary>
/// <param name="Files">By path, relative with slashes. The contents must be in the store already.</param>
public sealed record NewVersion(Instant At, string Who, string Note, ConfigurationOrigin Origin, int? Changes, FileTable Files);
