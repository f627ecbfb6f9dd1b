using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace Rappel.Server.Web.Events;

/// <summary>Writes values as the other endpoints do, and puts events together from parts that are written already.</summary>
internal sealed class EventJson(IOptions<JsonOptions> options)
{
    public byte[] Write<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, (JsonTypeInfo<T>)options.Value.SerializerOptions.GetTypeInfo(typeof(T)));

    /// <summary><c>{"full":true,"at":"…","items":[…],"gone":["…"]}</c></summary>
    /// <param name="at">When this was so; null leaves it out.</param>
    /// <param name="gone">Name of the second list.</param>
    public static byte[] List(bool full, Instant? at, IEnumerable<byte[]> items, string gone, IEnumerable<string> ids)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(bytes);
        json.WriteStartObject();
        json.WriteBoolean("full", full);
        if (at is { } moment)
        {
            json.WriteString("at", moment.UtcDateTime);
        }

        json.WriteStartArray("items");
        foreach (var item in items)
        {
            json.WriteRawValue(item, skipInputValidation: true);
        }

        json.WriteEndArray();
        json.WriteStartArray(gone);
        foreach (var id in ids)
        {
            json.WriteStringValue(id);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return bytes.WrittenSpan.ToArray();
    }
}
