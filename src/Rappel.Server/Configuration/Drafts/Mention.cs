using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rappel.Core.Config.Canonical;
using Rappel.Core.Config.Forms;

namespace Rappel.Server.Configuration.Drafts;

/// <summary>A place where an object names another, or a file.</summary>
/// <param name="Pointer">Within the object: <c>/members/2/agent</c>.</param>
/// <param name="Form">What may stand there.</param>
/// <param name="Text">What stands there.</param>
internal sealed record Mention(string Pointer, ScalarForm Form, string Text)
{
    public bool Of(string section, string key) => Form.Type == ScalarKind.Reference && Text == key && Form.To.Contains(section);

    public static IReadOnlyList<Mention> In(ValueForm? form, JsonNode? json)
    {
        var found = new List<Mention>();
        FormWalk.Visit(form, json, "", (scalar, value, pointer) =>
        {
            if (scalar.Type is ScalarKind.Reference or ScalarKind.File && value.GetValueKind() == JsonValueKind.String
                && !scalar.Choices.Contains(CanonicalJson.TextOf(value)))
            {
                found.Add(new Mention(pointer, scalar, CanonicalJson.TextOf(value)));
            }
        });
        return [.. found];
    }
}
