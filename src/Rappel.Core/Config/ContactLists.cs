using System.Collections.Immutable;

namespace Rappel.Core.Config;

/// <summary>People known by their numbers.</summary>
/// <param name="ByNumber">E.164, with the plus sign.</param>
/// <param name="Variables">Names of all the variables that any of the contacts has, without their dollar sign.</param>
public sealed record ContactListSnapshot(
    string Key, string Name, IReadOnlyDictionary<string, Contact> ByNumber, ImmutableArray<string> Variables);

/// <param name="Name">Null where none is given.</param>
/// <param name="Variables">What scripts may say and test once the number was found, by name.</param>
public sealed record Contact(string Number, string? Name, ImmutableDictionary<string, string> Variables);
