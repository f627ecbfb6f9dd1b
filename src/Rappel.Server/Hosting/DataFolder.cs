using System.Globalization;
using System.IO;

namespace Rappel.Server.Hosting;

/// <summary>The data folder, held against a second process for as long as this lives.</summary>
public sealed class DataFolder : IDisposable
{
    private readonly FileStream hold;

    private DataFolder(string path, FileStream hold)
    {
        Path = path;
        this.hold = hold;
    }

    public string Path { get; }

    /// <summary>Makes the folder where it is missing and takes hold of it. The problem names the folder and what to do.</summary>
    public static DataFolder? TryHold(string path, out string? problem)
    {
        try
        {
            Make(path);
            var hold = new FileStream(System.IO.Path.Combine(path, "rappel.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            // Beside the lock, not in it: a held file cannot be read.
            File.WriteAllText(HolderFile(path), Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
            problem = null;
            return new DataFolder(path, hold);
        }
        catch (UnauthorizedAccessException e)
        {
            problem = $"DATA_DIR={path}: may not be written to: {e.Message}";
        }
        catch (IOException e)
        {
            problem = IsHeld(e) && Holder(path) is { } holder
                ? $"DATA_DIR={path}: in use by another rappel (process {holder}); stop it or name another folder"
                : $"DATA_DIR={path}: cannot be used: {e.Message}";
        }

        return null;
    }

    public void Dispose() => hold.Dispose();

    // EWOULDBLOCK of flock, which .NET reports as it is.
    private static bool IsHeld(IOException e) => (e.HResult & 0xFFFF) is 11 or 32;

    // Recordings of callers lie in it: what we make is for this user alone. What the operator made is the operator's.
    private static void Make(string path)
    {
        if (OperatingSystem.IsWindows() || Directory.Exists(path))
        {
            Directory.CreateDirectory(path);
            return;
        }

        Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static string HolderFile(string path) => System.IO.Path.Combine(path, "rappel.pid");

    private static string? Holder(string path)
    {
        try
        {
            return File.ReadAllText(HolderFile(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
