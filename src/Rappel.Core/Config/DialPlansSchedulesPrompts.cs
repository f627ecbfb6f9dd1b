using System.Collections.Immutable;

namespace Rappel.Core.Config;

/// <summary>Ordered rules; the first that matches decides. Matching is in <c>Numbers.DialPlan</c>.</summary>
public sealed record DialPlanSnapshot(string Key, string Name, ImmutableArray<DialRuleSnapshot> Rules);

/// <param name="Pattern">Regular expression over the whole of the number as given; runs non-backtracking.</param>
/// <param name="Rewrite">For dial: result with groups (<c>+1$1</c>); null keeps the number as it is.</param>
/// <param name="Refusal">For refuse: the reason, in words; null for a rule that dials.</param>
/// <param name="TimeZone">IANA zone the number lives in; null where not known.</param>
/// <param name="Trunk">Trunk key; null for the first in fail-over order.</param>
/// <param name="AllowReserved">A rule that says otherwise: emergency, premium and own channel numbers are then not refused.</param>
public sealed record DialRuleSnapshot(string Pattern, string? Rewrite, string? Refusal, string? TimeZone, string? Trunk, bool AllowReserved);

/// <summary>Hours. Evaluated in <c>Schedules.ScheduleClock</c>.</summary>
/// <param name="TimeZone">IANA zone, for example <c>America/Toronto</c>.</param>
public sealed record ScheduleSnapshot(
    string Key,
    string Name,
    string TimeZone,
    ImmutableArray<WeeklyInterval> Weekly,
    ImmutableArray<ScheduleException> Exceptions);

/// <summary>Open (or a numbered treatment) from <paramref name="From"/> to <paramref name="To"/>, local time. To of 00:00 is the day's end.</summary>
/// <param name="Treatment">0 for open, 1-6 for exit #1-#6.</param>
public sealed record WeeklyInterval(DayOfWeek Day, TimeOnly From, TimeOnly To, int Treatment);

/// <summary>One date with hours of its own; no intervals means closed all day.</summary>
public sealed record ScheduleException(DateOnly Date, ImmutableArray<(TimeOnly From, TimeOnly To, int Treatment)> Intervals);

/// <summary>Something to say: recorded or spoken, per language.</summary>
public sealed record PromptSnapshot(string Key, string Name, ImmutableDictionary<string, PromptAudio> ByLanguage);

/// <summary>Exactly one of the two is set.</summary>
/// <param name="Text">Text with <c>$variables</c>, for the speech engine.</param>
/// <param name="File">WAV file, relative to the configuration folder.</param>
public sealed record PromptAudio(string? Text, string? File);
