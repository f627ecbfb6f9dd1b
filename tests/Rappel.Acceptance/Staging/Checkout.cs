using System.IO;

namespace Rappel.Acceptance.Staging;

internal static class Checkout
{
    /// <summary>The folder with the solution.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Rappel.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("Rappel.slnx is in no folder above the program");
    }
}
