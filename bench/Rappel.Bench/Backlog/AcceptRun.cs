using System.Collections.Immutable;
using System.Diagnostics;
using System.IO;
using System.Threading;
using Microsoft.Extensions.Logging.Abstractions;
using Rappel.Acceptance.Staging;
using Rappel.Bench.Reporting;
using Rappel.Core.Calls;
using Rappel.Engine;
using Rappel.Engine.Journal;
using Rappel.Server.Hosting;
using Rappel.Server.Telemetry;
using Rappel.Storage.Sqlite;

namespace Rappel.Bench.Backlog;

/// <summary>
/// Requests accepted durably, as the server does it: the engine's loop, the commit loop and the store, with so many programs asking at once.
/// With one, every request has a flush of its own; with many, those that come during a flush share the next. The store by itself, one
/// transaction and one flush for each request, is what both are held against.
/// </summary>
internal static class AcceptRun
{
    private static readonly TimeSpan Warmup = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(3);
    private static readonly int[] AtOnce = [1, 10, 100, HostLimits.CommandsAtOnce];

    public static void Run()
    {
        var folder = Directory.CreateDirectory(Path.Combine(Checkout.Root, "artifacts", "bench", $"accept-{Guid.NewGuid():N}")).FullName;
        try
        {
            var bare = Bare(Path.Combine(folder, "bare.db"));
            var rows = new List<IReadOnlyList<string>> { Row("the store alone, a flush for each", bare, bare) };
            foreach (var atOnce in AtOnce)
            {
                Console.Error.WriteLine($"accepting requests, {atOnce} at once ...");
                rows.Add(Row($"engine, commit loop and store, {atOnce} at once", Served(Path.Combine(folder, $"{atOnce}.db"), atOnce), bare));
            }

            PlainTable.Print(["requests accepted and on disk", "a second", "against a flush for each"], rows);
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    private static IReadOnlyList<string> Row(string what, double rate, double bare) =>
        [what, FormattableString.Invariant($"{rate:0}"), FormattableString.Invariant($"{rate / bare:0.0} x")];

    private static double Bare(string file)
    {
        using var store = SqliteStore.Open(new SqliteStoreOptions(file));
        var source = new BacklogRows(TimeProvider.System.GetUtcNow());
        var number = 0;
        Write(Warmup);
        return Write(Measured);

        double Write(TimeSpan time)
        {
            var (clock, before) = (Stopwatch.StartNew(), number);
            while (clock.Elapsed < time)
            {
                store.Apply([new Batch(++number, [.. source.Rows(number, number)])]);
            }

            return (number - before) / clock.Elapsed.TotalSeconds;
        }
    }

    private static double Served(string file, int atOnce)
    {
        using var store = SqliteStore.Open(new SqliteStoreOptions(file));
        using var inbox = new EngineInbox();
        using var alarms = new Alarms(TimeProvider.System);
        using var commits = new CommitLoop(store, inbox, new SetAside(file + ".jsonl", TimeProvider.System), alarms, NullLogger.Instance);
        var clock = new Clock(TimeProvider.System, _ => { });
        ulong entropy = 1;
        var engine = new ContactCentre(
            new EngineSettings("127.0.0.1", 5060), BacklogParts.Centre(), store.Load(TenantId.Default), () => entropy += 0x9E3779B97F4A7C15UL, clock.Now);
        var programs = new Programs(inbox, commits);
        using var loop = new EngineLoop(engine, inbox, clock, programs, alarms, NullLogger.Instance);
        commits.Start();
        loop.Start();
        for (var i = 0; i < atOnce; i++)
        {
            programs.Ask();
        }

        Thread.Sleep(Warmup);
        var (began, before) = (Stopwatch.GetTimestamp(), programs.Accepted);
        Thread.Sleep(Measured);
        var rate = (programs.Accepted - before) / Stopwatch.GetElapsedTime(began).TotalSeconds;
        programs.IsOver = true;
        return programs.Refused == 0 ? rate : throw new InvalidOperationException($"{programs.Refused} requests were refused");
    }

    /// <summary>Each asks again once it is told that its request is on disk.</summary>
    private sealed class Programs(EngineInbox inbox, CommitLoop commits) : IEngineOutlets
    {
        private readonly BacklogRows _rows = new(TimeProvider.System.GetUtcNow());
        private int _asked;
        private long _accepted;

        public long Accepted => Interlocked.Read(ref _accepted);

        public int Refused { get; private set; }

        public bool IsOver { get; set; }

        public void Ask()
        {
            var number = Interlocked.Increment(ref _asked);
            var request = _rows.Request(number, number);
            inbox.Post(new EngineInput.Commanded(number, new EngineCommand.CreateCallback(
                request.Terms, request.Number, request.Language, null, ImmutableDictionary<string, string>.Empty, "bench")));
        }

        public void Commit(Batch batch) => commits.Post(batch);

        public void Answer(long ticket, CommandAnswer answer)
        {
            Interlocked.Increment(ref _accepted);
            Refused += answer.Error is null ? 0 : 1;
            if (!IsOver)
            {
                Ask();
            }
        }

        public void Send(EngineOutput.SendSip message)
        {
        }

        public void Order(MediaOrder order)
        {
        }

        public void Publish(LiveView view)
        {
        }

        public void Log(EngineOutput.Log line)
        {
        }

        public void Ask(EngineOutput.AskWeb ask)
        {
        }

        public void Forget(EngineOutput.ForgetWeb forget)
        {
        }

        public void Drained()
        {
        }
    }
}
