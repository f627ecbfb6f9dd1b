using System.Collections.Immutable;
using System.IO;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Rappel.Engine.Journal;

namespace Rappel.Server.Hosting;

/// <summary>
/// Where batches go that the store will never take: a file in the data folder, one JSON object a line, flushed to disk. It is for a person:
/// the server never reads it again.
/// </summary>
public sealed class SetAside(string file, TimeProvider time)
{
    public const string FileName = "set-aside.jsonl";

    private static readonly JsonSerializerOptions Readable = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    public string File { get; } = file;

    /// <summary>True where an earlier process, or this one, left something in it.</summary>
    public bool HasAny => System.IO.File.Exists(File);

    /// <summary>On disk when this returns. Throws <see cref="IOException"/> or <see cref="UnauthorizedAccessException"/> where it cannot be written.</summary>
    public void Keep(Batch batch, Exception why)
    {
        var line = JsonSerializer.SerializeToUtf8Bytes(
            new { At = time.GetUtcNow(), Batch = batch.Number, Why = why.Message, Rows = Rows(batch) }, Readable);
        using var stream = new FileStream(File, FileMode.Append, FileAccess.Write, FileShare.Read);
        stream.Write(line);
        stream.WriteByte((byte)'\n');
        stream.Flush(flushToDisk: true);
    }

    private static ImmutableArray<object> Rows(Batch batch) => [.. batch.Rows.Select(Row)];

    private static object Row(StoreRow row)
    {
        try
        {
            return new { Kind = row.GetType().Name, Row = JsonSerializer.SerializeToElement(row, row.GetType(), Readable) };
        }
        catch (Exception e) when (e is NotSupportedException or JsonException or InvalidOperationException or ArgumentException)
        {
            // What the store could not write JSON may not be able to either: then in the words of the record itself.
            return new { Kind = row.GetType().Name, Text = row.ToString() };
        }
    }
}
