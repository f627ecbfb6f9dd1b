using System.IO;
using Rappel.Server.Hosting;

namespace Rappel.Tests.Server.Hosting;

public sealed class DataFolderTests : IDisposable
{
    private readonly string path = Directory.CreateTempSubdirectory("rappel-").FullName;

    public void Dispose() => Directory.Delete(path, true);

    [Fact]
    public void A_missing_folder_is_made()
    {
        using var folder = DataFolder.TryHold(Path.Combine(path, "a", "b"), out var problem);
        Assert.Null(problem);
        Assert.True(Directory.Exists(folder!.Path));
    }

    [Fact]
    public void A_folder_that_was_made_is_closed_to_other_users()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "no Unix modes");
        using var folder = DataFolder.TryHold(Path.Combine(path, "data"), out _);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder!.Path));
        }
    }

    [Fact]
    public void A_folder_in_use_is_refused_and_its_holder_named()
    {
        using var first = DataFolder.TryHold(path, out _);
        Assert.Null(DataFolder.TryHold(path, out var problem));
        Assert.Contains($"in use by another rappel (process {Environment.ProcessId})", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_let_go_can_be_held_again()
    {
        DataFolder.TryHold(path, out _)!.Dispose();
        using var again = DataFolder.TryHold(path, out var problem);
        Assert.Null(problem);
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_refused_with_the_reason()
    {
        File.WriteAllText(Path.Combine(path, "file"), "");
        Assert.Null(DataFolder.TryHold(Path.Combine(path, "file", "data"), out var problem));
        Assert.StartsWith($"DATA_DIR={path}", problem, StringComparison.Ordinal);
    }
}
