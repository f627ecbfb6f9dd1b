using System.Collections.Immutable;

namespace Rappel.Core.Config.Binding.Scripts;

/// <summary>Reads sequences of script objects. Each item is a map of one key, the object's kind, to its parameters.</summary>
internal static class SequenceBinder
{
    /// <summary>A list of objects; one object alone is a list of one, and nothing is an empty list.</summary>
    public static ImmutableArray<ScriptObject> Bind(ScriptContext context, ConfigNode? node, string path)
    {
        var objects = ImmutableArray.CreateBuilder<ScriptObject>();
        switch (node)
        {
            case null or ConfigScalar { IsNull: true } or ConfigScalar { Faulty: true }:
                break;
            case ConfigSequence sequence:
                for (var index = 0; index < sequence.Items.Length; index++)
                {
                    Add(context, objects, sequence.Items[index], $"{path}/{index}");
                }

                break;
            default:
                Add(context, objects, node, $"{path}/0");
                break;
        }

        return objects.ToImmutable();
    }

    private static void Add(ScriptContext context, ImmutableArray<ScriptObject>.Builder objects, ConfigNode node, string path)
    {
        context.Objects++;
        var allowed = Said.Listed(ObjectForms.Names);
        var (kind, value) = node switch
        {
            ConfigMap { Entries: [var only] } => (only.Key, only.Value),
            ConfigScalar { IsNull: false, Faulty: false } word => (word, new ConfigMap(word.Mark, [])),
            _ => (null, node),
        };
        if (kind is null)
        {
            var message = node is ConfigMap { Entries.Length: > 1 } map
                ? new Said($"an object is one key, and here are {map.Entries.Length}: are its parameters indented under `{map.Entries[0].Key.Text}`?",
                    $"un objet est une seule clé, et en voici {map.Entries.Length}\u00a0: ses paramètres sont-ils en retrait sous « {map.Entries[0].Key.Text} »?")
                : new Said("a script object is missing here", "il manque ici un objet de script");
            context.Scope.Report(ProblemCode.WrongKind, path, node.Mark, message, allowed);
            return;
        }

        if (ObjectForms.Find(kind.Text) is not { } form)
        {
            context.Scope.Report(ProblemCode.UnknownObject, path, kind.Mark,
                new Said($"there is no script object `{MapReader.Shorten(kind.Text)}`", $"il n'y a pas d'objet de script « {MapReader.Shorten(kind.Text)} »")
                + NearestWord.Hint(kind.Text, ObjectForms.Names), allowed);
            return;
        }

        context.Scope.Remember(path, kind.Mark);
        if (form.OnlyInQueue && !context.InQueue)
        {
            context.Scope.Report(ProblemCode.OnlyInQueue, path, kind.Mark,
                new($"`{form.Name}` makes sense only while a caller waits in a queue", $"« {form.Name} » n'a de sens que pendant qu'un appelant attend en file"),
                new("in `inQueue`", "dans « inQueue »"));
        }

        if (Parameters(context.Scope, form, value, path) is { } parameters)
        {
            var reader = new ObjectReader(context, new MapReader(context.Scope, parameters, path, kind.Mark));
            objects.Add(form.Bind(reader));
            reader.Map.End();
        }
    }

    /// <summary>A short form (<c>goto: Rappel</c>) stands for the object's principal parameter.</summary>
    private static ConfigMap? Parameters(BindingScope scope, ObjectForm form, ConfigNode value, string path)
    {
        switch (value)
        {
            case ConfigScalar { IsNull: true }:
                return new ConfigMap(value.Mark, []);
            case ConfigMap map when !form.MapIsPrincipal(map):
                return map;
            case ConfigScalar { Faulty: true } when form.Principal is null:
                return null;
            case ConfigScalar or ConfigMap when form.Principal is not null:
            case ConfigSequence when form.ListIsPrincipal:
                return new ConfigMap(value.Mark, [new ConfigEntry(new ConfigScalar(value.Mark, form.Principal!, false), value)]);
            default:
                MapReader.WrongKind(scope, path, value, new($"the parameters of `{form.Name}`", $"les paramètres de « {form.Name} »"));
                return null;
        }
    }
}
