using System.Net.Http;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Threading.Tasks;
using Rappel.Media.Audio;
using Rappel.Server.Configuration.Editions;
using Rappel.Tests.Server.Net;
using Rappel.Tests.Server.Speech;

namespace Rappel.Tests.Server.Web;

public sealed class TryApiTests
{
    private const string Try = "/api/v1/configuration/try";

    private static Task<Reply> AskAsync(ApiServer server, string what, string json) => server.SendAsync(HttpMethod.Post, $"{Try}/{what}", json);

    private static IEnumerable<JsonElement> Events(Reply reply, string kind) =>
        reply.Json.GetProperty("events").EnumerateArray().Where(e => e.GetProperty("kind").GetString() == kind);

    [Fact]
    public async Task A_dial_plan_tells_the_rule_and_what_is_dialled()
    {
        await using var server = await ApiServer.StartAsync();
        var dialled = await AskAsync(server, "dial-plan", """{ "plan": "north-american", "number": "(514) 555-0123" }""");

        Assert.Equal(200, dialled.Code);
        Assert.Equal(
            ("5145550123", 0, "+15145550123", "carrier", "America/Toronto", JsonValueKind.Null),
            (dialled["cleaned"], dialled.Json.GetProperty("rule").GetInt32(), dialled["number"], dialled["trunk"], dialled["timeZone"],
                dialled.Json.GetProperty("refusal").ValueKind));
        Assert.Equal([true, true, true], dialled.Json.GetProperty("rules").EnumerateArray().Select(r => r.GetProperty("matched").GetBoolean()));
    }

    [Theory]
    [InlineData("514 555 0100", "own-channel")]
    [InlineData("1 900 555 0123", "premium")]
    [InlineData("+442079460000", "rule")]
    [InlineData("nobody", "not-a-number")]
    public async Task A_refused_number_has_its_reason(string number, string code)
    {
        await using var server = await ApiServer.StartAsync();
        var refused = await AskAsync(server, "dial-plan", $$"""{ "plan": "north-american", "number": "{{number}}" }""");
        Assert.Equal(code, refused.Json.GetProperty("refusal").GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_webhook_is_sent_one_test_event_in_earnest()
    {
        await using var server = await ApiServer.StartAsync();
        await using var peer = new WebPeer(WebPeer.Ok("thanks", "text/plain"));

        var tried = await AskAsync(server, "webhook", $$"""{ "value": { "url": "{{peer.Url}}", "secret": "s3cret", "events": ["call.ended"] } }""");

        Assert.Equal((200, "thanks"), (tried.Code, tried["answer"]));
        Assert.True(tried.Json.GetProperty("delivered").GetBoolean());
        Assert.Contains("X-Rappel-Signature: sha256=", Assert.Single(peer.Requests), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_webhook_that_is_wrong_or_not_there_is_sent_nothing()
    {
        await using var server = await ApiServer.StartAsync();

        var wrong = await AskAsync(server, "webhook", """{ "value": { "url": "http://crm.example.net/", "events": ["call.ended"] } }""");

        Assert.Equal((422, "/webhooks/tried/url"), (wrong.Code, wrong.Json.GetProperty("errors")[0].GetProperty("pointer").GetString()));
        Assert.Equal(404, (await AskAsync(server, "webhook", """{ "webhook": "none" }""")).Code);
    }

    [Fact]
    public async Task A_dial_plan_that_is_not_saved_is_tried_and_a_wrong_one_told()
    {
        await using var server = await ApiServer.StartAsync();
        var tried = await AskAsync(server, "dial-plan",
            """{ "value": { "name": "Mine", "rules": [ { "pattern": "911", "dial": "as-is", "allowReserved": true } ] }, "number": "911" }""");
        var wrong = await AskAsync(server, "dial-plan", """{ "plan": "mine", "value": { "rules": [ { "pattern": "(", "dial": "as-is" } ] }, "number": "911" }""");
        var none = await AskAsync(server, "dial-plan", """{ "plan": "none", "number": "911" }""");

        Assert.Equal("911", tried["number"]);
        Assert.Equal((422, "/dialPlans/mine/rules/0/pattern"), (wrong.Code, wrong.Json.GetProperty("errors")[0].GetProperty("pointer").GetString()));
        Assert.Equal(404, none.Code);
    }

    [Fact]
    public async Task A_schedule_tells_its_exit_and_next_changes_on_its_own_clocks()
    {
        await using var server = await ApiServer.StartAsync();
        var tried = await AskAsync(server, "schedule", """{ "schedule": "office-hours", "at": "2026-03-07T15:00:00Z" }""");

        Assert.Equal(("open", "2026-03-07T10:00:00-05:00"), (tried["exit"], tried["localTime"]));
        var next = tried.Json.GetProperty("next").EnumerateArray().ToList();
        Assert.Equal(14, next.Count);
        Assert.Equal(
            [("2026-03-07T12:00:00-05:00", "closed"), ("2026-03-07T13:00:00-05:00", "open"), ("2026-03-07T17:00:00-05:00", "closed"), ("2026-03-09T08:00:00-04:00", "open")],
            next.Take(4).Select(n => (n.GetProperty("localTime").GetString()!, n.GetProperty("exit").GetString()!)));
    }

    [Fact]
    public async Task A_script_of_the_draft_is_played_with_real_lengths_and_audio()
    {
        await using var server = await ApiServer.StartAsync();
        var played = await AskAsync(server, "script",
            """{ "script": "nurse-line", "entry": "inQueue", "caller": "+15145550177", "language": "fr", "at": "2026-03-02T15:00:00Z", "queue": { "position": 2 }, "inputs": [], "until": 1 }""");

        Assert.Equal(200, played.Code);
        var said = Events(played, "say").First();
        Assert.Equal("Vous êtes au rang 2 dans la file.", said.GetProperty("text").GetString());
        Assert.Equal("/inQueue/1/objects/0/exits/true/0", said.GetProperty("object").GetString());
        Assert.False(said.TryGetProperty("estimated", out _));
        Assert.Equal("speaking", Events(played, "say").Count() == 1 ? played["state"] : "speaking");

        var audio = await server.Program.GetByteArrayAsync(said.GetProperty("audio").GetString(), TestContext.Current.CancellationToken);
        Assert.True(WavReader.TryRead(audio, "said", out var clip, out _));
        Assert.Equal(said.GetProperty("seconds").GetDouble(), clip!.Duration.TotalSeconds, 3);
    }

    [Fact]
    public async Task A_callback_is_asked_for_with_its_terms_and_nothing_is_written()
    {
        await using var server = await ApiServer.StartAsync();
        var played = await AskAsync(server, "script",
            """{ "script": "nurse-line", "entry": "inQueue", "caller": "+15145550177", "inputs": [ { "at": 20, "key": "3" }, { "at": 40, "key": "1" } ], "until": 41 }""");

        Assert.Equal("requesting-callback", played["state"]);
        Assert.Equal(["requested", "already-pending", "refused"], played.Json.GetProperty("waiting").GetProperty("exits").EnumerateArray().Select(e => e.GetString()));
        var callback = Assert.Single(Events(played, "callback")).GetProperty("callback");
        Assert.Equal(
            ("nurse-callbacks", "+15145550177", "+15145550101", 3, 300, 14400),
            (callback.GetProperty("queue").GetString(), callback.GetProperty("number").GetString(), callback.GetProperty("callerId").GetString(),
                callback.GetProperty("attempts").GetInt32(), callback.GetProperty("retryDelaySeconds").GetInt32(), callback.GetProperty("cancelAfterSeconds").GetInt32()));
        Assert.Empty(server.Engine.Commands);
    }

    [Fact]
    public async Task A_script_that_is_not_saved_is_tried_though_the_draft_has_problems_elsewhere()
    {
        await using var server = await ApiServer.StartAsync();
        server.Book.Edit("marie", book => FileChanges.None with
        {
            Put = FileChanges.None.Put.Add("agents.yaml", "agents: { 1001: { name: Amélie, password: x, offerTimeout: 900 s } }"u8.ToArray()),
        }, out _);
        Assert.Null(server.Book.Look().Edited.Result.Snapshot);
        var played = await AskAsync(server, "script",
            """{ "value": { "main": [ { "type": "say", "text": [ { "fr": "Bonjour", "en": "Hello" } ] }, { "type": "hangUp" } ] }, "language": "en", "until": 60 }""");

        Assert.Equal((200, "ended"), (played.Code, played["state"]));
        Assert.Equal("Hello", Assert.Single(Events(played, "say")).GetProperty("text").GetString());
        Assert.Equal(["/main/0", "/main/1"], played.Json.GetProperty("path").EnumerateArray().Select(p => p.GetProperty("object").GetString()));
    }

    [Fact]
    public async Task A_script_with_problems_is_told_all_of_them_in_the_readers_language()
    {
        await using var server = await ApiServer.StartAsync();
        const string Body = """{ "script": "nurse-line", "value": { "main": [ { "type": "say" }, { "type": "goto", "label": "Nowhere" } ] }, "until": 1 }""";
        var wrong = await AskAsync(server, "script", Body);
        var faux = await ApiServer.SendAsync(server.Program, HttpMethod.Post, $"{Try}/script", Body, ("Accept-Language", "fr-CA"));

        Assert.Equal((422, "invalid-configuration"), (wrong.Code, wrong["code"]));
        Assert.Equal(["/scripts/nurse-line/main/0/text", "/scripts/nurse-line/main/1"], wrong.Json.GetProperty("errors").EnumerateArray()
            .Select(e => e.GetProperty("pointer").GetString()).Order(StringComparer.Ordinal));
        Assert.NotEqual(wrong.Json.GetProperty("errors")[0].GetProperty("detail").GetString(), faux.Json.GetProperty("errors")[0].GetProperty("detail").GetString());
    }

    [Fact]
    public async Task Everything_wrong_with_a_request_is_told_at_once()
    {
        await using var server = await ApiServer.StartAsync();
        var wrong = await AskAsync(server, "script",
            """{ "script": "nurse-line", "entry": "side", "caller": "me", "queue": { "position": -1, "mood": 3 }, "inputs": [ { "at": 1 }, { "at": 2, "key": "x" } ], "until": 99999 }""");

        Assert.Equal(422, wrong.Code);
        Assert.Equal(
            ["#/caller", "#/entry", "#/inputs/0/", "#/inputs/1/key", "#/queue/mood", "#/queue/position", "#/until"],
            wrong.Json.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("pointer").GetString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_text_and_a_prompt_are_spoken_and_can_be_sought_in()
    {
        await using var server = await ApiServer.StartAsync();
        var spoken = await AskAsync(server, "speech", """{ "text": "Rang $QueuePosition", "language": "fr", "variables": { "QueuePosition": "7" } }""");
        Assert.Equal((200, "audio/wav"), (spoken.Code, spoken.ContentType));
        Assert.Equal(422, (await AskAsync(server, "speech", """{ "text": "...", "language": "de" }""")).Code);
        Assert.Equal(404, (await AskAsync(server, "speech", """{ "prompt": "none", "language": "fr" }""")).Code);
        Assert.Equal(200, (await AskAsync(server, "speech", """{ "prompt": { "fr": { "text": "Bonjour" } }, "language": "fr" }""")).Code);

        using var part = new HttpRequestMessage(HttpMethod.Get, $"{Try}/prompts/back-to-waiting/fr");
        part.Headers.Range = new RangeHeaderValue(0, 43);
        using var answer = await server.Program.SendAsync(part, TestContext.Current.CancellationToken);
        Assert.Equal((206, 44L), ((int)answer.StatusCode, answer.Content.Headers.ContentLength));
        using var again = new HttpRequestMessage(HttpMethod.Get, $"{Try}/prompts/back-to-waiting/fr");
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
        Assert.Equal(304, (int)(await server.Program.SendAsync(again, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task A_recording_of_the_draft_is_heard_at_the_level_of_all_that_is_said()
    {
        await using var server = await ApiServer.StartAsync();
        server.Book.Edit("marie", book => FileChanges.None with
        {
            Put = FileChanges.None.Put.Add("audio/welcome.wav", WavWriter.ToBytes(FakeSpeech.Tone(8000, 20000)))
                .Add("prompts.yaml", System.Text.Encoding.UTF8.GetBytes(
                    server.Book.Look().Edited.Texts["prompts.yaml"] + "\n  welcome: { fr: { file: audio/welcome.wav } }\n")),
        }, out _);
        var wav = await server.Program.GetByteArrayAsync($"{Try}/files/audio/welcome.wav", TestContext.Current.CancellationToken);

        Assert.True(WavReader.TryRead(wav, "welcome", out var clip, out _));
        Assert.InRange(ToneMeter.Amplitude(clip!.Samples.Span, 400), 4500, 4800);
        Assert.Equal(wav, await server.Program.GetByteArrayAsync($"{Try}/prompts/welcome/fr", TestContext.Current.CancellationToken));
        Assert.Equal(404, (await server.GetAsync($"{Try}/files/audio/none.wav")).Code);
        Assert.Equal(404, (await server.GetAsync($"{Try}/files/prompts.yaml")).Code);
    }
}
