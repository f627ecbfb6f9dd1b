using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Dapper;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Rappel.Core.Calls;
using Rappel.Core.Config;
using Rappel.Engine.Journal;
using Rappel.Server.Composition;
using Rappel.Server.Configuration;
using Rappel.Server.Configuration.Editions;
using Rappel.Server.Speech;
using Rappel.Server.Net.Web;
using Rappel.Server.Trying;
using Rappel.Server.Web;
using Rappel.Server.Web.Phone;
using Rappel.Server.Web.Recordings;
using Rappel.Storage;
using Rappel.Storage.Callers;
using Rappel.Storage.People;
using Rappel.Storage.Queries;
using Rappel.Storage.Sqlite;
using Rappel.Storage.Webhooks;
using Rappel.Tests.Server.Configuration;
using Rappel.Tests.Server.Speech;
using Rappel.Tests.Storage;

namespace Rappel.Tests.Server.Web;

/// <summary>The HTTP interface on a free loopback port, with a fake engine and a real store.</summary>
internal sealed class ApiServer : IAsyncDisposable
{
    public const string Token = "token-for-tests";
    public const string Password = "password for tests";
    public static readonly (string, string) Guard = ("X-Rappel-Request", "1");
    private readonly List<HttpClient> _browsers = [];
    private readonly TemporaryFolder _folder = new();
    private readonly WebApplication _app;
    private readonly WebSender _sender = new(allowsPrivate: true);
    private readonly SpeechSynthesizer _speech;

    private ApiServer(Func<RappelApiOptions, RappelApiOptions> change)
    {
        Folder = new RecordingFolder(System.IO.Path.GetDirectoryName(_folder.File("rappel.db"))!);
        Store = SqliteStore.Open(new(_folder.File("rappel.db")));
        Book = new ConfigurationBook(Store, TenantId.Default, new EditionShelf(Store, TenantId.Default, ExampleFolder.Environment), TimeProvider.System);
        Book.PublishTo(Published.Add);
        new ConfigurationDesk(new ConfigurationSource.Example(), Book, Store, TenantId.Default, NullLogger.Instance).Begin(out _);
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        builder.Services.AddLogging();
        builder.Services.AddSingleton<IEnginePort>(Engine).AddSingleton<IHealthPort>(Health).AddSingleton<IConfigurationPort>(Configuration)
            .AddSingleton(Book).AddSingleton<IPhoneLines>(Phones)
            .AddSingleton<IStore>(Store).AddSingleton<IPeopleStore>(Store).AddSingleton<IReportStore>(Store).AddSingleton<IRecordingStore>(Store).AddSingleton(Folder).AddSingleton<TimeProvider>(Time)
            .AddSingleton<IWebhookStore>(Store).AddSingleton<IKeptAnswers>(Store).AddSingleton(LinkSigner.Settle(Store, TenantId.Default, Time))
            .AddRappelApi(change(new RappelApiOptions(Token, Password) { RequestsPerSecond = 10_000, PasswordIterations = 1 }));
        var memory = new ClipMemory();
        _speech = new SpeechSynthesizer(new FakeSpeech(), new SpeechStock(_folder.File("speech"), NullLogger.Instance), memory, NullLogger.Instance);
        builder.Services.AddTrying(
            Book, TenantId.Default, ExampleFolder.Environment, new AudioLibrary(_speech, new Recordings(Store, TenantId.Default, memory, NullLogger.Instance)), _sender);
        _app = builder.Build();
        _app.MapRappelApi();
    }

    /// <summary>By which sessions begin and end.</summary>
    public ShiftedTime Time { get; } = new();

    public FakeEngine Engine { get; } = new();

    /// <summary>Where recordings lie.</summary>
    public RecordingFolder Folder { get; private set; }

    /// <summary>A file of the data folder.</summary>
    public string File(string name) => _folder.File(name);

    public FakePhoneLines Phones { get; } = new();

    public FakeHealth Health { get; } = new();

    public FakeConfiguration Configuration { get; } = new();

    public SqliteStore Store { get; }

    /// <summary>Begun with the example.</summary>
    public ConfigurationBook Book { get; }

    public List<ConfigurationSnapshot> Published { get; } = [];

    public IServiceProvider Services => _app.Services;

    /// <summary>Sends the token.</summary>
    public HttpClient Program { get; private set; } = null!;

    /// <summary>Sends nothing but cookies it was given.</summary>
    public HttpClient Browser { get; private set; } = null!;

    /// <summary>As a browser names it.</summary>
    public string Origin => Program.BaseAddress!.GetLeftPart(UriPartial.Authority);

    public static async Task<ApiServer> StartAsync(Func<RappelApiOptions, RappelApiOptions>? change = null)
    {
        var server = new ApiServer(change ?? (options => options));
        await server._app.StartAsync(TestContext.Current.CancellationToken);
        var address = new Uri(server._app.Urls.First());
        server.Program = new HttpClient(new SocketsHttpHandler { UseProxy = false, UseCookies = false }) { BaseAddress = address };
        server.Stranger = new HttpClient(new SocketsHttpHandler { UseProxy = false, UseCookies = false }) { BaseAddress = address };
        server.Program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        server.Browser = server.NewBrowser();
        return server;
    }

    public void Write(params StoreRow[] rows) => Store.Apply([new Batch(1, [.. rows])]);

    /// <summary>From now on reading interactions fails.</summary>
    public void BreakStore()
    {
        using var connection = new SqliteConnection($"Data Source={_folder.File("rappel.db")};Pooling=False");
        connection.Open();
        connection.Execute("DROP TABLE interaction");
    }

    /// <summary>Sends nothing by itself, and keeps no cookies.</summary>
    public HttpClient Stranger { get; private set; } = null!;

    /// <summary>A browser of its own: other cookies.</summary>
    public HttpClient NewBrowser()
    {
        var browser = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = Program.BaseAddress };
        _browsers.Add(browser);
        return browser;
    }

    /// <summary>As <c>admin</c>, unless another is named.</summary>
    public static Task<Reply> SignInAsync(HttpClient browser, string password = Password, string name = "admin") =>
        SendAsync(browser, HttpMethod.Post, "/api/v1/session", $$"""{"name":"{{name}}","password":"{{password}}"}""", Guard);

    /// <summary>A change as our pages send it.</summary>
    public static Task<Reply> ChangeAsync(HttpClient browser, string method, string path, string? json = null) =>
        SendAsync(browser, new HttpMethod(method), path, json, Guard);

    public Task<Reply> GetAsync(string path) => SendAsync(Program, HttpMethod.Get, path);

    public Task<Reply> SendAsync(HttpMethod method, string path, string? json = null) => SendAsync(Program, method, path, json);

    public static async Task<Reply> SendAsync(
        HttpClient client, HttpMethod method, string path, string? json = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/json");
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new Reply(response.StatusCode, response.Headers, response.Content.Headers.ContentType?.ToString() ?? "", text);
    }

    /// <summary>As a program, with any body and headers.</summary>
    public async Task<(Reply Reply, byte[] Bytes)> SendBytesAsync(
        HttpMethod method, string path, byte[]? body = null, string? type = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await Program.SendAsync(request, TestContext.Current.CancellationToken);
        var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        return (new Reply(response.StatusCode, response.Headers, response.Content.Headers.ContentType?.ToString() ?? "", Encoding.UTF8.GetString(bytes)), bytes);
    }

    /// <summary>As at the signal to end.</summary>
    public Task StopAsync() => _app.StopAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        Program?.Dispose();
        Stranger?.Dispose();
        _browsers.ForEach(b => b.Dispose());
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        _speech.Dispose();
        _sender.Dispose();
        Store.Dispose();
        _folder.Dispose();
    }
}

internal sealed record Reply(HttpStatusCode Status, HttpResponseHeaders Headers, string ContentType, string Text)
{
    public int Code => (int)Status;

    public JsonElement Json => JsonElement.Parse(Text);

    public string? this[string field] => Json.GetProperty(field).GetString();
}
