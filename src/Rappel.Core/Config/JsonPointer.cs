using System.Globalization;
using System.Text.Json;

namespace Rappel.Core.Config;

/// <summary>RFC 6901 pointers.</summary>
public static class JsonPointer
{
    /// <summary>Empty for the whole document, or parts that each begin with a slash; a tilde only as <c>~0</c> and <c>~1</c>.</summary>
    public static bool IsValid(string pointer)
    {
        if (pointer.Length > 0 && pointer[0] != '/')
        {
            return false;
        }

        for (var tilde = pointer.IndexOf('~', StringComparison.Ordinal); tilde >= 0; tilde = pointer.IndexOf('~', tilde + 1))
        {
            if (tilde + 1 == pointer.Length || pointer[tilde + 1] is not ('0' or '1'))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What the pointer leads to; null where there is nothing.</summary>
    public static JsonElement? Find(JsonElement document, string pointer)
    {
        var here = document;
        foreach (var part in pointer.Split('/').Skip(1))
        {
            var name = part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            if (here.ValueKind == JsonValueKind.Object && here.TryGetProperty(name, out var member))
            {
                here = member;
            }
            else if (here.ValueKind == JsonValueKind.Array && int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                && index < here.GetArrayLength())
            {
                here = here[index];
            }
            else
            {
                return null;
            }
        }

        return here;
    }

    /// <summary>As text: strings without their quotes, everything else as JSON writes it; null where there is nothing, or null.</summary>
    public static string? Text(JsonElement document, string pointer) => Find(document, pointer) switch
    {
        null or { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined } => null,
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { } other => other.GetRawText(),
    };
}
