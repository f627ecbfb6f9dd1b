namespace Rappel.Media.Sdp;

/// <summary>Bounds of a session description we read. One beyond them is refused whole.</summary>
public static class SdpLimits
{
    /// <summary>Bytes of a body.</summary>
    public const int Body = 16 * 1024;

    public const int Lines = 400;

    /// <summary>Characters of a line.</summary>
    public const int Line = 1024;

    /// <summary>m= lines.</summary>
    public const int Streams = 16;

    /// <summary>Formats on an m= line.</summary>
    public const int Formats = 64;

    /// <summary>Attributes of the session, and of each stream.</summary>
    public const int Attributes = 128;
}
