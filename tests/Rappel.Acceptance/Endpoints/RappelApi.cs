using System.Net.Http;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Threading.Tasks;
using Rappel.Acceptance.Staging;

namespace Rappel.Acceptance.Endpoints;

/// <summary>The server's REST API as any program uses it.</summary>
internal sealed class RappelApi : IDisposable
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    private readonly HttpClient http;

    public RappelApi(int port, string token)
    {
        http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}/api/v1/"), Timeout = TimeSpan.FromSeconds(15) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    public async Task SetAgent(string agent, string status)
    {
        using var answer = await http.PutAsJsonAsync($"agents/{agent}/status", new { status });
        if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"agent {agent} could not be set {status}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        }
    }

    public Task<JsonElement> Agent(string agent) => Get($"agents/{agent}");

    public Task<string?> AgentRegisters(string agent, TimeSpan within) => Waiting.For(
        async () => (await Agent(agent)).GetProperty("registered").GetBoolean() ? "registered" : null, within);

    public async Task<string> AgentStatus(string agent) => (await Agent(agent)).GetProperty("status").GetString()!;

    /// <summary>True once the agent has this status.</summary>
    public async Task<bool> AgentBecomes(string agent, string status, TimeSpan within) =>
        await Waiting.For(async () => await AgentStatus(agent) == status ? "yes" : null, within) is not null;

    /// <summary>Calls (or open requests) waiting in a queue.</summary>
    public async Task<int> Waits(string queue) => (await Get("queues")).GetProperty("items").EnumerateArray()
        .First(q => q.GetProperty("queue").GetString() == queue).GetProperty("waiting").GetInt32();

    public async Task<bool> QueueHolds(string queue, int calls, TimeSpan within) =>
        await Waiting.For(async () => await Waits(queue) == calls ? "yes" : null, within) is not null;

    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<JsonElement>> Callbacks() => [.. (await Get("callbacks")).GetProperty("items").EnumerateArray()];

    /// <summary>The newest callback once there are so many; null where they did not come.</summary>
    public async Task<Callback?> NewestCallback(int number = 1, TimeSpan? within = null) => await Waiting.For(
        async () => await Callbacks() is { } all && all.Count >= number ? new Callback(all[0]) : null, within ?? Soon);

    /// <summary>The callback once it stands so; null where it does not come to that in time.</summary>
    public Task<Callback?> CallbackBecomes(string id, string status, TimeSpan within) => Waiting.For(
        async () => await Callback(id) is var callback && callback.Status == status ? callback : null, within);

    public async Task<Callback> Callback(string id) => new(await Get($"callbacks/{id}"));

    public async Task<IReadOnlyList<JsonElement>> Interactions() => [.. (await Get("interactions")).GetProperty("items").EnumerateArray()];

    /// <summary>Sends JSON as it is; the answer is for the scene to judge.</summary>
    public async Task<(int Status, string Body)> Post(string path, string json, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(json, System.Text.Encoding.UTF8, "application/json") };
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        using var answer = await http.SendAsync(request);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Makes an object of the draft: <c>webhooks/crm</c>.</summary>
    public async Task Make(string place, string json)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"configuration/draft/{place}")
        {
            Content = new StringContent(json, System.Text.Encoding.UTF8, "application/json"),
            Headers = { { "If-None-Match", "*" } },
        };
        using var answer = await http.SendAsync(request);
        if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"{place} could not be made: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        }
    }

    public async Task Publish()
    {
        var (status, body) = await Post("configuration/draft/publish", """{"note":"scene"}""", ("If-Match", "*"));
        if (status >= 300)
        {
            throw new InvalidOperationException($"the draft could not be published: {status} {body}");
        }
    }

    /// <summary>What an agent does with the call by command: <c>transfer</c>, <c>consult/complete</c>, ...</summary>
    public async Task Do(string agent, string deed, object? body = null)
    {
        using var answer = await http.PostAsJsonAsync($"agents/{agent}/call/{deed}", body ?? new { });
        if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"agent {agent} cannot {deed}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        }
    }

    /// <param name="role"><c>agent</c>, <c>supervisor</c> or <c>administrator</c>.</param>
    public async Task MakeUser(string name, string role, string password)
    {
        using var answer = await http.PostAsJsonAsync("users", new { name, displayName = name, role, password });
        answer.EnsureSuccessStatusCode();
    }

    /// <returns>The watch's id.</returns>
    public async Task<string> Watch(string agent, string mode, string phone)
    {
        using var answer = await http.PostAsJsonAsync($"agents/{agent}/watch", new { mode, phone });
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
    }

    public async Task ChangeWatch(string watch, string mode)
    {
        using var answer = await http.PutAsJsonAsync($"watches/{watch}", new { mode });
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Id of the first recording that is kept, of any call; null while there is none.</summary>
    public async Task<string?> KeptRecording()
    {
        foreach (var interaction in await Interactions())
        {
            var found = await Get($"recordings?interaction={interaction.GetProperty("id").GetString()}");
            foreach (var recording in found.GetProperty("items").EnumerateArray().Where(r => r.GetProperty("state").GetString() == "kept"))
            {
                return recording.GetProperty("id").GetString();
            }
        }

        return null;
    }

    public Task<byte[]> Audio(string recording) => http.GetByteArrayAsync($"recordings/{recording}/audio");

    public void Dispose() => http.Dispose();

    private async Task<JsonElement> Get(string path) => await http.GetFromJsonAsync<JsonElement>(path);
}
