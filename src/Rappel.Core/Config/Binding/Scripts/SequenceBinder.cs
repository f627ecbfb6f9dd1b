using System.Collections.Immutable;
using Rappel.Core.Config.Forms;

namespace Rappel.Core.Config.Binding.Scripts;

/// <summary>
/// Reads sequences of script objects. In the long form an object is a map with its <c>type</c>; in the short form a map of one key,
/// its type, to its parameters.
/// </summary>
internal static class SequenceBinder
{
    private static readonly Said AllTypes = Said.Listed(ObjectForms.Names);

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
        var (type, value, isLong) = TypeOf(node);
        if (type is null)
        {
            var message = node is ConfigMap { Entries.Length: > 1 } map
                ? new Said($"an object is one key, and here are {map.Entries.Length}: are its parameters indented under `{map.Entries[0].Key.Text}`?",
                    $"un objet est une seule clé, et en voici {map.Entries.Length}\u00a0: ses paramètres sont-ils en retrait sous « {map.Entries[0].Key.Text} »?")
                : new Said("a script object is missing here", "il manque ici un objet de script");
            context.Scope.Report(ProblemCode.WrongKind, path, node.Mark, message, AllTypes);
            return;
        }

        if (ObjectForms.Find(type.Text) is not { } form)
        {
            context.Scope.Report(ProblemCode.UnknownObject, path, type.Mark,
                new Said($"there is no script object `{MapReader.Shorten(type.Text)}`", $"il n'y a pas d'objet de script « {MapReader.Shorten(type.Text)} »")
                + NearestWord.Hint(type.Text, ObjectForms.Names), AllTypes);
            return;
        }

        context.Scope.Remember(path, type.Mark);
        if (form.InQueueOnly && !context.InQueue)
        {
            context.Scope.Report(ProblemCode.OnlyInQueue, path, type.Mark,
                new($"`{form.Name}` makes sense only while a caller waits in a queue", $"« {form.Name} » n'a de sens que pendant qu'un appelant attend en file"),
                new("in `inQueue`", "dans « inQueue »"));
        }

        if ((isLong ? value as ConfigMap : Parameters(context.Scope, form, value, path)) is { } parameters)
        {
            var reader = new ObjectReader(context, new MapReader(context.Scope, parameters, path, type.Mark));
            objects.Add(form.Bind(reader));
            reader.Map.End();
        }
    }

    private static (ConfigScalar? Type, ConfigNode Value, bool IsLong) TypeOf(ConfigNode node) => node switch
    {
        ConfigMap map when map.Entries.FirstOrDefault(e => e.Key.Text == ObjectForms.Type) is { } typed =>
            (typed.Value as ConfigScalar, map with { Entries = map.Entries.Remove(typed) }, true),
        ConfigMap { Entries: [var only] } => (only.Key, only.Value, false),
        ConfigScalar { IsNull: false, Faulty: false } word => (word, new ConfigMap(word.Mark, []), false),
        _ => (null, node, false),
    };

    /// <summary>A short form (<c>goto: Rappel</c>) stands for the object's principal parameter.</summary>
    private static ConfigMap? Parameters(BindingScope scope, ObjectForm form, ConfigNode value, string path)
    {
        switch (value)
        {
            case ConfigScalar { IsNull: true }:
                return new ConfigMap(value.Mark, []);
            case ConfigScalar { Faulty: true } when form.Record.Principal is null:
                return null;
            case var brief when form.IsShort(brief):
                return new ConfigMap(value.Mark, [new ConfigEntry(new ConfigScalar(value.Mark, form.Record.Principal!, false), value)]);
            case ConfigMap map:
                return map;
            default:
                MapReader.WrongKind(scope, path, value, new($"the parameters of `{form.Name}`", $"les paramètres de « {form.Name} »"));
                return null;
        }
    }
}
