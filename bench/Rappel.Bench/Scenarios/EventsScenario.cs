using System.Collections.Concurrent;
using System.Diagnostics;
using System.IO;
using System.Net.Http;
using System.Net.Http.Json;
using System.Threading.Tasks;
using Rappel.Acceptance.Staging;
using Rappel.Bench.Load;
using Rappel.Measuring;

namespace Rappel.Bench.Scenarios;

/// <summary>
/// Workspaces that listen each to its agent's work, supervisors who listen to everything, callbacks that wait: how long from a change's
/// being asked for to its event at a supervisor, and what the server's processor does for it.
/// </summary>
internal sealed class EventsScenario(LoadOptions options) : IScenario
{
    private const int Workspaces = 300;
    private const int Supervisors = 5;
    private const int Pending = 1_000;
    private const int ChangesASecond = 20;
    private const int NoteEvery = 4;

    // Of one address the server takes a hundred requests a second.
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(15);
    private static readonly TimeSpan Warmup = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Last = TimeSpan.FromSeconds(3);

    private int changed;

    public string Name => "events";

    public async Task<IReadOnlyList<GoalRow>> Run(int run)
    {
        var centre = EventsCentre.Write(Path.Combine(Checkout.Root, "artifacts", "bench", "events-centre"), Workspaces);
        using var stage = await LoadStage.Set(options, $"events-{run}", centre);
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 2 * Workspaces }) { BaseAddress = new Uri($"http://127.0.0.1:{stage.Server.HttpPort}/api/v1/") };
        client.DefaultRequestHeaders.Authorization = new("Bearer", LoadServer.Token);
        await Fill(client);
        var heard = new ConcurrentDictionary<string, long>(StringComparer.Ordinal);
        List<EventEar> ears =
        [
            new EventEar(client, "topics=queues,agents,callbacks,interactions,alerts,status", heard),
            .. Enumerable.Range(1, Supervisors - 1).Select(_ => new EventEar(client, "topics=queues,agents,callbacks,interactions,alerts,status")),
            .. Enumerable.Range(EventsCentre.FirstAgent, Workspaces).Select(agent => new EventEar(client, $"topics=work&agent={agent}")),
        ];
        try
        {
            foreach (var ear in ears)
            {
                await ear.Begin();
                await Task.Delay(Between);
            }

            await Change(client, heard, Warmup);
            heard.Clear();
            var began = ears.Sum(ear => ear.Events);
            IReadOnlyList<(string Word, long At)> asked = [];
            var busy = await Share(stage, async () => asked = await Change(client, heard, Measured));
            await Task.Delay(Last);
            var events = ears.Sum(ear => ear.Events) - began;
            var broken = ears.Count(ear => ear.Broke);

            // Afterwards, when everything is compiled; to a book of its own, for nobody hears.
            ears.ForEach(ear => ear.Dispose());
            var alone = await Share(stage, () => Change(client, new(StringComparer.Ordinal), Measured));
            return Rows(asked, heard, broken, events, (alone, busy));
        }
        finally
        {
            ears.ForEach(ear => ear.Dispose());
        }
    }

    private static async Task Fill(HttpClient client)
    {
        Console.Error.WriteLine($"  {Pending} callbacks are asked for ...");
        for (var i = 0; i < Pending; i++)
        {
            using var made = await client.PostAsJsonAsync(new Uri("callbacks", UriKind.Relative), new { number = $"+1514{2_000_000 + i}", queue = $"callbacks-{i % 10}", dialPlan = "north-american", callerIdChannel = "main", language = "en" });
            if (!made.IsSuccessStatusCode)
            {
                throw new InvalidOperationException($"a callback was refused: {await made.Content.ReadAsStringAsync()}");
            }

            await Task.Delay(Between);
        }
    }

    /// <summary>Statuses of agents with a reason of their own each, and notes to callbacks: each change has a word in it by which its event is known.</summary>
    private async Task<IReadOnlyList<(string Word, long At)>> Change(HttpClient client, ConcurrentDictionary<string, long> heard, TimeSpan time)
    {
        var asked = new List<(string, long)>();
        var clock = Stopwatch.StartNew();
        var answers = new List<Task<HttpResponseMessage>>();
        for (var n = changed; clock.Elapsed < time; n = ++changed)
        {
            var agent = EventsCentre.FirstAgent + (n % Workspaces);
            var word = n % NoteEvery == 0 ? $"note-{n}-{clock.ElapsedTicks}" : $"\"agent\":\"{agent}\",\"name\":\"Agent {agent}\",\"status\":\"{Status(n)}\"";
            heard[word] = 0;
            asked.Add((word, Stopwatch.GetTimestamp()));
            answers.Add(n % NoteEvery == 0
                ? client.PostAsJsonAsync(new Uri($"callbacks/cb-{1 + (n % Pending)}/notes", UriKind.Relative), new { text = word })
                : client.PutAsJsonAsync(new Uri($"agents/{agent}/status", UriKind.Relative), new { status = Status(n) }));
            await Task.Delay(TimeSpan.FromSeconds(1.0 / ChangesASecond));
        }

        foreach (var answer in await Task.WhenAll(answers))
        {
            answer.EnsureSuccessStatusCode();
            answer.Dispose();
        }

        return asked;
    }

    // The other one at each round through the agents, so that every one of them changes.
    private static string Status(int n) => n / Workspaces % 2 == 0 ? "working-offline" : "on-break";

    /// <returns>Of one core.</returns>
    private static async Task<double> Share(LoadStage stage, Func<Task> work)
    {
        var (before, clock) = (stage.Target.Processor, Stopwatch.StartNew());
        await work();
        return (stage.Target.Processor - before).Total / clock.Elapsed.TotalSeconds;
    }

    private static GoalRow[] Rows(
        IReadOnlyList<(string Word, long At)> asked, ConcurrentDictionary<string, long> heard, int broken, long events, (double Alone, double Listening) share)
    {
        double[] took = [.. asked.Where(a => heard[a.Word] > 0).Select(a => Stopwatch.GetElapsedTime(a.At, heard[a.Word]).TotalMilliseconds).Order()];
        var missing = asked.Count - took.Length;
        if (missing > 0 || broken > 0)
        {
            Console.Error.WriteLine($"  {missing} of {asked.Count} changes were not told, {broken} lines broke");
        }

        var how = $"{Workspaces} workspaces and {Supervisors} supervisors listening, {Pending} pending, {ChangesASecond} changes a second; from the request to its event";
        double[] Of(double part) => took.Length == 0 ? [] : [Percentile.Of(took, part)];
        return
        [
            new GoalRow("change to the board, median", "", "", Of(0.5), "0 ms", how),
            new GoalRow("  95 %", "", "1000 ms", Of(0.95), "0 ms", $"{took.Length} changes, {missing} not told"),
            new GoalRow("  longest", "", "", Of(1), "0 ms", ""),
            new GoalRow("processor, all listening", "", "", [share.Listening], "0.0 % of a core", FormattableString.Invariant($"{events / Measured.TotalSeconds:0} events a second to all")),
            new GoalRow("  the same changes, nobody listening", "", "", [share.Alone], "0.0 % of a core", "answering the requests that make the changes"),
        ];
    }
}
