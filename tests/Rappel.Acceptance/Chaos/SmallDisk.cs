using System.Diagnostics;
using System.IO;

namespace Rappel.Acceptance.Chaos;

/// <summary>
/// The disk under the data folder: a small file system of its own, where this process may mount one (it is started by <c>unshare -rm</c>, in
/// a mount namespace that goes with it). It can be filled and made read-only. Without, those faults cannot be had.
/// </summary>
internal sealed class SmallDisk
{
    private const int Megabytes = 160;

    private readonly string ballast;

    private SmallDisk(string path, bool isOwn)
    {
        Path = path;
        IsOwn = isOwn;
        ballast = System.IO.Path.Combine(path, "ballast");
    }

    public string Path { get; }

    /// <summary>False where it is a folder on the disk that everything else is on.</summary>
    public bool IsOwn { get; }

    public static SmallDisk Mount(string path)
    {
        Directory.CreateDirectory(path);
        return new SmallDisk(path, Environment.GetEnvironmentVariable("CHAOS_MAY_MOUNT") == "1" && Run("mount", "-t", "tmpfs", "-o", $"size={Megabytes}m,mode=700", "rappel-chaos", path));
    }

    /// <summary>Until <see cref="Free"/> not a byte more can be written.</summary>
    public void Fill()
    {
        using var file = new FileStream(ballast, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        var chunk = new byte[1 << 20];
        for (var size = chunk.Length; size > 0;)
        {
            try
            {
                file.Write(chunk, 0, size);
            }
            catch (IOException)
            {
                size /= 2;
            }
        }
    }

    public void Free() => File.Delete(ballast);

    /// <summary>Only while nobody has a file open for writing.</summary>
    public bool SetReadOnly(bool readOnly) => Run("mount", "-o", readOnly ? "remount,ro" : "remount,rw", Path);

    public void Unmount()
    {
        if (IsOwn)
        {
            Run("umount", Path);
        }
    }

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
