using System.IO;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Rappel.Server.Web.Problems;

namespace Rappel.Server.Web.Drafts;

/// <summary>Bodies beyond what other requests may send: archives and recordings.</summary>
internal static class LargeBody
{
    private const int Buffer = 81920;

    /// <summary>The body on disk, gone when disposed of; null where it is longer than <paramref name="most"/> bytes.</summary>
    public static async Task<FileStream?> ReadAsync(HttpContext context, long most)
    {
        if (context.Request.ContentLength > most)
        {
            return null;
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = most;
        }

        var file = NewFile();
        try
        {
            var buffer = new byte[Buffer];
            int read;
            while ((read = await context.Request.Body.ReadAsync(buffer, context.RequestAborted)) > 0)
            {
                if (file.Length + read > most)
                {
                    await file.DisposeAsync();
                    return null;
                }

                await file.WriteAsync(buffer.AsMemory(0, read), context.RequestAborted);
            }

            file.Position = 0;
            return file;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    /// <summary>For this user alone, and gone when disposed of.</summary>
    public static FileStream NewFile()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), options);
    }

    public static IResult TooLarge(long most) => ProblemResults.Of(413, "too-large", "The body is too large", $"At most {most} bytes are allowed.");
}
