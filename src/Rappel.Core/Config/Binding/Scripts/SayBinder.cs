using System.Collections.Immutable;

namespace Rappel.Core.Config.Binding.Scripts;

/// <summary>Say, Play and Set language.</summary>
internal static class SayBinder
{
    public static ScriptObject BindSay(ObjectReader reader) => new SayObject(
        reader.Path, reader.Protected, reader.Utterances("text", true), Language(reader), reader.Map.Flag("interruptible", true));

    public static ScriptObject BindPlay(ObjectReader reader)
    {
        var prompts = ImmutableArray.CreateBuilder<Utterance>();
        reader.Map.Require("prompt", new("key of a prompt, or a list of keys", "la clé d'une annonce, ou une liste de clés"));
        foreach (var (node, path) in reader.Map.Items("prompt", ConfigurationLimits.Utterances))
        {
            if (node is not ConfigScalar scalar)
            {
                MapReader.WrongKind(reader.Map.Scope, path, node, new("key of a prompt", "la clé d'une annonce"));
            }
            else if (!scalar.Faulty && reader.Map.Scope.CheckReference(scalar, path, NamedKind.Prompt))
            {
                prompts.Add(new Utterance(scalar.Text, null));
                reader.Context.Say(reader.Path, prompts[^1], path, scalar.Mark);
            }
        }

        return new SayObject(reader.Path, reader.Protected, prompts.ToImmutable(), Language(reader), reader.Map.Flag("interruptible", true));
    }

    public static ScriptObject BindLanguage(ObjectReader reader)
    {
        reader.Map.Require("language", Said.Listed(ConfigurationLimits.Languages));
        return new SetLanguageObject(reader.Path, reader.Protected, reader.Map.Language("language", reader.Map.Scope.DefaultLanguage));
    }

    private static string? Language(ObjectReader reader) =>
        reader.Map.Has("language") ? reader.Map.Language("language", reader.Map.Scope.DefaultLanguage) : null;
}
