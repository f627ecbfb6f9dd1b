using System.IO;
using System.Net.Http;
using System.Threading.Tasks;
using Rappel.Core.Calls;
using Rappel.Engine;
using Rappel.Engine.Journal;
using Rappel.Tests.Storage;

namespace Rappel.Tests.Server.Web;

public sealed class VoicemailApiTests
{
    private static readonly RandomRows Rows = new(1, TenantId.Default);

    private static VoicemailRow Message(long id, VoicemailStatus status, string queue = "team", string? caller = "+15145550123", string? note = null) =>
        Rows.Voicemail(id, status) with { Queue = queue, Caller = caller, Note = note, Parent = null };

    private static async Task<ApiServer> StartAsync(string? folder = null)
    {
        var server = await ApiServer.StartAsync(options => options with { DataFolder = folder });
        server.Write(
            new StoreRow.OfVoicemail(Message(1, VoicemailStatus.New) with { File = "voicemail/1.wav" }), new StoreRow.OfInteraction(Rows.Interaction(1, open: true)),
            new StoreRow.OfVoicemail(Message(2, VoicemailStatus.Heard, caller: "+14385550100")),
            new StoreRow.OfVoicemail(Message(3, VoicemailStatus.Closed, note: "Called the pharmacy")), new StoreRow.OfInteraction(Rows.Interaction(3, open: false)),
            new StoreRow.OfVoicemail(Message(4, VoicemailStatus.New, "others")),
            new StoreRow.OfVoicemail(Message(5, VoicemailStatus.Recording)));
        return server;
    }

    [Theory]
    [InlineData("", "i-4 i-3 i-2 i-1")]
    [InlineData("?status=open", "i-4 i-2 i-1")]
    [InlineData("?status=closed", "i-3")]
    [InlineData("?queue=team&limit=2", "i-3 i-2")]
    [InlineData("?search=438 555", "i-2")]
    [InlineData("?search=PHARMACY", "i-3")]
    [InlineData("?before=i-2", "i-1")]
    public async Task Messages_are_listed_and_searched_newest_first(string query, string expected)
    {
        await using var server = await StartAsync();

        var items = (await server.GetAsync("/api/v1/voicemails" + query)).Json.GetProperty("items");

        Assert.Equal(expected, string.Join(' ', items.EnumerateArray().Select(i => i.GetProperty("id").GetString())));
    }

    [Fact]
    public async Task An_agent_sees_the_queues_they_are_in_and_no_other()
    {
        await using var server = await StartAsync();
        await server.SendAsync(HttpMethod.Post, "/api/v1/users", """{"name":"amelie","role":"agent","password":"correct horse battery","agent":"1001"}""");
        using var amelie = server.NewBrowser();
        await ApiServer.SignInAsync(amelie, "correct horse battery", "amelie");

        var items = (await ApiServer.SendAsync(amelie, HttpMethod.Get, "/api/v1/voicemails")).Json.GetProperty("items");

        Assert.Equal(3, items.GetArrayLength());
        Assert.Equal(403, (await ApiServer.SendAsync(amelie, HttpMethod.Get, "/api/v1/voicemails/i-4")).Code);
        await ApiServer.ChangeAsync(amelie, "POST", "/api/v1/voicemails/i-1/close", """{"note":"done"}""");
        var close = Assert.IsType<VoicemailCommand.Close>(Assert.Single(server.Engine.Commands));
        Assert.Equal(("1001", "done", "amelie"), (close.Agent, close.Note, close.Who));
    }

    [Fact]
    public async Task A_message_is_heard_by_parts()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("voicemail"));
        await File.WriteAllBytesAsync(folder.File("voicemail/1.wav"), [.. Enumerable.Range(0, 100).Select(i => (byte)i)], TestContext.Current.CancellationToken);
        await using var server = await StartAsync(folder.File(""));

        var (whole, all) = await server.SendBytesAsync(HttpMethod.Get, "/api/v1/voicemails/i-1/audio");
        var (part, some) = await server.SendBytesAsync(HttpMethod.Get, "/api/v1/voicemails/i-1/audio", null, null, ("Range", "bytes=10-19"));

        Assert.Equal((200, "audio/wav", 100), (whole.Code, whole.ContentType, all.Length));
        Assert.Equal(206, part.Code);
        Assert.Equal(Enumerable.Range(10, 10).Select(i => (byte)i), some);
        Assert.Equal(404, (await server.GetAsync("/api/v1/voicemails/i-2/audio")).Code);
    }

    [Fact]
    public async Task Who_left_a_message_is_called_back_with_what_the_message_tells()
    {
        await using var server = await StartAsync();

        var reply = await server.SendAsync(HttpMethod.Post, "/api/v1/voicemails/i-1/call-back", """{"note":"about the refill","language":"en"}""");

        Assert.Equal(201, reply.Code);
        var command = Assert.IsType<EngineCommand.CreateCallback>(Assert.Single(server.Engine.Commands));
        Assert.Equal(("+15145550123", "en", "about the refill", "callbacks"), (command.Number, command.Language, command.Note, command.Terms.Queue));
    }
}
