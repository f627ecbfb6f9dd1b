using System.Collections.Immutable;
using Rappel.Core.Acd;
using Rappel.Core.Callbacks;
using Rappel.Core.Calls;
using Rappel.Core.Config;
using Rappel.Engine;
using Rappel.Engine.Journal;
using Rappel.Storage.Sqlite;
using Rappel.Tests.Engine.Benches;
using Rappel.Tests.Storage;

namespace Rappel.Tests.Engine;

/// <summary>Counted by itself: what other tests allocate meanwhile would be counted too.</summary>
[CollectionDefinition(nameof(BacklogTests), DisableParallelization = true)]
public class Alone;

/// <summary>A start with many pending requests.</summary>
[Collection(nameof(BacklogTests))]
public class BacklogTests
{
    /// <summary>What one pending request may hold of memory, all of it: row, texts, its place in line, its deadline. With a million of them and
    /// the collector's own share a server stays well under 1 GiB.</summary>
    private const int BytesARequest = 800;

    private const int ManyRequests = 100_000;

    private static readonly CallbackTerms Terms = new(
        "callbacks", null, "north-american", 3, TimeSpan.FromMinutes(5), TimeSpan.FromHours(4), TimeSpan.FromSeconds(30), true);

    [Fact, Trait("Category", "Slow")]
    public void Start_up_with_a_backlog_does_not_eat_all_memory()
    {
        using var folder = new TemporaryFolder();
        using var store = SqliteStore.Open(new(folder.File("rappel.db")));
        store.Apply([new Batch(1, [.. Enumerable.Range(1, ManyRequests).Select(i => new StoreRow.OfCallback(Request(i, Bench.Start)))])]);
        var configuration = BenchConfiguration.Read(1, []);
        _ = Start(store, configuration);

        var before = GC.GetTotalMemory(forceFullCollection: true);
        var engine = Start(store, configuration);
        var after = GC.GetTotalMemory(forceFullCollection: true);

        Assert.Equal(ManyRequests, engine.Context.Book.Count);
        Assert.Equal(ManyRequests, engine.Context.Acd.ReadLine(WorkKind.Callback, "callbacks", 0).Waiting);
        Assert.InRange((after - before) / ManyRequests, 1, BytesARequest);
    }

    [Fact]
    public void Those_that_expired_while_it_was_down_end_in_bounded_batches_and_nobody_is_rung()
    {
        const int requests = 1200;
        var bench = new Bench();
        bench.MakeAvailable("1001", "1002");
        for (var i = 1; i <= requests; i++)
        {
            bench.Disk.Write(new StoreRow.OfCallback(Request(i, bench.Now - TimeSpan.FromHours(5))));
        }

        bench.Sent.Clear();
        var before = bench.Disk.Given.Count;
        bench.Restart();
        bench.Pass(1);

        Assert.All(bench.Disk.Callbacks, callback => Assert.Equal(CallbackStatus.Expired, callback.Status));
        Assert.All(
            bench.Disk.Given.Skip(before),
            batch => Assert.InRange(batch.Rows.Count(r => r is StoreRow.OfCallback), 0, CallbackLimits.DueAtOnce));
        Assert.Equal(0, bench.Invites(bench.Carrier) + bench.Invites(bench.PhoneOf("1001")) + bench.Invites(bench.PhoneOf("1002")));
        Assert.Equal(requests, bench.Disk.Interactions.Count(i => i is { Kind: InteractionKind.Callback, Outcome: "expired" }));
    }

    private static ContactCentre Start(SqliteStore store, ConfigurationSnapshot configuration)
    {
        ulong entropy = 0;
        var engine = new ContactCentre(
            new EngineSettings(Bench.Address, Bench.Port), configuration, store.Load(TenantId.Default), () => entropy += 0x9E3779B97F4A7C15, Bench.Start);
        while (engine.TryTake(out _))
        {
        }

        return engine;
    }

    private static CallbackRequest Request(int id, Instant at) => new(
        new CallbackId(id), TenantId.Default, 1, CallbackStatus.Waiting, Terms, $"+1{4_162_000_000 + id}", "carrier", "America/Toronto", "+15145550100",
        "fr", null, "nurses", CallbackOrigin.Script, new InteractionId(id), null, at, at, at + Terms.CancelAfter, null, 0, 0, null, 0, null, null, null,
        null, ImmutableDictionary<string, string>.Empty);
}
