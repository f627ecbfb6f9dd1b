using System.Globalization;
using System.IO;
using System.Threading.Tasks;
using Rappel.Acceptance.Endpoints;
using Rappel.Acceptance.Staging;

namespace Rappel.Bench.Calls;

/// <summary>What one rate gave.</summary>
/// <param name="SetUps">Milliseconds from INVITE to 200 of each call that got there, in order of length.</param>
/// <param name="Processor">Of the server, from the first call to the end of the last.</param>
internal sealed record CallStage(int Rate, int Calls, int Failed, IReadOnlyList<double> SetUps, TimeSpan Processor)
{
    public static readonly string[] Heads =
        ["calls a second", "calls", "failed", "set-up median", "set-up 99 %", "server CPU a call", "of one core, for as long as the rate lasts"];

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public double ShareFailed => (double)Failed / Calls;

    public string[] Cells =>
    [
        $"{Rate}", $"{Calls}", FormattableString.Invariant($"{100 * ShareFailed:0.0} %"), SetUp(0.5), SetUp(0.99),
        FormattableString.Invariant($"{Processor.TotalMilliseconds / Calls:0.0} ms"),
        FormattableString.Invariant($"{100 * Processor.TotalSeconds / Calls * Rate:0} %"),
    ];

    public static async Task<CallStage> Run(int rate, int calls, LoadServer server, int ear, PortBlock ports, string folder)
    {
        var own = Directory.CreateDirectory(Path.Combine(folder, $"rate-{rate}")).FullName;
        var statistics = Path.Combine(own, "statistics.csv");
        var before = server.ProcessorTime;
        using var sipp = new ChildProcess("sipp", "sipp",
        [
            $"127.0.0.1:{server.SipPort}", "-sf", Path.Combine(Checkout.Root, "bench", "calls", "caller.xml"), "-r", $"{rate}", "-m", $"{calls}",
            "-l", $"{calls}", "-i", "127.0.0.1", "-p", $"{ports.Next(2)}", "-cp", $"{ports.Next(2)}", "-mp", $"{ports.Next(4)}",
            "-key", "ear", $"{ear}", "-t", "u1", "-nostdin", "-timer_resol", "1",
            "-timeout", $"{(int)Patience.TotalSeconds}s", "-trace_stat", "-stf", statistics, "-fd", "1", "-trace_rtt", "-rtt_freq", "1", "-trace_err",
            "-error_file", Path.Combine(own, "errors.txt"),
        ], own);
        await sipp.Exited(Patience + TimeSpan.FromSeconds(10));
        var processor = server.ProcessorTime - before;
        // What SIPp did not get to within its patience has failed too.
        return new CallStage(rate, calls, calls - Succeeded(statistics), SetUpsIn(own), processor);
    }

    private static int Succeeded(string statistics)
    {
        var lines = File.Exists(statistics) ? File.ReadAllLines(statistics) : [];
        var column = lines.Length < 2 ? -1 : Array.IndexOf(lines[0].Split(';'), "SuccessfulCall(C)");
        return column < 0 ? 0 : int.Parse(lines[^1].Split(';')[column], CultureInfo.InvariantCulture);
    }

    /// <summary>SIPp names the file itself: <c>Date_ms;response_time_ms;rtd_no</c>.</summary>
    private static double[] SetUpsIn(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*_rtt.csv").SelectMany(File.ReadLines).Select(line => line.Split(';'))
            .Where(fields => fields.Length >= 2 && double.TryParse(fields[1], CultureInfo.InvariantCulture, out _))
            .Select(fields => double.Parse(fields[1], CultureInfo.InvariantCulture)).Order(),
    ];

    private string SetUp(double share) =>
        SetUps.Count == 0 ? "-" : FormattableString.Invariant($"{SetUps[(int)(share * (SetUps.Count - 1))]:0} ms");
}
