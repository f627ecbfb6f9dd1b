using System.IO;

namespace Rappel.Server.Web.Recordings;

/// <summary>Where recorded conversations lie, by the names that their rows have.</summary>
/// <param name="dataFolder">What those names are relative to.</param>
public sealed class RecordingFolder(string dataFolder)
{
    private readonly string root = Path.GetFullPath(dataFolder) + Path.DirectorySeparatorChar;

    /// <summary>The whole path of a file that is there; null where none is.</summary>
    public string? Find(string file) => PathOf(file) is { } path && File.Exists(path) ? path : null;

    /// <summary>The file is gone when this returns, also where it was not there. Throws what the system says where it cannot be.</summary>
    public void Delete(string file)
    {
        if (Find(file) is { } path)
        {
            File.Delete(path);
        }
    }

    private string? PathOf(string file)
    {
        var path = Path.GetFullPath(Path.Combine(root, file));
        return path.StartsWith(root, StringComparison.Ordinal) ? path : null;
    }
}
