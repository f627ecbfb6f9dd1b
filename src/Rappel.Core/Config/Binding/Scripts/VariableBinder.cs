using System.Collections.Immutable;

namespace Rappel.Core.Config.Binding.Scripts;

/// <summary>Set Variable and Test Variable.</summary>
internal static class VariableBinder
{
    private static readonly ImmutableArray<(string Key, Comparison Comparison)> Comparisons =
    [
        ("equals", Comparison.Equal),
        ("notEquals", Comparison.NotEqual),
        ("lessThan", Comparison.Less),
        ("atMost", Comparison.LessOrEqual),
        ("moreThan", Comparison.Greater),
        ("atLeast", Comparison.GreaterOrEqual),
        ("isEmpty", Comparison.IsEmpty),
        ("startsWith", Comparison.StartsWith),
    ];

    public static ScriptObject BindSet(ObjectReader reader)
    {
        var allowed = new Said("text with $variables, or a sum such as $tries + 1", "un texte avec des $variables, ou une somme telle $tries + 1");
        var name = reader.WritableVariable("name");
        var value = reader.Map.RequiredScalar("value", allowed);
        if (value is not null)
        {
            reader.Context.UseIn(value.Text, reader.Map.PathOf("value"), value.Mark);
        }

        return new SetVariableObject(reader.Path, reader.Protected, name, value?.Text ?? "");
    }

    public static ScriptObject BindTest(ObjectReader reader)
    {
        var map = reader.Map;
        var name = map.RequiredScalar("name", new("a variable such as $callerPhoneNumber", "une variable telle $callerPhoneNumber"));
        if (name is not null)
        {
            reader.Context.Use(name.Text.TrimStart('$'), map.PathOf("name"), name.Mark);
        }

        var words = Said.Listed(Comparisons.Select(c => c.Key));
        var given = Comparisons.Where(c => map.Has(c.Key)).ToArray();
        if (given.Length != 1)
        {
            map.Scope.Report(ProblemCode.BadValue, map.Path, map.Mark,
                given.Length == 0 ? new("it compares with nothing", "rien à quoi comparer")
                    : new("it compares in more than one way", "plus d'une comparaison à la fois"), new Said("one of ", "un de ") + words);
        }

        var (key, comparison) = given.FirstOrDefault(Comparisons[0]);
        var value = comparison == Comparison.IsEmpty ? "" : Value(reader, key);
        if (comparison == Comparison.IsEmpty && !map.Flag(key, true))
        {
            reader.Report(ProblemCode.BadValue, key, map.Find(key)!.Mark,
                new("`isEmpty: false` is the exit `false` of `isEmpty: true`", "« isEmpty: false » est la sortie « false » de « isEmpty: true »"),
                Said.Same("true"));
        }

        return new TestVariableObject(
            reader.Path, reader.Protected, name?.Text.TrimStart('$') ?? "", comparison, value, reader.Exits(ScriptExits.Test));
    }

    private static string Value(ObjectReader reader, string key)
    {
        if (reader.Map.OptionalScalar(key, new("text with $variables", "un texte avec des $variables")) is not { } value)
        {
            return "";
        }

        reader.Context.UseIn(value.Text, reader.Map.PathOf(key), value.Mark);
        return value.Text;
    }
}
