using System.Collections.Frozen;
using System.Collections.Immutable;
using Rappel.Core.Numbers;

namespace Rappel.Core.Config.Binding;

internal static class ContactListBinder
{
    private static readonly Said ContactWords = new("a list of contacts, each a map with `number`, and with `name` and `variables` where known",
        "une liste de contacts, chacun une table avec « number », et avec « name » et « variables » s'ils sont connus");

    public static ContactListSnapshot Bind(string key, MapReader reader)
    {
        var name = reader.OptionalText("name") ?? key;
        var contacts = new Dictionary<string, Contact>(StringComparer.Ordinal);
        var marks = new Dictionary<string, SourceMark>(StringComparer.Ordinal);
        reader.Require("contacts", ContactWords);
        foreach (var (node, path) in reader.Items("contacts", ConfigurationLimits.ContactsPerList))
        {
            if (node is not ConfigMap map)
            {
                MapReader.WrongKind(reader.Scope, path, node, ContactWords);
                continue;
            }

            if (Contact(new MapReader(reader.Scope, map, path, map.Mark)) is not { } contact)
            {
                continue;
            }

            if (!contacts.TryAdd(contact.Number, contact))
            {
                var first = marks[contact.Number];
                reader.Scope.Report(ProblemCode.DuplicateNumber, $"{path}/number", map.Mark,
                    new($"{contact.Number} is in this list already, at {first.File}:{first.Line}",
                        $"{contact.Number} est déjà dans cette liste, à {first.File}:{first.Line}"),
                    new("each number once in a list", "chaque numéro une seule fois par liste"));
            }

            marks.TryAdd(contact.Number, map.Mark);
        }

        var variables = contacts.Values.SelectMany(c => c.Variables.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return new ContactListSnapshot(key, name, contacts.ToFrozenDictionary(StringComparer.Ordinal), [.. variables]);
    }

    private static Contact? Contact(MapReader reader)
    {
        var number = reader.RequiredScalar("number", NumberForm.E164Words);
        var name = reader.OptionalText("name");
        var variables = Variables(reader);
        reader.End();
        if (number is null || NumberForm.IsE164(number.Text))
        {
            return number is null ? null : new Contact(number.Text, name, variables);
        }

        reader.Scope.Report(ProblemCode.BadNumber, reader.PathOf("number"), number.Mark,
            new($"`{MapReader.Shorten(number.Text)}` is not a full phone number", $"« {MapReader.Shorten(number.Text)} » n'est pas un numéro de téléphone complet"),
            NumberForm.E164Words);
        return null;
    }

    private static ImmutableDictionary<string, string> Variables(MapReader reader)
    {
        if (reader.Table("variables", new("a map of names to values", "une table qui donne à chaque nom une valeur"),
            ConfigurationLimits.VariablesPerContact) is not { } table)
        {
            return ImmutableDictionary<string, string>.Empty;
        }

        var variables = ImmutableDictionary.CreateBuilder<string, string>(StableStringComparer.Instance);
        foreach (var entry in table.Entries())
        {
            if (VariableNames.Writable(reader.Scope, entry.Key, table.PathOf(entry.Key.Text)) is { } name
                && table.OptionalText(entry.Key.Text, ConfigurationLimits.ContactValueLength) is { } value)
            {
                variables[name] = value;
            }
        }

        return variables.ToImmutable();
    }
}
