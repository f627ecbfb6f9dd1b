using System.IO;
using System.Net;
using System.Net.Http;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging.Abstractions;
using Rappel.Server.Composition;
using Rappel.Server.Configuration;
using Rappel.Server.Hosting;
using Rappel.Tests.Tidy;

namespace Rappel.Tests.Server.Hosting;

/// <summary>The whole server inside the test, with real sockets and a real database.</summary>
[Trait("Category", "Slow")]
public sealed class ServerProcessTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly string folder = Directory.CreateTempSubdirectory("rappel-").FullName;
    private readonly StringWriter errors = new();

    public ServerProcessTests()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(SourceTree.Root, "examples", "acme-health"), "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, "configuration", Path.GetRelativePath(Path.Combine(SourceTree.Root, "examples", "acme-health"), file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        errors.Dispose();
        Directory.Delete(folder, true);
    }

    [Fact]
    public async Task It_says_that_it_is_ready_serves_and_ends_with_zero()
    {
        using var run = Start(out var settings);
        await run.Ready();
        using var http = Api(settings);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/health/ready", Cancelled)).StatusCode);
        Assert.Equal(0, await run.Stop());
        Assert.Empty(errors.ToString());
    }

    [Fact]
    public async Task A_data_folder_in_use_and_a_taken_port_are_told_with_exit_code_one()
    {
        using var run = Start(out var settings);
        await run.Ready();
        using var second = new Run(settings, errors);
        Assert.Equal(1, await second.Ended);
        Assert.Contains("in use by another rappel", errors.ToString(), StringComparison.Ordinal);

        using var sipTaken = new Run(settings with { DataFolder = Path.Combine(folder, "other"), HttpPort = FreePort() }, errors);
        Assert.Equal(1, await sipTaken.Ended);
        Assert.Contains($"SIP_PORT={settings.SipPort}: taken", errors.ToString(), StringComparison.Ordinal);

        using var httpTaken = new Run(settings with { DataFolder = Path.Combine(folder, "other"), SipPort = FreePort() }, errors);
        Assert.Equal(1, await httpTaken.Ended);
        Assert.Contains($"HTTP_PORT={settings.HttpPort}: taken", errors.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, await run.Stop());
    }

    [Fact]
    public async Task A_bad_configuration_at_first_start_is_told_whole_with_exit_code_two()
    {
        Change("retryDelay: 5 min", "retryDelay: 39 s");
        Change("cancelAfter: 4 h", "cancelAfter: 73 h");
        using var run = Start(out _);
        Assert.Equal(2, await run.Ended);
        Assert.Contains("retryDelay", errors.ToString(), StringComparison.Ordinal);
        Assert.Contains("cancelAfter", errors.ToString(), StringComparison.Ordinal);
        Assert.Contains("2 problems", errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_configuration_that_goes_bad_later_leaves_the_one_that_runs()
    {
        using var first = Start(out _);
        await first.Ready();
        Assert.Equal(0, await first.Stop());

        Change("retryDelay: 5 min", "retryDelay: 39 s");
        using var second = Start(out var settings);
        await second.Ready();
        Assert.Contains("retryDelay", errors.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, await Version(settings));
        Assert.Equal(0, await second.Stop());
    }

    [Fact]
    public async Task A_changed_folder_is_a_new_version_and_an_unchanged_one_is_not()
    {
        using var first = Start(out var settings);
        await first.Ready();
        Assert.Equal(1, await Version(settings));
        Assert.Equal(0, await first.Stop());

        Change("retryDelay: 5 min", "retryDelay: 6 min");
        using var second = Start(out settings);
        await second.Ready();
        Assert.Equal(2, await Version(settings));
        Assert.Equal(0, await second.Stop());

        using var third = Start(out settings);
        await third.Ready();
        Assert.Equal(2, await Version(settings));
        Assert.Equal(0, await third.Stop());
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private static HttpClient Api(ServerSettings settings)
    {
        var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{settings.HttpPort}") };
        http.DefaultRequestHeaders.Authorization = new("Bearer", settings.ApiToken);
        return http;
    }

    private static async Task<long> Version(ServerSettings settings)
    {
        using var http = Api(settings);
        return (await http.GetFromJsonAsync<JsonElement>("/api/v1/status", Cancelled)).GetProperty("configurationVersion").GetInt64();
    }

    private void Change(string from, string to)
    {
        var script = Path.Combine(folder, "configuration", "scripts", "nurse-line.yaml");
        var text = File.ReadAllText(script);
        Assert.Contains(from, text, StringComparison.Ordinal);
        File.WriteAllText(script, text.Replace(from, to, StringComparison.Ordinal));
    }

    private Run Start(out ServerSettings settings)
    {
        settings = new ServerSettings(
            IPAddress.Loopback, FreePort(), FreePort(), 42_000, 42_200, Path.Combine(folder, "data"),
            new ConfigurationSource.Folder(Path.Combine(folder, "configuration")),
            "127.0.0.1:5070", "admin", "token", "agent");
        return new Run(settings, errors);
    }

    /// <summary>One run of the server, told to stop by the test.</summary>
    private sealed class Run : IOperator, IDisposable
    {
        private readonly TaskCompletionSource stop = new();
        private readonly ReadyWriter output = new();

        public Run(ServerSettings settings, TextWriter errors) =>
            Ended = Task.Run(() => new ServerProcess(settings, this, NullLoggerFactory.Instance, output, TextWriter.Synchronized(errors)).Run());

        public Task<int> Ended { get; }

        public Task Stopping => stop.Task;

        public CancellationToken AtOnce => CancellationToken.None;

        public Action? ReadAgain { get; set; }

        public void Dispose() => output.Dispose();

        public async Task Ready() => Assert.Same(output.Ready, await Task.WhenAny(output.Ready, Ended).WaitAsync(Patience));

        public Task<int> Stop()
        {
            stop.SetResult();
            return Ended.WaitAsync(Patience);
        }
    }

    private sealed class ReadyWriter : StringWriter
    {
        private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Ready => ready.Task;

        public override Task WriteLineAsync(string? value)
        {
            if (value == "rappel ready")
            {
                ready.SetResult();
            }

            return Task.CompletedTask;
        }
    }
}
