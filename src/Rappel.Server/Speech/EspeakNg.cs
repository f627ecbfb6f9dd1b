using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace Rappel.Server.Speech;

/// <summary>eSpeak NG, one process a text. The text goes in by standard input: it never meets a shell or a command line.</summary>
/// <param name="program">Name or path of the program.</param>
/// <param name="timeout">Null for <see cref="SpeechLimits.EngineTime"/>.</param>
public sealed class EspeakNg(string program = "espeak-ng", TimeSpan? timeout = null) : ISpeechEngine
{
    /// <summary>Words a minute. Its default of 175 is hard to follow on a telephone.</summary>
    private const string Speed = "150";

    private readonly TimeSpan timeout = timeout ?? SpeechLimits.EngineTime;

    public string Voice(string language) => $"espeak-ng {VoiceName(language)} {Speed}";

    public async Task<byte[]> SynthesizeAsync(string text, string language, SpeechHaste haste, CancellationToken cancellation)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        deadline.CancelAfter(timeout);
        using var process = Start(language);
        if (haste == SpeechHaste.InBackground)
        {
            GiveWay(process);
        }

        try
        {
            return await Exchange(process, text, deadline.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new SpeechFailedException($"{program} took longer than {timeout.TotalSeconds:0} s");
        }
        catch (IOException e)
        {
            throw new SpeechFailedException($"{program} broke off: {e.Message}", e);
        }
        finally
        {
            Kill(process);
        }
    }

    private Process Start(string language)
    {
        var start = new ProcessStartInfo(program)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        };

        // -b 1: the text is UTF-8, whatever the locale of the service.
        foreach (var argument in (ReadOnlySpan<string>)["-v", VoiceName(language), "-s", Speed, "-b", "1", "--stdin", "--stdout"])
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            return Process.Start(start) ?? throw new SpeechFailedException($"{program} did not start");
        }
        catch (Win32Exception e)
        {
            throw new SpeechFailedException($"{program} could not be started; is it installed? {e.Message}", e);
        }
    }

    private async Task<byte[]> Exchange(Process process, string text, CancellationToken deadline)
    {
        // All three at once: a program that fills one pipe waits for ever where nobody empties it.
        var audio = ReadAll(process.StandardOutput.BaseStream, deadline);
        var complaint = process.StandardError.ReadToEndAsync(deadline);

        // Two brackets would begin its phoneme notation.
        await process.StandardInput.WriteAsync(text.Replace("[[", "[ [", StringComparison.Ordinal).AsMemory(), deadline);
        process.StandardInput.Close();
        var bytes = await audio;
        await process.WaitForExitAsync(deadline);
        return process.ExitCode == 0
            ? bytes
            : throw new SpeechFailedException($"{program} ended with {process.ExitCode}: {(await complaint).Trim()}");
    }

    private async Task<byte[]> ReadAll(Stream stream, CancellationToken deadline)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await stream.ReadAsync(buffer, deadline)) > 0)
        {
            if (bytes.Length + read > SpeechLimits.EngineBytes)
            {
                throw new SpeechFailedException($"{program} gave more than {SpeechLimits.EngineBytes} bytes");
            }

            bytes.Write(buffer, 0, read);
        }

        return bytes.ToArray();
    }

    /// <summary>The kernel gives it what calls, audio and everything else leave.</summary>
    private static void GiveWay(Process process)
    {
        try
        {
            process.PriorityClass = ProcessPriorityClass.Idle;
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
            // It ended already.
        }
    }

    private static void Kill(Process process)
    {
        try
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
            // It ended between the question and the order.
        }
    }

    private static string VoiceName(string language) => language.StartsWith("fr", StringComparison.OrdinalIgnoreCase) ? "fr" : "en-us";
}
