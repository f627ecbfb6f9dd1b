using System.Globalization;
using System.Text.Json.Nodes;

namespace Rappel.Core.Config.Forms;

/// <summary>What is written for a single value, as typed JSON and back.</summary>
public static class ScalarValue
{
    /// <summary>A number or a flag where the text is one and the form wants one; otherwise the text, for the binder to judge.</summary>
    /// <param name="form">Null where nobody knows what belongs there.</param>
    public static JsonValue ToJson(ScalarForm? form, string text) => form?.Type switch
    {
        ScalarKind.Integer when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) =>
            JsonValue.Create(number),
        ScalarKind.Flag when text is "true" or "yes" => JsonValue.Create(true),
        ScalarKind.Flag when text is "false" or "no" => JsonValue.Create(false),
        _ => JsonValue.Create(text),
    };
}
