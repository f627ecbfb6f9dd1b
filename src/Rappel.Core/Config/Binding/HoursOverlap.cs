namespace Rappel.Core.Config.Binding;

/// <summary>Finds hours that say two things of one minute.</summary>
internal static class HoursOverlap
{
    private const int Day = 24 * 60;
    private const int Week = 7 * Day;

    /// <summary>Of a week; its last night runs into its first morning.</summary>
    public static void ReportWeekly(BindingScope scope, List<(WeeklyInterval Interval, SourceMark Mark, string Path)> weekly)
    {
        var stretches = weekly.Select(w => (Start: (int)w.Interval.Day * Day + Minutes(w.Interval.From), Length: Length(w.Interval.From, w.Interval.To),
            w.Mark, w.Path)).OrderBy(s => s.Start).ToArray();
        for (var i = 0; i < stretches.Length; i++)
        {
            for (var j = i + 1; j < stretches.Length; j++)
            {
                var (earlier, later) = (stretches[i], stretches[j]);
                if (later.Start < earlier.Start + earlier.Length || earlier.Start + Week < later.Start + later.Length)
                {
                    // Told at the one written last: that is the one somebody added.
                    var (first, second) = SourceMark.Compare(earlier.Mark, later.Mark) <= 0 ? (earlier, later) : (later, earlier);
                    Report(scope, second.Path, second.Mark, first.Mark);
                }
            }
        }
    }

    /// <summary>Of one date.</summary>
    public static void ReportDay(BindingScope scope, List<Hours> hours, string path)
    {
        var ordered = hours.OrderBy(h => h.From).ToArray();
        for (var i = 1; i < ordered.Length; i++)
        {
            if (Minutes(ordered[i].From) < Minutes(ordered[i - 1].From) + Length(ordered[i - 1].From, ordered[i - 1].To))
            {
                Report(scope, path, ordered[i].Mark, ordered[i - 1].Mark);
            }
        }
    }

    private static void Report(BindingScope scope, string path, SourceMark mark, SourceMark other) =>
        scope.Report(ProblemCode.OverlappingHours, path, mark, new($"these hours overlap those at {other.File}:{other.Line}", $"ces heures chevauchent celles de {other.File}:{other.Line}"),
            new("hours of one schedule do not overlap", "des heures qui ne se chevauchent pas dans un même horaire"));

    private static int Minutes(TimeOnly time) => time.Hour * 60 + time.Minute;

    private static int Length(TimeOnly from, TimeOnly to) => Minutes(to) > Minutes(from) ? Minutes(to) - Minutes(from) : Minutes(to) + Day - Minutes(from);
}
