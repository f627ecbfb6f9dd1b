using System.IO;

namespace Rappel.Acceptance.Staging;

/// <summary>
/// Where a run leaves what everybody said and did: <c>artifacts/scenes</c>, emptied at the next run. A second run at the same time takes
/// <c>artifacts/scenes-2</c> and so on.
/// </summary>
internal sealed class TraceFolder : IDisposable
{
    private readonly FileStream hold;

    private TraceFolder(string path, FileStream hold)
    {
        Path = path;
        this.hold = hold;
    }

    public string Path { get; }

    /// <param name="name">Of the folder.</param>
    public static TraceFolder Take(string name = "scenes")
    {
        for (var number = 1; ; number++)
        {
            var path = System.IO.Path.Combine(Checkout.Root, "artifacts", number == 1 ? name : $"{name}-{number}");
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
            FileStream hold;
            try
            {
                hold = new FileStream($"{path}.lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (number < 100)
            {
                continue;
            }

            if (Directory.Exists(path))
            {
                Directory.Delete(path, recursive: true);
            }

            Directory.CreateDirectory(path);
            return new TraceFolder(path, hold);
        }
    }

    public void Dispose() => hold.Dispose();
}
