using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Rappel.Core.Config;
using Rappel.Core.Config.Canonical;
using Rappel.Core.Config.Forms;

namespace Rappel.Server.Configuration.Drafts;

/// <summary>One object as it stands in a file. What follows from it is worked out when first asked for, and kept.</summary>
internal sealed class DraftObject
{
    private readonly Meaning meaning;

    public DraftObject(ConfigScalar key, ConfigNode value)
        : this(key, value, new Meaning())
    {
    }

    private DraftObject(ConfigScalar key, ConfigNode value, Meaning meaning)
    {
        Key = key;
        Value = value;
        this.meaning = meaning;
    }

    public ConfigScalar Key { get; }

    /// <summary>As written.</summary>
    public ConfigNode Value { get; }

    /// <summary>The same object at another place: what was worked out of <paramref name="earlier"/> holds for it too.</summary>
    public DraftObject Like(DraftObject earlier) => new(Key, Value, earlier.meaning);

    /// <summary>In canonical form. Not to be changed: others see it too.</summary>
    public JsonNode? Json(ValueForm? form, string? language) => Known(form, language).Json;

    /// <summary>The same for the same content, however it is written.</summary>
    public string Etag(ValueForm? form, string? language)
    {
        var known = Known(form, language);
        return known.Etag ??= Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(known.Json?.ToJsonString() ?? "null")).AsSpan(0, 16));
    }

    public IReadOnlyList<Mention> Mentions(ValueForm? form, string? language)
    {
        var known = Known(form, language);
        return known.Mentions ??= Mention.In(form, known.Json);
    }

    private Known Known(ValueForm? form, string? language)
    {
        var known = meaning.Known;
        if (known is null || known.Language != language)
        {
            known = new Known(language, CanonicalJson.Of(form, new LongForm(language).Value(form, Value)));
            meaning.Known = known;
        }

        return known;
    }

    private sealed class Meaning
    {
        public Known? Known { get; set; }
    }
}

/// <summary>What an object is in canonical form, where texts without a language are in <paramref name="Language"/>.</summary>
internal sealed record Known(string? Language, JsonNode? Json)
{
    public string? Etag { get; set; }

    public IReadOnlyList<Mention>? Mentions { get; set; }
}
