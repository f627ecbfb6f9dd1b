namespace Rappel.Server.Configuration;

/// <summary>Bounds on what is read of a configuration folder, so that a wrong folder or a hostile file costs little.</summary>
public static class YamlLimits
{
    public const int Files = 2_500;
    public const int FileCharacters = 16 * 1024 * 1024;
    public const int TotalCharacters = 32 * 1024 * 1024;
    public const int Depth = 100;

    /// <summary>Of one file: a list of 100,000 contacts with names fits.</summary>
    public const int Nodes = 1_000_000;
    public const int Recordings = 10_000;
    public const int FolderDepth = 8;
}
