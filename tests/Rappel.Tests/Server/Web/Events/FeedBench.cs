using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Rappel.Engine.Journal;
using Rappel.Server.Alerts;
using Rappel.Server.Web;
using Rappel.Server.Web.Events;
using Rappel.Storage.Sqlite;
using Rappel.Tests.Server.Hosting;
using Rappel.Tests.Storage;

namespace Rappel.Tests.Server.Web.Events;

/// <summary>The feed with a fake engine, beaten by hand.</summary>
internal sealed class FeedBench : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SqliteStore _store;
    private readonly CommittedRows _rows = new() { Wanted = true };

    public FeedBench()
    {
        _store = SqliteStore.Open(new(_folder.File("rappel.db")));
        Alerts = new AlertDesk(Engine, Time, NullLogger<AlertDesk>.Instance);
        var options = new JsonOptions();
        ApiJson.Configure(options.SerializerOptions);
        var sources = new EventSources(new EventJson(Options.Create(options)), Engine, _store, new FakeHealth(), Alerts, Time);
        Feed = new EventFeed(Listeners, _rows, Engine, sources, Time, NullLogger<EventFeed>.Instance);
    }

    public ManualTime Time { get; } = new();

    public Rappel.Tests.Server.Web.FakeEngine Engine { get; } = new();

    public AlertDesk Alerts { get; }

    public EventListeners Listeners { get; } = new(CancellationToken.None);

    public EventFeed Feed { get; }

    public EventListener Listen(string topics, string? agent = null, long? after = null, Func<bool>? mayGoOn = null)
    {
        var listener = new EventListener(EventTopics.TryParse(topics, out _)!, agent, after, mayGoOn ?? (() => true), null);
        Assert.True(Listeners.TryAdd(listener));
        return listener;
    }

    public Task BeatAsync() => Feed.StepAsync(TestContext.Current.CancellationToken);

    /// <summary>As the engine's commit: written, then told.</summary>
    public void Write(params StoreRow[] rows)
    {
        var batch = new Batch(1, [.. rows]);
        _store.Apply([batch]);
        _rows.Post([batch]);
    }

    /// <summary>What the listener was told since the last time.</summary>
    public static IReadOnlyList<Heard> Take(EventListener listener)
    {
        var heard = new List<Heard>();
        while (listener.Events.TryRead(out var frame))
        {
            heard.Add(Heard.Of(Encoding.UTF8.GetString(frame.Bytes.Span)));
        }

        return heard;
    }

    public void Dispose()
    {
        Feed.Dispose();
        Listeners.Dispose();
        Alerts.Dispose();
        _store.Dispose();
        _folder.Dispose();
    }
}

/// <summary>One event as a browser reads it.</summary>
internal sealed record Heard(string Event, string? Id, string Text)
{
    public JsonElement Json => JsonElement.Parse(Text);

    public bool IsFull => Json.GetProperty("full").GetBoolean();

    public string[] Items(string key) => [.. Json.GetProperty("items").EnumerateArray().Select(i => i.GetProperty(key).ToString())];

    public static Heard Of(string frame)
    {
        var fields = frame.Split('\n').Where(l => l.Contains(": ", StringComparison.Ordinal)).ToDictionary(l => l.Split(": ", 2)[0], l => l.Split(": ", 2)[1]);
        return new(fields.GetValueOrDefault("event", ""), fields.GetValueOrDefault("id"), fields.GetValueOrDefault("data", ""));
    }
}
