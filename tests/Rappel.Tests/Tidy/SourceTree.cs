using System.IO;
using System.Text.RegularExpressions;

namespace Rappel.Tests.Tidy;

/// <summary>The files of this checkout as the tidy rules see them: what is built, fetched or kept at run time is left out.</summary>
internal static class SourceTree
{
    private static readonly string[] Skipped =
        [".git", "bin", "obj", "artifacts", "node_modules", "TestResults", "data", ".vs", ".idea", "BenchmarkDotNet.Artifacts"];

    public static string Root { get; } = FindRoot();

    /// <summary>Relative paths with forward slashes, in order.</summary>
    public static IReadOnlyList<string> Files { get; } = [.. Walk(Root).Order(StringComparer.Ordinal)];

    public static IEnumerable<string> CSharp(string under = "") => Files.Where(f => f.EndsWith(".cs", StringComparison.Ordinal) && f.StartsWith(under, StringComparison.Ordinal));

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    public static int Lines(string file) => File.ReadLines(Path.Combine(Root, file)).Count();

    /// <summary>Project file of <c>Rappel.Core</c> and the like.</summary>
    public static string Project(string name) => Read($"src/Rappel.{name}/Rappel.{name}.csproj");

    /// <summary>The text without comments and string contents, so that a rule about code does not trip over words.</summary>
    public static string Code(string file) =>
        Regex.Replace(Read(file), """//[^\n]*|/\*.*?\*/|@?"(\\.|[^"\\\n])*"|'(\\.|[^'\\\n])'""", "", RegexOptions.Singleline);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Rappel.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("Rappel.slnx is in no folder above the tests");
    }

    private static IEnumerable<string> Walk(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            // In a second working tree of one repository .git is a file.
            if (Path.GetFileName(file) != ".git")
            {
                yield return Path.GetRelativePath(Root, file).Replace('\\', '/');
            }
        }

        foreach (var inner in Directory.EnumerateDirectories(folder).Where(d => !Skipped.Contains(Path.GetFileName(d))))
        {
            foreach (var file in Walk(inner))
            {
                yield return file;
            }
        }
    }
}
