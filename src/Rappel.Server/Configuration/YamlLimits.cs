namespace Rappel.Server.Configuration;

/// <summary>Bounds on what is read of a configuration folder, so that a wrong folder or a hostile file costs little.</summary>
public static class YamlLimits
{
    public const int Files = 500;
    public const int FileCharacters = 1024 * 1024;
    public const int TotalCharacters = 8 * 1024 * 1024;
    public const int Depth = 100;
    public const int Nodes = 100_000;
    public const int Recordings = 10_000;
    public const int FolderDepth = 8;
}
