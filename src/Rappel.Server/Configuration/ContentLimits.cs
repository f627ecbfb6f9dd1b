namespace Rappel.Server.Configuration;

/// <summary>Bounds on what a configuration may consist of, besides those of its texts.</summary>
public static class ContentLimits
{
    /// <summary>Bytes of all recordings together.</summary>
    public const long Recordings = 256L * 1024 * 1024;

    /// <summary>Bytes of an archive as it is sent.</summary>
    public const long Archive = 256L * 1024 * 1024;

    /// <summary>Bytes that come out of an archive.</summary>
    public const long Unpacked = Recordings + (4L * YamlLimits.TotalCharacters);

    /// <summary>Entries of an archive, those that are left alone included.</summary>
    public const int ArchiveEntries = 2 * (YamlLimits.Files + YamlLimits.Recordings);

    /// <summary>Characters of a path.</summary>
    public const int Path = 200;

    /// <summary>Editions (versions, the draft) whose texts are held in memory.</summary>
    public const int EditionsHeld = 4;
}
