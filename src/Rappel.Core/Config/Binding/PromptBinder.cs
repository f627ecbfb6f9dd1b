using System.Collections.Immutable;

namespace Rappel.Core.Config.Binding;

/// <summary>Prompts, and what scripts say in place.</summary>
internal static class PromptBinder
{
    private static readonly Said AudioWords = new("text, or a map with `text`, or with `file`: a WAV file in this folder",
        "un texte, ou une table avec « text », ou avec « file »\u00a0: un fichier WAV de ce dossier");

    private static readonly Said TextWords = new("text, a map of texts by language, or a map with `prompt`",
        "un texte, une table de textes par langue, ou une table avec « prompt »");

    public static PromptSnapshot BindPrompt(string key, MapReader reader)
    {
        var name = reader.OptionalText("name") ?? key;
        var audio = ImmutableDictionary.CreateBuilder<string, PromptAudio>(StableStringComparer.Instance);
        foreach (var language in ConfigurationLimits.Languages)
        {
            if (reader.Find(language) is { } node && Audio(reader, language, node) is { } one)
            {
                audio[language] = one;
            }
        }

        CheckDefault(reader, reader.Path);
        return new PromptSnapshot(key, name, audio.ToImmutable());
    }

    /// <summary>What is said: <c>{ fr: ..., en: ... }</c>, <c>{ prompt: key }</c>, or text alone in the default language.</summary>
    public static Utterance? BindUtterance(BindingScope scope, ConfigNode node, string path)
    {
        if (node is ConfigScalar { Faulty: false, IsNull: false } scalar)
        {
            return CheckLength(scope, path, scalar) ? new Utterance(null, Texts([(scope.DefaultLanguage, scalar.Text)])) : null;
        }

        if (node is not ConfigMap map)
        {
            MapReader.WrongKind(scope, path, node, TextWords);
            return null;
        }

        var reader = new MapReader(scope, map, path, map.Mark);
        var prompt = reader.Reference("prompt", false, NamedKind.Prompt);
        var texts = ConfigurationLimits.Languages
            .Select(language => (Language: language, Text: reader.OptionalText(language, ConfigurationLimits.TextLength)))
            .Where(pair => pair.Text is not null).Select(pair => (pair.Language, pair.Text!)).ToArray();
        var hasText = ConfigurationLimits.Languages.Any(reader.Has);
        if (reader.Has("prompt") == hasText)
        {
            scope.Report(ProblemCode.BadValue, path, map.Mark,
                hasText ? new("a prompt and a text at once", "une annonce et un texte à la fois") : new("nothing to say", "il n'y a rien à dire"), TextWords);
        }
        else if (hasText)
        {
            CheckDefault(reader, path);
        }

        reader.End();
        return new Utterance(prompt, hasText ? Texts(texts) : null);
    }

    private static ImmutableDictionary<string, string> Texts((string Language, string Text)[] texts) =>
        ImmutableDictionary.CreateRange(StableStringComparer.Instance, texts.Select(t => KeyValuePair.Create(t.Language, t.Text)));

    // Other languages fall back to the default one, so it alone has to be there.
    private static void CheckDefault(MapReader reader, string path)
    {
        if (!reader.Has(reader.Scope.DefaultLanguage))
        {
            reader.Scope.Report(ProblemCode.MissingText, path, reader.Mark,
                new($"there is nothing in `{reader.Scope.DefaultLanguage}`, the language others fall back to",
                    $"il n'y a rien en « {reader.Scope.DefaultLanguage} », la langue qui remplace les autres"),
                new($"at least `{reader.Scope.DefaultLanguage}`; languages: {string.Join(", ", ConfigurationLimits.Languages)}",
                    $"au moins « {reader.Scope.DefaultLanguage} »; langues\u00a0: {string.Join(", ", ConfigurationLimits.Languages)}"));
        }
    }

    private static PromptAudio? Audio(MapReader reader, string language, ConfigNode node)
    {
        var path = reader.PathOf(language);
        switch (node)
        {
            case ConfigScalar { Faulty: false } scalar:
                return CheckLength(reader.Scope, path, scalar) ? new PromptAudio(scalar.Text, null) : null;
            case ConfigMap map:
                return Audio(new MapReader(reader.Scope, map, path, map.Mark));
            default:
                MapReader.WrongKind(reader.Scope, path, node, AudioWords);
                return null;
        }
    }

    private static PromptAudio? Audio(MapReader reader)
    {
        var text = reader.OptionalScalar("text", AudioWords);
        var file = reader.OptionalScalar("file", AudioWords);
        reader.End();
        if (reader.Has("text") == reader.Has("file"))
        {
            reader.Scope.Report(ProblemCode.BadValue, reader.Path, reader.Mark,
                reader.Has("text") ? new("a text and a file at once", "un texte et un fichier à la fois")
                    : new("neither a text nor a file", "ni texte ni fichier"), AudioWords);
            return null;
        }

        if (text is not null)
        {
            return CheckLength(reader.Scope, reader.PathOf("text"), text) ? new PromptAudio(text.Text, null) : null;
        }

        return file is not null && CheckFile(reader.Scope, reader.PathOf("file"), file) ? new PromptAudio(null, file.Text) : null;
    }

    private static bool CheckLength(BindingScope scope, string path, ConfigScalar scalar)
    {
        if (scalar.Text.Length is > 0 and <= ConfigurationLimits.TextLength)
        {
            return true;
        }

        scope.Report(ProblemCode.OutOfRange, path, scalar.Mark,
            new($"the text has {scalar.Text.Length} characters", $"le texte a {scalar.Text.Length} caractères"),
            new($"1 to {ConfigurationLimits.TextLength} characters", $"de 1 à {ConfigurationLimits.TextLength} caractères"));
        return false;
    }

    private static bool CheckFile(BindingScope scope, string path, ConfigScalar file)
    {
        var text = file.Text;
        var inside = text.Length > 0 && text[0] != '/' && !text.Contains('\\', StringComparison.Ordinal)
            && !text.Contains(':', StringComparison.Ordinal) && !text.Contains('\0', StringComparison.Ordinal)
            && text.Split('/').All(part => part is not ("" or "." or ".."));
        if (!inside || !text.EndsWith(".wav", StringComparison.OrdinalIgnoreCase))
        {
            scope.Report(ProblemCode.BadValue, path, file.Mark,
                new($"`{MapReader.Shorten(text)}` is not a WAV file inside this folder", $"« {MapReader.Shorten(text)} » n'est pas un fichier WAV de ce dossier"),
                new("a path below the folder that ends in .wav", "un chemin dans le dossier, qui finit par .wav"));
            return false;
        }

        if (scope.Recordings is { } recordings && !recordings.Contains(text))
        {
            scope.Report(ProblemCode.UnknownReference, path, file.Mark,
                new Said($"there is no file `{MapReader.Shorten(text)}`", $"il n'y a pas de fichier « {MapReader.Shorten(text)} »")
                + NearestWord.Hint(text, [.. recordings.Order(StringComparer.Ordinal)]),
                new("a WAV file in this folder", "un fichier WAV de ce dossier"));
            return false;
        }

        return true;
    }
}
