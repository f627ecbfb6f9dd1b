using System.Collections.Immutable;

namespace Rappel.Core.Config.Binding;

/// <summary>Transaction codes and status codes: lists of codes with names.</summary>
internal static class CodeListBinder
{
    private static readonly Said TransactionWords = new("a list of codes, each a map with `code` and `name`",
        "une liste de codes, chacun une table avec « code » et « name »");

    private static readonly Said StatusWords = new("a list of codes, each a map with `code`, `name` and `status`",
        "une liste de codes, chacun une table avec « code », « name » et « status »");

    private static readonly string[] Statuses = ["on-break", "working-offline"];

    public static TransactionCodesSnapshot BindTransactions(string key, MapReader reader) =>
        new(key, reader.OptionalText("name") ?? key, Codes(reader, TransactionWords, (code, name, _) => new TransactionCode(code, name)));

    public static StatusCodesSnapshot BindStatuses(string key, MapReader reader) =>
        new(key, reader.OptionalText("name") ?? key, Codes(reader, StatusWords, (code, name, item) => new StatusCode(code, name, Status(item))));

    private static ImmutableArray<T> Codes<T>(MapReader reader, Said words, Func<string, string, MapReader, T> make)
    {
        var codes = ImmutableArray.CreateBuilder<T>();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        reader.Require("codes", words);
        foreach (var (node, path) in reader.Items("codes", ConfigurationLimits.CodesPerList))
        {
            if (node is not ConfigMap map)
            {
                MapReader.WrongKind(reader.Scope, path, node, words);
                continue;
            }

            var item = new MapReader(reader.Scope, map, path, map.Mark);
            var code = item.Text("code", ConfigurationLimits.CodeLength);
            codes.Add(make(code, item.OptionalText("name") ?? code, item));
            item.End();
            if (code.Length > 0 && !seen.Add(code))
            {
                reader.Scope.Report(ProblemCode.DuplicateCode, $"{path}/code", map.Mark,
                    new($"the code `{code}` is in this list already", $"le code « {code} » est déjà dans cette liste"),
                    new("each code once in a list", "chaque code une seule fois par liste"));
            }
        }

        if (reader.Find("codes") is ConfigSequence { Items.Length: 0 } empty)
        {
            reader.Scope.Report(ProblemCode.Missing, reader.PathOf("codes"), empty.Mark,
                new("the list has no codes", "la liste n'a aucun code"), words);
        }

        return codes.ToImmutable();
    }

    private static CodedStatus Status(MapReader item)
    {
        item.Require("status", Said.Listed(Statuses));
        return item.Choice("status", CodedStatus.OnBreak, (Statuses[0], CodedStatus.OnBreak), (Statuses[1], CodedStatus.WorkingOffline));
    }
}
