namespace Rappel.Server.Configuration.Drafts.Editing;

/// <summary>Lines of a file.</summary>
/// <param name="From">The first.</param>
/// <param name="To">The first after.</param>
/// <param name="Column">Where the key, or the dash, stands.</param>
internal readonly record struct Span(int From, int To, int Column);
