using System.Collections.Frozen;
using System.IO;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using Rappel.Server.Web.Auth;

namespace Rappel.Server.Web.Board;

/// <summary>The start page: the live state for a person who signed in. Static but for its language.</summary>
internal sealed class BoardPage
{
    private const string Folder = "Board/";

    private static readonly string[] Languages = ["en", "fr"];
    private static readonly (string File, string Type)[] Assets =
        [("board.css", "text/css; charset=utf-8"), ("board.js", "text/javascript; charset=utf-8"), ("icon.svg", "image/svg+xml")];

    private readonly FrozenDictionary<string, string> _pages;

    public BoardPage()
    {
        using var texts = JsonDocument.Parse(Read("texts.json"));
        _pages = Languages.ToFrozenDictionary(language => language, language => Render(language, texts.RootElement.GetProperty(language)));
    }

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/", (HttpContext context, BoardPage page) => page.Show(context)).AllowAnonymous().ExcludeFromDescription();
        foreach (var (file, type) in Assets)
        {
            var bytes = Encoding.UTF8.GetBytes(Read(file));
            var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 8))}\"");
            app.MapGet($"/assets/{file}", () => TypedResults.Bytes(bytes, type, entityTag: tag)).AllowAnonymous().ExcludeFromDescription();
        }
    }

    private ContentHttpResult Show(HttpContext context)
    {
        var language = Language(context);
        var signedIn = context.User.Identity?.AuthenticationType == Access.SessionScheme;
        context.Response.Headers.ContentLanguage = language;
        context.Response.Headers.Vary = "Accept-Language, Cookie";
        return TypedResults.Content(
            _pages[language].Replace("{{signedIn}}", signedIn ? "true" : "false", StringComparison.Ordinal), "text/html; charset=utf-8");
    }

    /// <summary>The one asked for by name (<c>/?lang=fr</c>), else the best that the browser accepts, else English.</summary>
    private static string Language(HttpContext context)
    {
        if (context.Request.Query["lang"].ToString() is { Length: > 0 } named && Languages.Contains(named))
        {
            return named;
        }

        var accepted = context.Request.GetTypedHeaders().AcceptLanguage
            .Where(l => l.Quality is not 0)
            .OrderByDescending(l => l.Quality ?? 1)
            .Select(l => l.Value.ToString().Split('-')[0].ToLowerInvariant());
        return accepted.FirstOrDefault(Languages.Contains) ?? "en";
    }

    private static string Render(string language, JsonElement texts)
    {
        var page = new StringBuilder(Read("board.html"));
        page.Replace("{{lang}}", language);
        foreach (var text in texts.EnumerateObject().Where(t => t.Value.ValueKind == JsonValueKind.String))
        {
            page.Replace($"{{{{{text.Name}}}}}", WebUtility.HtmlEncode(text.Value.GetString()));
        }

        return page.Replace("{{texts}}", WebUtility.HtmlEncode(texts.GetRawText())).ToString();
    }

    private static string Read(string file)
    {
        using var stream = typeof(BoardPage).Assembly.GetManifestResourceStream(Folder + file)
            ?? throw new InvalidOperationException($"The asset {file} is not built in.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
