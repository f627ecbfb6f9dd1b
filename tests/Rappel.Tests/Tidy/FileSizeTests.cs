namespace Rappel.Tests.Tidy;

/// <summary>Small files: one that grows is a coordinator that should be split by kind of input.</summary>
public class FileSizeTests
{
    private const int Warned = 300;
    private const int Refused = 500;

    /// <summary>Between 300 and 500 lines, each with the reason why it stays whole.</summary>
    private static readonly Dictionary<string, string> Allowed = new(StringComparer.Ordinal);

    private static readonly string[] Kinds = [".cs", ".ts", ".tsx"];

    private static IEnumerable<string> Sources =>
        SourceTree.Files.Where(f => Kinds.Any(k => f.EndsWith(k, StringComparison.Ordinal)) && !f.Contains("/generated/", StringComparison.OrdinalIgnoreCase));

    [Fact]
    public void No_source_file_is_longer_than_500_lines() =>
        Violations.None(Sources.Where(f => SourceTree.Lines(f) > Refused).Select(f => $"{f}: {SourceTree.Lines(f)} lines"));

    [Fact]
    public void A_file_longer_than_300_lines_has_a_stated_reason() =>
        Violations.None(Sources.Where(f => SourceTree.Lines(f) > Warned && !Allowed.ContainsKey(f)).Select(f => $"{f}: {SourceTree.Lines(f)} lines"));

    [Fact]
    public void The_list_of_long_files_holds_no_file_that_is_short_or_gone() =>
        Violations.None(Allowed.Keys.Where(f => !Sources.Contains(f) || SourceTree.Lines(f) <= Warned));
}
