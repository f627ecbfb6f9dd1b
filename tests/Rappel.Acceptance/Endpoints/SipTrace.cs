using System.IO;
using System.Text.RegularExpressions;

namespace Rappel.Acceptance.Endpoints;

/// <param name="Sent">False for received.</param>
/// <param name="FirstLine">Request or status line.</param>
internal sealed record TracedMessage(bool Sent, string FirstLine, string Text)
{
    /// <summary>Value of a header; empty where absent.</summary>
    public string Header(string name) =>
        Regex.Match(Text, $@"^{Regex.Escape(name)}\s*:\s*(.*?)\r?$", RegexOptions.Multiline | RegexOptions.IgnoreCase).Groups[1].Value;
}

/// <summary>Reads the message trace that SIPp writes.</summary>
internal static partial class SipTrace
{
    public static IReadOnlyList<TracedMessage> Read(string file)
    {
        if (!File.Exists(file))
        {
            return [];
        }

        using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        var parts = Heading().Split(reader.ReadToEnd());
        List<TracedMessage> messages = [];

        // Split gives: what stands before, then direction and text in turn.
        for (var i = 1; i + 1 < parts.Length; i += 2)
        {
            var text = parts[i + 1].TrimStart('\r', '\n');
            messages.Add(new TracedMessage(parts[i] == "sent", text.Split('\n')[0].TrimEnd('\r'), text));
        }

        return messages;
    }

    [GeneratedRegex(@"^-{20,}[^\n]*\n(?:UDP|TCP) message (sent|received)[^\n]*\n", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
