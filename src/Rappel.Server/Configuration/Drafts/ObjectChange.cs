using System.Collections.Immutable;

namespace Rappel.Server.Configuration.Drafts;

/// <summary>An object that two configurations do not have alike.</summary>
/// <param name="Key">Empty for the tenant.</param>
/// <param name="Name">As people know it: afterwards, or before where it was taken out.</param>
/// <param name="Fields">Of an object that was added or removed: the whole of it.</param>
public sealed record ObjectChange(string Section, string Key, string? Name, ChangeKind Kind, ImmutableArray<FieldChange> Fields);
