namespace Rappel.Server.Configuration.Yaml;

/// <summary>Lines put in the place of others.</summary>
/// <param name="From">The first that goes.</param>
/// <param name="To">The first after it that stays; where it equals <paramref name="From"/> nothing goes.</param>
/// <param name="Text">Whole lines, each ended by a line feed.</param>
internal readonly record struct LineEdit(int From, int To, string Text);
