using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Rappel.Core.Config;
using Rappel.Core.Config.Forms;
using Rappel.Core.Numbers;

namespace Rappel.Server.Web;

/// <summary>Schemas of single values. What is no text may come from the environment instead, and is text then.</summary>
internal static class ScalarSchemas
{
    private const string AnyEnvironment = @".*\$\{.*";

    public static OpenApiSchema Of(ScalarForm form, IOpenApiSchema environment) => form.Type switch
    {
        ScalarKind.Integer => Or(environment, new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = Text(form.Integer!.Minimum), Maximum = Text(form.Integer!.Maximum) }),
        ScalarKind.Flag => Or(environment, new OpenApiSchema { Type = JsonSchemaType.Boolean }),
        ScalarKind.Choice or ScalarKind.Language when !form.Choices.IsEmpty =>
            Or(environment, new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. form.Choices.Select(c => (JsonNode)c)] }),
        ScalarKind.Duration => Words($@"^((\d+ ?(h|min|s) ?)+|{AnyEnvironment})$", form.Duration is { } limit
            ? $"A whole number with its unit, from {limit.Allowed.English}." : "A whole number with its unit."),
        ScalarKind.PhoneNumber => Words($@"^(\+[1-9]\d{{{NumberForm.ShortestE164 - 1},{NumberForm.LongestE164 - 1}}}|{AnyEnvironment})$", $"{NumberForm.E164Words.English}."),
        ScalarKind.Hours => Words($@"^( *\d{{1,2}}:\d\d *- *\d{{1,2}}:\d\d *|{AnyEnvironment})$", "Hours of a day: `08:00-17:30`."),
        ScalarKind.Label or ScalarKind.Goto => Words($"^[\\p{{L}}\\p{{N}}]{{1,{ConfigurationLimits.LabelLength}}}$", "Letters and digits."),
        ScalarKind.Reference => Words(null, Keys(form)),
        ScalarKind.Variable => Words(null, "Name of a variable."),
        ScalarKind.Expression => Words(null, "Text with `$variables`.", form.Longest),
        ScalarKind.Secret => Words(null, "Read as `********`; writing that back keeps it.", form.Longest, "password"),
        ScalarKind.TimeZone => Words(null, "An IANA time zone, such as `America/Toronto`."),
        ScalarKind.Pattern => Words(null, "A regular expression over the whole number.", form.Longest, "regex"),
        ScalarKind.Rewrite => Words(null, "`as-is`, or digits, `+` and the groups `$1` to `$9` of the pattern."),
        ScalarKind.Address => Words(null, "`host` or `host:port`."),
        ScalarKind.Network => Words(null, "A CIDR block, such as `192.0.2.0/24`."),
        ScalarKind.File => Words(null, "Path of a WAV file of the configuration."),
        ScalarKind.Url => Words(null, "An `https` address."),
        _ => Words(null, null, form.Longest),
    };

    private static OpenApiSchema Or(IOpenApiSchema environment, OpenApiSchema schema) => new() { AnyOf = [schema, environment] };

    private static OpenApiSchema Words(string? pattern, string? description, int? longest = null, string? format = null) =>
        new() { Type = JsonSchemaType.String, Pattern = pattern, Description = description, MaxLength = longest, Format = format };

    private static string Keys(ScalarForm form)
    {
        var sections = string.Join(" or ", form.To.Select(s => $"`{s}`"));
        return form.Choices.IsEmpty ? $"Key of an object of {sections}." : $"{string.Join(", ", form.Choices.Select(c => $"`{c}`"))}, or the key of an object of {sections}.";
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
