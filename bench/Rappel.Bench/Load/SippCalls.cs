using System.Globalization;
using System.IO;
using System.Threading.Tasks;
using Rappel.Acceptance.Endpoints;
using Rappel.Acceptance.Staging;

namespace Rappel.Bench.Load;

/// <summary>Callers, played by SIPp from one UDP port.</summary>
/// <param name="Rate">Calls a second.</param>
/// <param name="Hold">From the answer to the BYE.</param>
/// <param name="Direction">Of the callers' audio, as SDP says it: <c>sendrecv</c>, <c>inactive</c>.</param>
internal sealed record SippCalls(double Rate, int Calls, TimeSpan Hold, string Direction = "sendrecv")
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(12);

    /// <summary>So many that the first at the given rate lasts that long.</summary>
    public static SippCalls For(double rate, TimeSpan time, TimeSpan hold) => new(rate, (int)(rate * time.TotalSeconds), hold);

    /// <summary>Begins. The program ends by itself when the last call has.</summary>
    /// <param name="folder">For its files; it is made.</param>
    public ChildProcess Start(LoadTarget target, int ear, PortBlock ports, string folder)
    {
        Directory.CreateDirectory(folder);
        var longest = TimeSpan.FromSeconds(Calls / Rate) + Hold + Patience;
        return new ChildProcess("sipp", "sipp",
        [
            $"{target.Host}:{target.Port}", "-sf", Path.Combine(Checkout.Root, "bench", "load", "caller.xml"), "-t", "u1", "-nostdin",
            "-i", "127.0.0.1", "-p", $"{ports.Next(2)}", "-cp", $"{ports.Next(2)}", "-mp", $"{ports.Next(4)}",
            "-r", Rate.ToString("0", CultureInfo.InvariantCulture), "-m", $"{Calls}", "-l", $"{Calls}", "-d", $"{(int)Hold.TotalMilliseconds}",
            "-key", "ear", $"{ear}", "-key", "number", target.Number, "-key", "direction", Direction,
            "-timer_resol", "1", "-buff_size", $"{4 << 20}", "-timeout", $"{(int)longest.TotalSeconds}s", "-watchdog_major_maxtriggers", "100000",
            "-watchdog_minor_maxtriggers", "100000", "-trace_stat", "-stf", "statistics.csv", "-fd", "1", "-trace_rtt", "-rtt_freq", "50",
            "-trace_err", "-error_file", "errors.txt",
        ], folder);
    }

    /// <summary>From the start to the end of the last call.</summary>
    public async Task<SippOutcome> Play(LoadTarget target, int ear, PortBlock ports, string folder)
    {
        using var sipp = Start(target, ear, ports, folder);
        await sipp.Exited(TimeSpan.FromSeconds(Calls / Rate) + Hold + (2 * Patience));
        return SippOutcome.Read(folder, Calls);
    }
}
