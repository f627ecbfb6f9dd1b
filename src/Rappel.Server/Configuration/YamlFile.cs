using System.Buffers;
using System.Collections.Immutable;
using System.IO;
using Rappel.Core.Config;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Rappel.Server.Configuration;

/// <summary>
/// Builds the tree of one file from YAML events. Anchors, aliases, tags and merge keys are refused: a reader must see at a place what
/// holds there, and a file must not grow while it is read.
/// </summary>
internal sealed class YamlFile
{
    private static readonly SearchValues<char> Forbidden = SearchValues.Create(
        [.. Enumerable.Range(0, 0xA0).Select(c => (char)c).Where(c => char.IsControl(c) && c is not ('\t' or '\n' or '\r' or '\u0085'))]);

    private static readonly Said WriteOut = new("write out what holds here", "écrire en entier ce qui vaut ici");

    private readonly string file;
    private readonly Parser parser;
    private readonly List<ConfigurationProblem> problems;
    private int nodes;

    private YamlFile(string file, TextReader text, List<ConfigurationProblem> problems)
    {
        this.file = file;
        parser = new Parser(text);
        this.problems = problems;
    }

    /// <summary>The top node of the file; null where it has none, or is no YAML (then with a problem).</summary>
    public static ConfigNode? Read(string file, string text, List<ConfigurationProblem> problems)
    {
        if (text.Length > YamlLimits.FileCharacters)
        {
            problems.Add(new ConfigurationProblem(ProblemCode.TooLarge, "", new SourceMark(file, 1, 1),
                new($"the file has {text.Length} characters", $"le fichier a {text.Length} caractères"),
                new($"at most {YamlLimits.FileCharacters}", $"au plus {YamlLimits.FileCharacters}")));
            return null;
        }

        if (FindControl(text) is { } control)
        {
            problems.Add(new ConfigurationProblem(ProblemCode.YamlSyntax, "", control with { File = file },
                new("a control character stands here, which YAML does not allow", "un caractère de contrôle se trouve ici, ce que YAML n'admet pas"),
                new("printable text", "du texte imprimable")));
            return null;
        }

        using var reader = new StringReader(text);
        var yaml = new YamlFile(file, reader, problems);
        try
        {
            return yaml.ReadDocument();
        }
        catch (YamlException broken)
        {
            yaml.ReportSyntax(broken, text);
        }
        catch (Exception fault) when (fault is InvalidOperationException or ArgumentException or FormatException or ArithmeticException)
        {
            // The parser has faults of its own on some broken input; where it stopped is the best we know.
            yaml.Report(ProblemCode.YamlSyntax, yaml.parser.Current?.End ?? Mark.Empty, new("this is not YAML", "ce n'est pas du YAML"), Said.Nothing);
        }
        catch (TooMuch)
        {
            // Reported where it was found.
        }

        return null;
    }

    private ConfigNode? ReadDocument()
    {
        parser.Consume<StreamStart>();
        if (parser.Accept<StreamEnd>(out _))
        {
            return null;
        }

        parser.Consume<DocumentStart>();
        var node = ReadNode(0);
        parser.Consume<DocumentEnd>();
        if (!parser.Accept<StreamEnd>(out _))
        {
            Report(ProblemCode.YamlFeature, parser.Current!.Start,
                new("a second document begins here", "un second document commence ici"), new("one document a file", "un document par fichier"));
        }

        return node;
    }

    private ConfigNode ReadNode(int depth)
    {
        var current = parser.Consume<ParsingEvent>();
        if (++nodes > YamlLimits.Nodes || depth > YamlLimits.Depth)
        {
            Report(ProblemCode.TooLarge, current.Start,
                depth > YamlLimits.Depth ? new("too many levels", "trop de niveaux") : new("too many values", "trop de valeurs"),
                new($"at most {YamlLimits.Depth} levels and {YamlLimits.Nodes} values", $"au plus {YamlLimits.Depth} niveaux et {YamlLimits.Nodes} valeurs"));
            throw new TooMuch();
        }

        RefuseFeatures(current);
        return current switch
        {
            Scalar scalar => new ConfigScalar(MarkOf(scalar.Start), scalar.Value, scalar.Style != ScalarStyle.Plain),
            SequenceStart => ReadSequence(current.Start, depth),
            MappingStart => ReadMapping(current.Start, depth),
            _ => new ConfigScalar(MarkOf(current.Start), "", true) { Faulty = true },
        };
    }

    private ConfigSequence ReadSequence(Mark start, int depth)
    {
        var items = ImmutableArray.CreateBuilder<ConfigNode>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(ReadNode(depth + 1));
        }

        return new ConfigSequence(MarkOf(start), items.ToImmutable());
    }

    private ConfigMap ReadMapping(Mark start, int depth)
    {
        var entries = ImmutableArray.CreateBuilder<ConfigEntry>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = ReadNode(depth + 1);
            var value = ReadNode(depth + 1);
            if (key is not ConfigScalar { Faulty: false } name)
            {
                if (key is not ConfigScalar)
                {
                    Report(ProblemCode.WrongKind, key.Mark,
                        new("a key cannot be a list or a map", "une clé ne peut être une liste ni une table"), new("a word", "un mot"));
                }
            }
            else if (name.Text == "<<" && !name.Quoted)
            {
                Report(ProblemCode.YamlFeature, key.Mark,
                    new("merge keys (`<<`) are not taken", "les clés de fusion (« << ») ne sont pas admises"), WriteOut);
            }
            else
            {
                entries.Add(new ConfigEntry(name, value));
            }
        }

        return new ConfigMap(MarkOf(start), entries.ToImmutable());
    }

    private void RefuseFeatures(ParsingEvent current)
    {
        if (current is AnchorAlias alias)
        {
            Report(ProblemCode.YamlFeature, alias.Start,
                new($"the alias `*{alias.Value}` is not taken", $"l'alias « *{alias.Value} » n'est pas admis"),
                WriteOut + new Said("; quote a star: \"*\"", "; mettre une étoile entre guillemets droits\u00a0: \"*\""));
        }
        else if (current is NodeEvent { Anchor.IsEmpty: false } anchored)
        {
            Report(ProblemCode.YamlFeature, anchored.Start,
                new($"the anchor `&{anchored.Anchor.Value}` is not taken", $"l'ancre « &{anchored.Anchor.Value} » n'est pas admise"), WriteOut);
        }
        else if (current is NodeEvent { Tag.IsEmpty: false } tagged && !(current is Scalar && tagged.Tag.IsNonSpecific))
        {
            Report(ProblemCode.YamlFeature, tagged.Start,
                new($"the tag `{tagged.Tag.Value}` is not taken", $"la balise « {tagged.Tag.Value} » n'est pas admise"),
                new("a value without a tag", "une valeur sans balise"));
        }
    }

    private void Report(string code, Mark mark, Said message, Said allowed) => Report(code, MarkOf(mark), message, allowed);

    private void Report(string code, SourceMark mark, Said message, Said allowed) =>
        problems.Add(new ConfigurationProblem(code, "", mark, message, allowed));

    private SourceMark MarkOf(Mark mark) => new(file, Math.Max(1, (int)mark.Line), Math.Max(1, (int)mark.Column));

    /// <summary>The parser's words; but a tab, the commonest mistake and one nobody sees, is pointed at.</summary>
    private void ReportSyntax(YamlException broken, string text)
    {
        var lines = text.Split('\n');
        for (var line = Math.Max(0, (int)broken.Start.Line - 1); line < lines.Length && line <= broken.End.Line; line++)
        {
            var indent = lines[line].AsSpan(0, lines[line].Length - lines[line].AsSpan().TrimStart().Length);
            if (indent.Contains('\t'))
            {
                Report(ProblemCode.YamlSyntax, new SourceMark(file, line + 1, indent.IndexOf('\t') + 1),
                    new("this is not YAML: a tab indents the line", "ce n'est pas du YAML\u00a0: une tabulation met la ligne en retrait"),
                    new("spaces", "des espaces"));
                return;
            }
        }

        Report(ProblemCode.YamlSyntax, broken.Start,
            new($"this is not YAML: {FirstLine(broken)}", $"ce n'est pas du YAML; l'analyseur dit\u00a0: {FirstLine(broken)}"), Said.Nothing);
    }

    /// <summary>Where the first character is that YAML 1.2 §5.1 does not allow, if there is one.</summary>
    private static SourceMark? FindControl(string text)
    {
        var at = text.AsSpan().IndexOfAny(Forbidden);
        return at < 0 ? null : new SourceMark("", text.AsSpan(0, at).Count('\n') + 1, at - text.LastIndexOf('\n', at));
    }

    private static string FirstLine(YamlException broken)
    {
        var message = (broken.InnerException?.Message ?? broken.Message).Split('\n')[0].Trim();
        return message.TrimEnd('.');
    }

    /// <summary>Leaves a file that is too large or too deep; never leaves this class.</summary>
    private sealed class TooMuch : Exception;
}
