using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Rappel.Acceptance.Staging;

namespace Rappel.BenchCheck;

/// <summary>Starts <see cref="Counting"/> in processes of their own, and reads what they found.</summary>
internal static class CountingRun
{
    /// <summary>Half a minute on a machine with nothing else to do. What takes this long has lost its speed too.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    /// <param name="instructions">False where only bytes and whole numbers are wanted, which is quick.</param>
    public static async Task<IReadOnlyList<CountedFigure>> Of(bool instructions, IReadOnlyList<string> words)
    {
        string[] program = [Environment.ProcessPath!, typeof(CountingRun).Assembly.Location, "count"];
        var bytes = Run([.. program, "bytes", .. words]);
        var counted = instructions ? Instructions([.. program, "instructions", .. words]) : Task.FromResult<IReadOnlyList<CountedFigure>>([]);
        return [.. await counted, .. (await bytes).Select(Read)];
    }

    private static async Task<IReadOnlyList<CountedFigure>> Instructions(string[] program)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Checkout.Root, "artifacts", "bench")).FullName;
        var books = Path.Combine(folder, $"callgrind-{Environment.ProcessId}.out");
        try
        {
            var pieces = (await Run(["valgrind", .. Callgrind.Options(books), .. program])).Select(Read).ToList();
            var sections = Sections.Read(File.ReadLines(books)).Chunk(Sections.Each).ToList();
            return pieces.Count == sections.Count
                ? [.. pieces.Zip(sections, (piece, counts) => piece with { Value = Sections.Middle(counts) / piece.Value })]
                : throw new InvalidOperationException($"{sections.Count} pieces were counted of {pieces.Count}");
        }
        finally
        {
            File.Delete(books);
        }
    }

    /// <summary>What it prints.</summary>
    private static async Task<IReadOnlyList<string>> Run(string[] command)
    {
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (variable, value) in Callgrind.Runtime)
        {
            start.Environment[variable] = value;
        }

        using var child = Process.Start(start)!;
        using var limit = new CancellationTokenSource(Longest);
        var said = new List<string>();
        child.ErrorDataReceived += (_, e) => said.AddRange(e.Data is { Length: > 0 } line ? [line] : []);
        child.BeginErrorReadLine();
        try
        {
            var output = await child.StandardOutput.ReadToEndAsync(limit.Token);
            await child.WaitForExitAsync(limit.Token);
            return child.ExitCode == 0
                ? output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                : throw new InvalidOperationException($"counting ended with {child.ExitCode}:\n{string.Join('\n', said.TakeLast(30))}");
        }
        catch (OperationCanceledException)
        {
            throw new InvalidOperationException($"counting did not end within {Longest.TotalMinutes} minutes; the last that was heard of it is: {said.LastOrDefault()}");
        }
        finally
        {
            if (!child.HasExited)
            {
                child.Kill(entireProcessTree: true);
            }
        }
    }

    private static CountedFigure Read(string line) =>
        line.Split('\t') is [var piece, var kind, var value]
            ? new CountedFigure(piece, kind, double.Parse(value, CultureInfo.InvariantCulture))
            : throw new InvalidOperationException($"not a figure: {line}");
}
