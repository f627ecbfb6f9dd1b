using System.IO;

namespace Rappel.Tests.Sip.Torture;

/// <summary>Where the messages lie: our own in the repository, the RFC's beside it or where an environment variable says.</summary>
internal static class Corpus
{
    public const string SharedVariable = "RAPPEL_SHARED_CORPUS";

    public static string Own { get; } = Path.Combine(RepositoryRoot(), "tests", "corpus", "sip");

    /// <summary>Null where the RFC's messages are not on this machine.</summary>
    public static string? Rfc4475 { get; } = FindRfc4475();

    /// <summary>All messages at hand, in an order that is the same everywhere.</summary>
    public static IReadOnlyList<byte[]> AllMessages()
    {
        var files = Directory.GetFiles(Own, "*.sip").Concat(Rfc4475 is null ? [] : Directory.GetFiles(Rfc4475, "*.dat"));
        return [.. files.Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Rappel.slnx")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }

    private static string? FindRfc4475()
    {
        var shared = Environment.GetEnvironmentVariable(SharedVariable) ?? Path.Combine(RepositoryRoot(), "..", "shared", "corpus");
        var folder = Path.Combine(shared, "rfc4475");
        return Directory.Exists(folder) ? folder : null;
    }
}
