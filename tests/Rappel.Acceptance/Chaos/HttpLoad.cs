using System.Net;
using System.Net.Http;
using System.Net.Http.Json;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Rappel.Acceptance.Staging;

namespace Rappel.Acceptance.Chaos;

/// <summary>A program that asks for callbacks, and a supervisor who sends agents back to work. A promise is an answer 201.</summary>
internal sealed class HttpLoad(HttpClient http, DurableLog promises, Draw draw, CancellationToken end)
{
    private const int FirstNumber = 4_000_000;
    private int last = FirstNumber;

    /// <summary>Answers 409 to a number that is open: how often it was asked for twice.</summary>
    public int AlreadyPending { get; private set; }

    public async Task Ask()
    {
        while (!end.IsCancellationRequested)
        {
            await Waiting.Pass(draw.Between(0.1, 0.7));
            var number = draw.Happens(0.1) && last > FirstNumber ? last - (int)(draw.Next() * Math.Min(20, last - FirstNumber)) : ++last;
            await Try(async () =>
            {
                var asked = new { number = $"+1514{number}", attempts = ChaosConfiguration.Attempts, retryDelaySeconds = 40, cancelAfterSeconds = 120, ringTimeSeconds = 5 };
                using var answer = await http.PostAsJsonAsync("api/v1/callbacks", asked, end);
                if (answer.StatusCode == HttpStatusCode.Created)
                {
                    var body = await answer.Content.ReadFromJsonAsync<JsonElement>(end);
                    promises.Add("answered", $"+1514{number}", body.GetProperty("id").GetString()!);
                }
                else if (answer.StatusCode == HttpStatusCode.Conflict)
                {
                    AlreadyPending++;
                }
            });
        }
    }

    /// <summary>An agent who missed an offer is on break: asked to go on.</summary>
    public async Task Supervise()
    {
        while (!end.IsCancellationRequested)
        {
            await Waiting.Pass(TimeSpan.FromSeconds(1));
            await Try(async () =>
            {
                foreach (var (agent, status, _) in await Agents(http, end))
                {
                    if (status is "on-break" or "logged-out")
                    {
                        using var answer = await http.PutAsJsonAsync($"api/v1/agents/{agent}/status", new { status = "available" }, end);
                    }
                }
            });
        }
    }

    public static async Task<IReadOnlyList<(string Agent, string Status, DateTime Since)>> Agents(HttpClient http, CancellationToken end)
    {
        var body = await http.GetFromJsonAsync<JsonElement>("api/v1/agents", end);
        return [.. body.GetProperty("items").EnumerateArray().Select(a => (
            a.GetProperty("agent").GetString()!, a.GetProperty("status").GetString()!, a.GetProperty("since").GetDateTime()))];
    }

    private async Task Try(Func<Task> ask)
    {
        try
        {
            await ask();
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException or JsonException or OperationCanceledException or System.IO.IOException)
        {
            // Dead, or dying under the question: no promise.
        }
    }
}
