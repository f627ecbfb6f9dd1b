using System.IO;
using System.Text.RegularExpressions;

namespace Rappel.Tests.Tidy;

public class NameTests
{
    private const string Kinds = @"(?:class|struct|interface|enum|record(?:\s+struct|\s+class)?)";

    [Fact]
    public void No_type_has_a_name_that_says_nothing()
    {
        var empty = new Regex($@"\b{Kinds}\s+(\w*(?:Manager|Helper|Helpers|Util|Utils|Utility|Processor|Service|Info|Data))\b(?=\s*[\s(<:{{;])");
        Violations.None(SourceTree.CSharp().SelectMany(f => empty.Matches(SourceTree.Code(f)).Select(m => $"{f}: {m.Groups[1].Value}")));
    }

    /// <summary>
    /// Records, enums and the interface it implements may accompany a type, and a contract is one page on purpose; two types with behaviour
    /// are two files.
    /// </summary>
    [Fact]
    public void A_file_holds_one_public_type_with_behaviour()
    {
        var type = new Regex(@"^public\s+(?:static\s+|sealed\s+|abstract\s+|readonly\s+|ref\s+|partial\s+)*(?:class|struct)\s+(\w+)[^\n;]*$(?!;)", RegexOptions.Multiline);
        var crowded = SourceTree.CSharp("src/")
            .Where(f => !Path.GetFileName(f).Contains("Contract", StringComparison.Ordinal) && !TypesTogether.ContainsKey(f))
            .Select(f => (File: f, Types: type.Matches(SourceTree.Code(f)).Select(m => m.Groups[1].Value).Where(n => !n.EndsWith("Exception", StringComparison.Ordinal)).Distinct().ToList()))
            .Where(x => x.Types.Count > 1)
            .Select(x => $"{x.File}: {string.Join(", ", x.Types)}");
        Violations.None(crowded);
    }

    /// <summary>Files whose types are one idea, each with the reason.</summary>
    private static readonly Dictionary<string, string> TypesTogether = new(StringComparer.Ordinal)
    {
        ["src/Rappel.Sip/Messages/SipMessage.cs"] = "request and response are the two cases of one closed hierarchy",
    };

    [Fact]
    public void A_namespace_is_the_folder_it_stands_in()
    {
        var strangers = SourceTree.CSharp("src/")
            .Select(f => (File: f, Namespace: Regex.Match(SourceTree.Read(f), @"^namespace ([\w.]+)", RegexOptions.Multiline).Groups[1].Value))
            .Where(x => x.Namespace.Length > 0 && x.Namespace != Path.GetDirectoryName(x.File)!.Replace('\\', '/')["src/".Length..].Replace('/', '.'))
            .Select(x => $"{x.File}: {x.Namespace}");
        Violations.None(strangers);
    }
}
