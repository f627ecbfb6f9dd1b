using System.Globalization;
using System.Threading.Tasks;
using Rappel.Bench.Backlog;
using Rappel.Bench.Pieces;
using Rappel.Bench.Reporting;
using Rappel.Bench.Scenarios;
using Rappel.Bench.Years;
using Rappel.BenchCheck;

namespace Rappel.Bench;

internal static class Program
{
    private const string Usage = """
        Rappel.Bench            all of it: the table of goals, every piece, accept
        Rappel.Bench WORD...    those whose name contains one of the words: sip, store, media, ...
        Rappel.Bench PART...    parts of the table of goals, of a whole server: queue held agent overload bridged ready pause events sim
        Rappel.Bench table      all of them
        Rappel.Bench accept     requests accepted durably a second, one flush for each and shared flushes
        Rappel.Bench backlog    a whole server starting with up to a million pending requests
        Rappel.Bench year STORE [COUNT [large|acme [DAYS]]]
                                fills a folder, or a PostgreSQL database, with a year of interactions, and asks it for a month
        Rappel.Bench check      counts what the pieces cost and holds it against the baseline
        """;

    private static async Task<int> Main(string[] arguments)
    {
        if (arguments is ["-h" or "--help"])
        {
            Console.WriteLine(Usage);
            return 0;
        }

        return arguments switch
        {
            _ when arguments.Length > 0 && arguments.All(IsScenario) => await ScenarioRun.Run([.. ScenarioRun.All.Where(s => arguments.Contains(s.Name))]),
            ["backlog"] => await BacklogRun.Run(),
            ["backlog", var data] => BacklogParts.Run(data),
            ["accept"] => Accept(),
            ["year", var store] => YearRun.Run(store, 0, "large", 0),
            ["year", var store, var count] => YearRun.Run(store, long.Parse(count, CultureInfo.InvariantCulture), "large", YearRows.Days),
            ["year", var store, var count, var shape] => YearRun.Run(store, long.Parse(count, CultureInfo.InvariantCulture), shape, YearRows.Days),
            ["year", var store, var count, var shape, var days] => YearRun.Run(
                store, long.Parse(count, CultureInfo.InvariantCulture), shape, int.Parse(days, CultureInfo.InvariantCulture)),
            ["check", .. var words] => await CheckRun.Run(words),
            ["count", "bytes", .. var words] => Counting.OfBytes(words),
            ["count", "instructions", .. var words] => Counting.OfInstructions(words),
            ["table"] => await ScenarioRun.Run(ScenarioRun.All),
            [] => await ScenarioRun.Run(ScenarioRun.All) + PieceRun.Run(Catalogue.Pieces, arguments) + Accept(),
            _ => PieceRun.Run(Catalogue.Pieces, arguments),
        };
    }

    private static bool IsScenario(string word) => ScenarioRun.All.Any(s => s.Name == word);

    private static int Accept()
    {
        AcceptRun.Run();
        return 0;
    }
}
