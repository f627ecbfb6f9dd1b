using System.Text.Json;
using Rappel.Core.Config;
using Rappel.Core.Ivr.Speaking;

namespace Rappel.Core.Ivr.Objects;

/// <summary>Puts variables into a request, escaped so that what a caller typed or somebody is called stays a value.</summary>
internal static class WebFilling
{
    /// <param name="before">Pointers wanted besides those of the call's variables, and before them.</param>
    public static WebAsking Fill(WebCall call, Func<string, string> value, ReadOnlySpan<string> before) => new(
        call.Method, Template.Fill(call.Url, name => Uri.EscapeDataString(value(name))), call.Headers, call.ContentType,
        call.Body is { } body ? Template.Fill(body, name => Escaped(call.ContentType, value(name))) : null, call.Timeout,
        [.. before, .. call.Variables.Select(v => v.Pointer)]);

    private static string Escaped(string contentType, string value)
    {
        if (contentType.Contains("json", StringComparison.OrdinalIgnoreCase))
        {
            return JsonEncodedText.Encode(value).ToString();
        }

        return contentType.Contains("form-urlencoded", StringComparison.OrdinalIgnoreCase) ? Uri.EscapeDataString(value) : value;
    }
}
