namespace Rappel.Storage;

/// <summary>What is being edited.</summary>
/// <param name="BaseVersion">The version it was begun from.</param>
/// <param name="At">Of the last change.</param>
/// <param name="Who">Made the last change.</param>
/// <param name="Files">All of the draft's, not only the changed ones.</param>
public sealed record ConfigurationDraft(long BaseVersion, Instant At, string Who, FileTable Files);
