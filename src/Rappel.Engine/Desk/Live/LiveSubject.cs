namespace Rappel.Engine.Desk.Live;

/// <summary>Who is at the other end.</summary>
/// <param name="Number">Null where withheld.</param>
/// <param name="Name">Null where unknown.</param>
/// <param name="Language">What is spoken with them, such as <c>fr</c>.</param>
public sealed record LiveSubject(string? Number, string? Name, string? Language);
