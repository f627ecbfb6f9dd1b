using System.Collections.Frozen;
using System.IO;
using System.Net.Mime;
using System.Text;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Rappel.Server.Web.Application;

/// <summary>
/// The browser application: files that were built beside the server. Whoever navigates to an address of no file and no endpoint gets its one page,
/// which knows what is there; a program gets 404.
/// </summary>
internal sealed class BrowserApplication
{
    // Vite's word for where the nonce stands in the page (web/vite.config.ts).
    private const string NoncePlace = "%CSP_NONCE%";
    private const string Page = "/index.html";

    // Whoever opens their link needs no more than this.
    private const string CustomerPage = "/customer.html";
    private const string CustomerPages = "/c";

    // Stands on pages of other servers.
    private const string Widget = "/widget.js";

    // Files here have their content's hash in their name.
    private const string Hashed = "/assets";

    private static readonly FrozenDictionary<string, string> Types = new Dictionary<string, string>
    {
        [".html"] = "text/html; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".svg"] = "image/svg+xml",
        [".png"] = "image/png",
        [".json"] = "application/json",
        [".woff2"] = "font/woff2",
    }.ToFrozenDictionary();

    private static readonly string[] NotPages = ["/api", "/openapi", "/health", Hashed];

    private readonly FrozenDictionary<string, ApplicationFile> _files;
    private readonly string? _page;
    private readonly string? _customerPage;

    /// <param name="folder">What <c>npm run build</c> made; null or missing where the server is built without it: its addresses are then 404.</param>
    public BrowserApplication(string? folder)
    {
        var paths = folder is not null && Directory.Exists(folder) ? Directory.GetFiles(folder, "*", SearchOption.AllDirectories) : [];
        _files = paths.ToFrozenDictionary(
            path => "/" + Path.GetRelativePath(folder!, path).Replace('\\', '/'),
            path => new ApplicationFile(File.ReadAllBytes(path), Types.GetValueOrDefault(Path.GetExtension(path), MediaTypeNames.Application.Octet)));
        _page = TextOf(Page);
        _customerPage = TextOf(CustomerPage);
    }

    /// <summary>Answers for files and pages; everything else goes on.</summary>
    public Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint() is not null || !HttpMethods.IsGet(context.Request.Method))
        {
            return next(context);
        }

        if (_files.TryGetValue(context.Request.Path.Value ?? "", out var file) && context.Request.Path != Page && context.Request.Path != CustomerPage)
        {
            return SendFileAsync(context, file);
        }

        if (!IsNavigation(context.Request) || PageFor(context.Request.Path) is not { } page)
        {
            return next(context);
        }

        return SendPageAsync(context, page);
    }

    private string? PageFor(PathString path) => path.StartsWithSegments(CustomerPages, StringComparison.Ordinal) ? _customerPage : _page;

    private string? TextOf(string file) => _files.TryGetValue(file, out var page) ? Encoding.UTF8.GetString(page.In([]).Bytes.Span) : null;

    private static bool IsNavigation(HttpRequest request) =>
        !NotPages.Any(start => request.Path.StartsWithSegments(start, StringComparison.Ordinal))
        && request.GetTypedHeaders().Accept.Any(type => type.MediaType == "text/html");

    private static async Task SendPageAsync(HttpContext context, string page)
    {
        var nonce = PageSecurity.AllowStyles(context);
        context.Response.ContentType = Types[".html"];
        await context.Response.WriteAsync(page.Replace(NoncePlace, nonce, StringComparison.Ordinal), context.RequestAborted);
    }

    private static async Task SendFileAsync(HttpContext context, ApplicationFile file)
    {
        var (request, response) = (context.Request, context.Response);
        response.Headers.ETag = file.Tag;
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (request.Path == Widget)
        {
            PageSecurity.AllowElsewhere(context);
        }

        response.Headers.CacheControl = request.Path.StartsWithSegments(Hashed, StringComparison.Ordinal) ? "public, max-age=31536000, immutable" : "no-cache";
        if (request.GetTypedHeaders().IfNoneMatch.Any(tag => tag.Tag == file.Tag || tag.Tag == "*"))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        var accepted = request.GetTypedHeaders().AcceptEncoding.Where(coding => coding.Quality is not 0).Select(coding => coding.Value.ToString()).ToList();
        var (bytes, name) = file.In(accepted);
        if (name is not null)
        {
            response.Headers.ContentEncoding = name;
        }

        response.ContentType = file.Type;
        response.ContentLength = bytes.Length;
        await response.Body.WriteAsync(bytes, context.RequestAborted);
    }
}
