using Rappel.Core.Config.Binding;
using static Rappel.Core.Config.Forms.Values;

namespace Rappel.Core.Config.Forms;

/// <summary>Forms of what callers hear.</summary>
internal static class Speech
{
    private const string Prompt = "prompt";

    /// <summary>A text by language, or a prompt by key.</summary>
    public static readonly RecordForm Utterance = new(
    [
        .. ConfigurationLimits.Languages.Select(language => Optional(language, Text(ConfigurationLimits.TextLength))),
        Optional(Prompt, Reference(NamedKind.Prompt)),
    ]);

    public static readonly UtterancesForm Utterances = new(Utterance, ConfigurationLimits.Utterances);

    /// <summary>A text that is spoken, or a recording.</summary>
    public static readonly RecordForm Audio = new(
    [
        Optional("text", Text(ConfigurationLimits.TextLength)),
        Optional("file", Of(ScalarKind.File)),
    ])
    { Principal = "text", ExactlyOne = ["text", "file"] };
}
