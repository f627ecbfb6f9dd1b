using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging.Abstractions;
using Rappel.Core.Callbacks;
using Rappel.Core.Calls;
using Rappel.Core.Config;
using Rappel.Engine.Journal;
using Rappel.Server.Net.Web;
using Rappel.Server.Telemetry;
using Rappel.Server.Web;
using Rappel.Server.Webhooks;
using Rappel.Storage.Sqlite;
using Rappel.Storage.Webhooks;
using FakeEngine = Rappel.Tests.Server.Web.FakeEngine;
using Rappel.Tests.Server.Hosting;
using Rappel.Tests.Server.Web;
using Rappel.Tests.Storage;

namespace Rappel.Tests.Server.Webhooks;

/// <summary>A courier on a real store and virtual time, and receivers that can be down. What is sent is answered at once, unless it is kept waiting.</summary>
internal sealed class CourierRig : IWebhookPost, IDisposable
{
    public static readonly WebhookSnapshot Crm = new("crm", "CRM", "https://crm.example.net/", "s3cret", WebhookEvents.All, true);
    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<long, long> _revisions = [];
    private SqliteStore _store;
    private WebhookCourier _courier;
    private long _batch;

    public CourierRig()
    {
        Configuration = FakeEngine.Sample() with { Webhooks = ImmutableDictionary<string, WebhookSnapshot>.Empty.Add("crm", Crm) };
        (_store, _courier, Feed) = Open();
    }

    public ManualTime Time { get; } = new();

    public Alarms Alarms { get; } = new(TimeProvider.System);

    public ConfigurationSnapshot Configuration { get; set; }

    public WebhookFeed Feed { get; private set; }

    public SqliteStore Store => _store;

    /// <summary>What a receiver answers: a status, or 0 for nothing.</summary>
    public Func<DeliveryRow, int> Answer { get; set; } = _ => 200;

    /// <summary>Every try, in order.</summary>
    public List<DeliveryRow> Tried { get; } = [];

    public List<DeliveryRow> Taken { get; } = [];

    /// <summary>Answers that have not come yet.</summary>
    public List<TaskCompletionSource<WebReply>> Held { get; } = [];

    /// <summary>Whether answers are kept waiting.</summary>
    public bool Slow { get; set; }

    public Task<WebReply> SendAsync(WebhookSnapshot webhook, DeliveryRow delivery, Instant at, CancellationToken cancelled)
    {
        Tried.Add(delivery);
        if (Slow)
        {
            var reply = new TaskCompletionSource<WebReply>();
            Held.Add(reply);
            return reply.Task;
        }

        var status = Answer(delivery);
        if (status is >= 200 and <= 299)
        {
            Taken.Add(delivery);
        }

        return Task.FromResult(new WebReply(status, status == 0 ? "connection refused" : null, default, TimeSpan.FromMilliseconds(5)));
    }

    /// <summary>The request changes: its row and the journal's, as the engine writes them.</summary>
    public void Happen(long callback, CallbackStatus status, string happened)
    {
        var revision = _revisions[callback] = _revisions.GetValueOrDefault(callback) + 1;
        var request = CallbackSamples.Request((int)callback) with { Revision = revision, Status = status };
        var batches = Feed.With(
        [
            new Batch(++_batch, [new StoreRow.OfCallback(request), new StoreRow.OfJournal(new(TenantId.Default, Time.GetUtcNow(), $"cb-{callback}", happened, null, null))]),
        ]);
        _store.Apply(batches);
    }

    public Instant? Turn() => _courier.Turn();

    /// <summary>Turns whenever there is something to do, for so long.</summary>
    public void Pass(TimeSpan time)
    {
        var end = Time.GetUtcNow() + time;
        for (var turns = 0; turns < 100_000; turns++)
        {
            // Each answer wakes the courier: it turns until nothing more comes of it.
            int tried;
            Instant? next;
            do
            {
                tried = Tried.Count;
                next = Turn();
            }
            while (Tried.Count > tried);

            var now = Time.GetUtcNow();
            if (next is null || next >= end)
            {
                Time.Pass(end - now);
                return;
            }

            Time.Pass(next.Value > now ? next.Value - now : TimeSpan.FromMilliseconds(20));
        }

        Assert.Fail("the courier never rests");
    }

    /// <summary>The process dies, and another is started on what it left.</summary>
    public void Restart()
    {
        _courier.Dispose();
        _store.Dispose();
        (_store, _courier, Feed) = Open();
    }

    public void Dispose()
    {
        _courier.Dispose();
        _store.Dispose();
        Alarms.Dispose();
        _folder.Dispose();
    }

    private (SqliteStore, WebhookCourier, WebhookFeed) Open()
    {
        var store = SqliteStore.Open(new(_folder.File("rappel.db")));
        var chance = new Random(7);
        return (
            store,
            new WebhookCourier(TenantId.Default, () => Configuration, store, this, Time, chance.NextDouble, Alarms, NullLogger.Instance),
            new WebhookFeed(TenantId.Default, () => Configuration, LinkSigner.Settle(store, TenantId.Default, Time), store));
    }
}
