using System.Collections.Concurrent;
using System.Diagnostics;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace Rappel.Acceptance.Endpoints;

/// <summary>A program of a scene. What it prints is kept, in memory and in a file beside the scene's other traces.</summary>
internal sealed class ChildProcess : IDisposable
{
    private static readonly ConcurrentDictionary<ChildProcess, bool> Running = new();

    private readonly Process process;
    private readonly StreamWriter log;
    private readonly List<string> lines = [];
    private readonly SemaphoreSlim changed = new(0);

    public ChildProcess(string name, string file, IEnumerable<string> arguments, string folder, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (variable, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[variable] = value;
        }

        Name = name;
        log = new StreamWriter(Path.Combine(folder, $"{name}.log"), append: true) { AutoFlush = true };
        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, e) => Keep(e.Data);
        process.ErrorDataReceived += (_, e) => Keep(e.Data);
        process.Start();
        Running[this] = true;
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string Name { get; }

    public int Id => process.Id;

    public bool HasExited => process.HasExited;

    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (lines)
            {
                return [.. lines];
            }
        }
    }

    /// <summary>The first line that fits, waiting for it; null where it did not come in time or the program ended without it.</summary>
    public async Task<string?> Line(Func<string, bool> fits, TimeSpan within)
    {
        var clock = Stopwatch.StartNew();
        while (true)
        {
            if (Lines.FirstOrDefault(fits) is { } found)
            {
                return found;
            }

            if (clock.Elapsed > within || process.HasExited)
            {
                return Lines.FirstOrDefault(fits);
            }

            await changed.WaitAsync(TimeSpan.FromMilliseconds(100));
        }
    }

    /// <summary>The exit code; null where it still runs.</summary>
    public async Task<int?> Exited(TimeSpan within)
    {
        using var patience = new CancellationTokenSource(within);
        try
        {
            await process.WaitForExitAsync(patience.Token);
            return process.ExitCode;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    /// <summary>Asks it to end (SIGTERM).</summary>
    public void Terminate()
    {
        if (!process.HasExited)
        {
            using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
            kill.WaitForExit();
        }
    }

    /// <summary>SIGKILL: no chance to clean up.</summary>
    public void Kill()
    {
        if (!process.HasExited)
        {
            process.Kill();
            process.WaitForExit(TimeSpan.FromSeconds(5));
        }
    }

    /// <summary>For the end of this program, whatever ends it: nothing it began is left behind.</summary>
    public static void KillAll()
    {
        foreach (var child in Running.Keys)
        {
            try
            {
                child.Kill();
            }
            catch (InvalidOperationException)
            {
                // Disposed just now, which kills it too.
            }
        }
    }

    public void Dispose()
    {
        Kill();
        Running.TryRemove(this, out _);
        process.Dispose();
        lock (lines)
        {
            log.Dispose();
        }

        changed.Dispose();
    }

    private void Keep(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (lines)
        {
            lines.Add(line);
            if (log.BaseStream is { CanWrite: true })
            {
                log.WriteLine(line);
            }
        }

        changed.Release();
    }
}
