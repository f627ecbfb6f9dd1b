using System.Collections.Immutable;

namespace Rappel.Core.Config.Binding.Scripts;

/// <summary>Web request, and the question that Check number asks on the web.</summary>
internal static class WebBinder
{
    /// <summary>What Check number sends.</summary>
    private const string Lookup = """{"number":"$callerPhoneNumber","channel":"$Channel","language":"$Language"}""";

    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(5);

    private static readonly Said PointerWords = new("a JSON pointer into the answer, such as /customer/name",
        "un pointeur JSON dans la réponse, tel /customer/name");

    public static ScriptObject BindRequest(ObjectReader reader)
    {
        var map = reader.Map;
        var method = map.Choice("method", "GET", ("GET", "GET"), ("POST", "POST"), ("PUT", "PUT"), ("PATCH", "PATCH"), ("DELETE", "DELETE"));
        var url = Url(reader);
        var body = map.OptionalText("body", ConfigurationLimits.BodyLength);
        if (body is not null)
        {
            reader.Context.UseIn(body, map.PathOf("body"), map.Find("body")!.Mark);
            if (method is "GET" or "DELETE")
            {
                reader.Report(ProblemCode.BadValue, "body", map.Find("body")!.Mark,
                    new($"a {method} sends no body", $"un {method} n'envoie pas de corps"), Said.Listed(["POST", "PUT", "PATCH"]));
            }
        }

        var call = new WebCall(method, url, Headers(reader), body, Timeout(reader), Variables(reader));
        return new WebRequestObject(reader.Path, reader.Protected, call, reader.Exits(ScriptExits.WebRequest));
    }

    public static ScriptObject BindCheck(ObjectReader reader)
    {
        var map = reader.Map;
        var lists = Lists(reader);
        var lookup = new WebCall("POST", map.Has("url") ? Url(reader) : "", Headers(reader), Lookup, Timeout(reader), Variables(reader));
        if (!map.Has("url") && !map.Has("lists"))
        {
            map.Scope.Report(ProblemCode.Missing, map.Path, map.Mark,
                new("it looks nowhere", "rien n'est consulté"), new("`lists`, `url` or both", "« lists », « url » ou les deux"));
        }

        return new CheckNumberObject(reader.Path, reader.Protected, lists, lookup.Url.Length == 0 ? null : lookup, reader.Exits(ScriptExits.CheckNumber, required: true));
    }

    private static ImmutableArray<string> Lists(ObjectReader reader)
    {
        var lists = ImmutableArray.CreateBuilder<string>();
        foreach (var (node, path) in reader.Map.Items("lists", ConfigurationLimits.ListsPerCheck))
        {
            if (node is not ConfigScalar scalar)
            {
                MapReader.WrongKind(reader.Map.Scope, path, node, new Said("key of ", "la clé d'") + NamedKind.ContactList.WithArticle());
            }
            else if (!scalar.Faulty && reader.Map.Scope.CheckReference(scalar, path, NamedKind.ContactList))
            {
                lists.Add(scalar.Text);
            }
        }

        return lists.ToImmutable();
    }

    private static TimeSpan Timeout(ObjectReader reader) => reader.Map.Duration("timeout", ConfigurationLimits.WebTimeout, DefaultTimeout);

    private static string Url(ObjectReader reader)
    {
        var url = WebAddress.Bind(reader.Map, "url", withVariables: true);
        if (url.Length > 0)
        {
            reader.Context.UseIn(url, reader.Map.PathOf("url"), reader.Map.Find("url")!.Mark);
        }

        return url;
    }

    private static ImmutableArray<KeyValuePair<string, string>> Headers(ObjectReader reader)
    {
        var allowed = new Said("a map of header names to values", "une table qui donne à chaque en-tête une valeur");
        if (reader.Map.Table("headers", allowed, ConfigurationLimits.HeadersPerRequest) is not { } table)
        {
            return [];
        }

        var headers = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        foreach (var entry in table.Entries())
        {
            var path = table.PathOf(entry.Key.Text);
            var value = table.OptionalText(entry.Key.Text, ConfigurationLimits.HeaderLength);
            if (entry.Key.Text.Length == 0 || !entry.Key.Text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
            {
                reader.Map.Scope.Report(ProblemCode.BadValue, path, entry.Key.Mark,
                    new($"`{MapReader.Shorten(entry.Key.Text)}` cannot be the name of a header",
                        $"« {MapReader.Shorten(entry.Key.Text)} » ne peut être le nom d'un en-tête"),
                    new("letters, digits and dashes", "lettres, chiffres et tirets"));
            }
            else if (value is not null && value.Any(c => c is < ' ' or > '~'))
            {
                // The value itself is not repeated: it may be a secret.
                reader.Map.Scope.Report(ProblemCode.BadValue, path, entry.Value.Mark,
                    new($"the header `{entry.Key.Text}` has characters that cannot be sent", $"l'en-tête « {entry.Key.Text} » a des caractères qui ne peuvent être envoyés"),
                    new("printable ASCII", "de l'ASCII imprimable"));
            }
            else if (value is not null)
            {
                headers.Add(KeyValuePair.Create(entry.Key.Text, value));
            }
        }

        return headers.ToImmutable();
    }

    private static ImmutableArray<WebVariable> Variables(ObjectReader reader)
    {
        var allowed = new Said("a map of variables to JSON pointers", "une table qui donne à chaque variable un pointeur JSON");
        if (reader.Map.Table("variables", allowed, ConfigurationLimits.VariablesPerRequest) is not { } table)
        {
            return [];
        }

        var variables = ImmutableArray.CreateBuilder<WebVariable>();
        foreach (var entry in table.Entries())
        {
            var path = table.PathOf(entry.Key.Text);
            var name = VariableNames.Writable(reader.Map.Scope, entry.Key, path);
            if (table.OptionalScalar(entry.Key.Text, PointerWords) is not { } pointer || name is null)
            {
                continue;
            }

            reader.Context.Define(name);
            if (pointer.Text.Length <= ConfigurationLimits.PointerLength && JsonPointer.IsValid(pointer.Text))
            {
                variables.Add(new WebVariable(name, pointer.Text));
            }
            else
            {
                reader.Map.Scope.Report(ProblemCode.BadPointer, path, pointer.Mark,
                    new($"`{MapReader.Shorten(pointer.Text)}` is not a JSON pointer", $"« {MapReader.Shorten(pointer.Text)} » n'est pas un pointeur JSON"), PointerWords);
            }
        }

        return variables.ToImmutable();
    }
}
