using System.IO;
using System.IO.Compression;
using System.Security.Cryptography;

namespace Rappel.Server.Web.Application;

/// <summary>A file of the browser application, held in memory: there are a few megabytes of them, and they do not change while we run.</summary>
internal sealed class ApplicationFile
{
    // Below this a packet is a packet.
    private const int WorthCompressing = 1024;

    private readonly byte[] _content;
    private readonly Lazy<byte[]?> _brotli;
    private readonly Lazy<byte[]?> _gzip;

    public ApplicationFile(byte[] content, string type)
    {
        _content = content;
        Type = type;
        Tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 8))}\"";
        // At the first request for it: starting must not wait for what may never be asked.
        _brotli = new(() => Compress(stream => new BrotliStream(stream, CompressionLevel.Optimal)));
        _gzip = new(() => Compress(stream => new GZipStream(stream, CompressionLevel.Optimal)));
    }

    public string Type { get; }

    /// <summary>Entity tag, of the content.</summary>
    public string Tag { get; }

    /// <summary>In the smallest form that the browser takes.</summary>
    /// <param name="accepted">Names of codings, such as <c>br</c>.</param>
    /// <returns>The bytes, and the name of their coding; null where they are as they are.</returns>
    public (ReadOnlyMemory<byte> Bytes, string? Coding) In(IReadOnlyCollection<string> accepted)
    {
        if (accepted.Contains("br") && _brotli.Value is { } brotli)
        {
            return (brotli, "br");
        }

        return accepted.Contains("gzip") && _gzip.Value is { } gzip ? (gzip, "gzip") : (_content, null);
    }

    private byte[]? Compress(Func<Stream, Stream> open)
    {
        // Fonts and images are compressed as they are.
        if (_content.Length < WorthCompressing || !(Type.StartsWith("text/", StringComparison.Ordinal) || Type is "image/svg+xml" or "application/json"))
        {
            return null;
        }

        using var made = new MemoryStream();
        using (var compressor = open(made))
        {
            compressor.Write(_content);
        }

        var bytes = made.ToArray();
        return bytes.Length < _content.Length ? bytes : null;
    }
}
