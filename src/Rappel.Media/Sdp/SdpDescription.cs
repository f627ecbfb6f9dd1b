using System.Collections.Immutable;

namespace Rappel.Media.Sdp;

/// <summary>A c= line: where media is to be sent.</summary>
/// <param name="Family"><c>IP4</c> or <c>IP6</c> as written.</param>
/// <param name="Address">Without the time-to-live of a multicast address.</param>
public sealed record SdpConnection(string Family, string Address);

/// <summary>An a= line. A property attribute has no value.</summary>
public sealed record SdpAttribute(string Name, string? Value);

/// <summary>An m= line with what follows it.</summary>
/// <param name="Kind"><c>audio</c>, <c>video</c>, <c>image</c>, ...</param>
/// <param name="Port">0 where the stream is refused or removed.</param>
/// <param name="Connection">Of this stream; null where that of the session holds.</param>
public sealed record SdpStream(
    string Kind, int Port, string Protocol, ImmutableArray<string> Formats, SdpConnection? Connection, ImmutableArray<SdpAttribute> Attributes)
{
    /// <summary>Value of the first attribute of this name; empty for a property, null where there is none.</summary>
    public string? Find(string name)
    {
        foreach (var attribute in Attributes)
        {
            if (attribute.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return attribute.Value ?? "";
            }
        }

        return null;
    }
}

/// <summary>A session description as far as audio calls need it (RFC 8866 §5). Lines we have no use for are not kept.</summary>
public sealed record SdpDescription(
    string Origin, SdpConnection? Connection, ImmutableArray<SdpAttribute> Attributes, ImmutableArray<SdpStream> Streams);
