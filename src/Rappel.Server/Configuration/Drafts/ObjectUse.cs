namespace Rappel.Server.Configuration.Drafts;

/// <summary>A place where an object is named.</summary>
/// <param name="Section">Of the object that names it.</param>
/// <param name="Key">Of the object that names it; empty for the tenant.</param>
/// <param name="Pointer">Into the whole configuration (RFC 6901).</param>
public sealed record ObjectUse(string Section, string Key, string Pointer);
