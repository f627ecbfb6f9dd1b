using System.IO;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace Rappel.Server.Telemetry;

/// <summary>One event, one line, in an order an operator can read and cut: time, level, kind, words.</summary>
public sealed class LineFormatter(TimeProvider time) : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "line";

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var text = logEntry.Formatter(logEntry.State, logEntry.Exception);
        if (logEntry.Exception is { } failure)
        {
            text = $"{text}: {failure}";
        }

        textWriter.Write(time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'"));
        textWriter.Write(Word(logEntry.LogLevel));
        textWriter.Write(logEntry.EventId.Name ?? logEntry.Category);
        textWriter.Write("  ");
        textWriter.Write(OneLine(text));
        textWriter.Write('\n');
    }

    private static string Word(LogLevel level) => level switch
    {
        LogLevel.Trace or LogLevel.Debug => "  debug    ",
        LogLevel.Information => "  note     ",
        LogLevel.Warning => "  warning  ",
        _ => "  error    ",
    };

    // What a peer sent may be quoted in a line: it must not be able to begin another, nor to steer the terminal.
    private static string OneLine(string text)
    {
        text = text.ReplaceLineEndings(" | ");
        return text.Any(char.IsControl) ? string.Concat(text.Select(c => char.IsControl(c) ? '?' : c)) : text;
    }
}
