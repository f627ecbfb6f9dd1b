using System.Collections.Immutable;
using Rappel.Core.Callbacks;

namespace Rappel.Core.Config;

/// <summary>A form on somebody's web pages by which customers ask to be called.</summary>
/// <param name="Terms">Of the requests it makes.</param>
/// <param name="InboundQueue">Whose expected wait is shown; null for none.</param>
/// <param name="Languages">The first is spoken where a page says none of them.</param>
/// <param name="Origins">Of the pages it may stand on: <c>https://www.example.net</c>.</param>
/// <param name="Color">Of its button: <c>#0b6e4f</c>; null for ours.</param>
public sealed record WidgetSnapshot(
    string Key, string Name, CallbackTerms Terms, string? InboundQueue, ImmutableArray<string> Languages, ImmutableArray<string> Origins, string? Color, bool Enabled);
