namespace Rappel.Server.Web.Bodies;

/// <summary>What an agent may, or must, say a call was about.</summary>
/// <param name="List">Key of the list of codes; null where none is wanted.</param>
/// <param name="Most">How many may be chosen.</param>
public sealed record WorkCodesBody(string? List, bool Mandatory, int Most, IReadOnlyList<string> Chosen);
