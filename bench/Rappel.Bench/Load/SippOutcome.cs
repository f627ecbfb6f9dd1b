using System.Globalization;
using System.IO;
using Rappel.Measuring;

namespace Rappel.Bench.Load;

/// <summary>What SIPp wrote down of its calls.</summary>
/// <param name="Asked">Calls there should have been.</param>
/// <param name="Carried">Answered, and hung up as they should.</param>
/// <param name="Refused">Answered 503.</param>
/// <param name="SetUps">Milliseconds from the first INVITE of a call to its 200, sorted.</param>
/// <param name="Refusals">To the 503.</param>
/// <param name="AnsweredASecond">Rate of the answers, between the first and the last.</param>
internal sealed record SippOutcome(
    int Asked, int Carried, int Refused, int Repeated, IReadOnlyList<double> SetUps, IReadOnlyList<double> Refusals, double AnsweredASecond)
{
    /// <summary>What SIPp did not get to has failed too.</summary>
    public double ShareFailed => 1 - ((double)Carried / Asked);

    public static SippOutcome Read(string folder, int asked)
    {
        var counted = Counted(Path.Combine(folder, "statistics.csv"));
        var refused = counted("GenericCounter1(C)");
        var times = Times(folder);
        var answers = times.Where(t => t.Which == 1).Select(t => t.At).Order().ToArray();
        return new SippOutcome(
            asked, counted("SuccessfulCall(C)") - refused, refused, counted("Retransmissions(C)"), Sorted(times, 1), Sorted(times, 2),
            answers.Length < 2 ? 0 : (answers.Length - 1) * 1000 / Math.Max(1, answers[^1] - answers[0]));
    }

    /// <summary>Calls under way when SIPp last wrote its statistics, which it does every second.</summary>
    public static int UnderWay(string folder) => Counted(Path.Combine(folder, "statistics.csv"))("CurrentCall");

    public static string Of(IReadOnlyList<double> sorted, double share) =>
        sorted.Count == 0 ? "-" : FormattableString.Invariant($"{Percentile.Of(sorted, share):0} ms");

    private static Func<string, int> Counted(string file)
    {
        var lines = File.Exists(file) ? File.ReadAllLines(file) : [];
        if (lines.Length < 2)
        {
            return _ => 0;
        }

        var (heads, last) = (lines[0].Split(';'), lines[^1].Split(';'));
        return name => Array.IndexOf(heads, name) is >= 0 and var column && column < last.Length ? int.Parse(last[column], CultureInfo.InvariantCulture) : 0;
    }

    /// <summary>SIPp names the file itself: <c>Date_ms;response_time_ms;rtd_no</c>.</summary>
    private static List<(double At, double Took, int Which)> Times(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*_rtt.csv").SelectMany(File.ReadLines).Select(line => line.Split(';'))
            .Where(fields => fields.Length >= 3 && double.TryParse(fields[1], CultureInfo.InvariantCulture, out _))
            .Select(fields => (Number(fields[0]), Number(fields[1]), int.Parse(fields[2], CultureInfo.InvariantCulture))),
    ];

    private static double[] Sorted(List<(double At, double Took, int Which)> times, int which) => [.. times.Where(t => t.Which == which).Select(t => t.Took).Order()];

    private static double Number(string field) => double.Parse(field, CultureInfo.InvariantCulture);
}
