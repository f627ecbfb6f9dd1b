using System.IO;
using System.Net.Http;
using System.Threading.Tasks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Rappel.Core.Calls;
using Rappel.Engine;
using Rappel.Engine.Journal;
using Rappel.Server.Web;
using Rappel.Server.Web.Recordings;
using Rappel.Storage;

namespace Rappel.Tests.Server.Web;

public sealed class RecordingApiTests
{
    private static readonly RecordingRow Kept = new(
        TenantId.Default, new(5), new(7), new(4), "callbacks", "1002", FakeEngine.At, TimeSpan.FromSeconds(1), "recordings/2026-03/r-5.wav",
        RecordingState.Kept, FakeEngine.At.AddDays(90));

    private static readonly byte[] Sound = [.. Enumerable.Range(0, 1000).Select(i => (byte)i)];

    [Fact]
    public async Task The_recordings_of_a_call_are_listed()
    {
        await using var server = await StartAsync();
        var items = (await server.GetAsync("/api/v1/recordings?interaction=i-7")).Json.GetProperty("items");
        Assert.Equal(["r-5", "r-6", "r-8"], items.EnumerateArray().Select(i => i.GetProperty("id").GetString()!));
        Assert.Equal(("kept", "cb-4", 1), (items[0].GetProperty("state").GetString(), items[0].GetProperty("callback").GetString(), items[0].GetProperty("lengthSeconds").GetDouble()));
        Assert.Empty((await server.GetAsync("/api/v1/recordings?interaction=i-9")).Json.GetProperty("items").EnumerateArray());
        Assert.Equal(400, (await server.GetAsync("/api/v1/recordings")).Code);
    }

    [Fact]
    public async Task A_recording_is_heard_whole_or_in_pieces_and_that_is_audited_once()
    {
        await using var server = await StartAsync();
        var (whole, all) = await server.SendBytesAsync(HttpMethod.Get, "/api/v1/recordings/r-5/audio");
        Assert.Equal((200, "audio/wav", "bytes"), (whole.Code, whole.ContentType, whole.Headers.AcceptRanges.Single()));
        Assert.Equal(Sound, all);

        var (part, piece) = await server.SendBytesAsync(HttpMethod.Get, "/api/v1/recordings/r-5/audio", headers: ("Range", "bytes=100-149"));
        Assert.Equal(206, part.Code);
        Assert.Equal(Sound[100..150], piece);
        Assert.Equal(1, await Audited(server, "recording-listened"));
    }

    [Theory]
    [InlineData("r-6", 404)]
    [InlineData("r-8", 409)]
    [InlineData("r-99", 404)]
    [InlineData("nonsense", 404)]
    public async Task What_has_no_sound_cannot_be_heard(string id, int status)
    {
        await using var server = await StartAsync();
        Assert.Equal(status, (await server.GetAsync($"/api/v1/recordings/{id}/audio")).Code);
    }

    [Fact]
    public async Task A_deleted_recording_is_gone_from_the_disk_and_says_so()
    {
        await using var server = await StartAsync();
        Assert.Equal(204, (await server.SendAsync(HttpMethod.Delete, "/api/v1/recordings/r-5")).Code);
        Assert.False(File.Exists(server.File(Kept.File)));
        Assert.Equal("deleted", (await server.GetAsync("/api/v1/recordings/r-5"))["state"]);
        Assert.Equal(404, (await server.GetAsync("/api/v1/recordings/r-5/audio")).Code);
        Assert.Equal(404, (await server.SendAsync(HttpMethod.Delete, "/api/v1/recordings/r-5")).Code);
        Assert.Equal(409, (await server.SendAsync(HttpMethod.Delete, "/api/v1/recordings/r-8")).Code);
        Assert.Equal(1, await Audited(server, "recording-deleted"));
    }

    [Fact]
    public async Task A_recording_whose_retention_is_over_is_swept_away_and_the_others_stay()
    {
        await using var server = await StartAsync();
        var sweep = new RecordingSweep(
            server.Store, server.Folder, server.Services.GetRequiredService<RappelApiOptions>(), server.Time, NullLogger<RecordingSweep>.Instance);
        var gone = Kept with { Id = new(10), File = "recordings/2026-03/r-10.wav", ExpiresAt = server.Time.GetUtcNow() };
        var stays = Kept with { Id = new(11), File = "recordings/2026-03/r-11.wav", ExpiresAt = server.Time.GetUtcNow().AddSeconds(1) };
        Write(server, gone, stays, Kept with { ExpiresAt = server.Time.GetUtcNow().AddDays(1) });
        await File.WriteAllBytesAsync(server.File(gone.File), Sound, TestContext.Current.CancellationToken);

        // The one that failed has its time over, too; its file never was.
        Assert.Equal(2, sweep.Sweep());
        Assert.False(File.Exists(server.File(gone.File)));
        Assert.True(File.Exists(server.File(Kept.File)));
        Assert.Equal(RecordingState.Deleted, server.Store.GetRecording(TenantId.Default, new(10))!.State);
        Assert.Equal(RecordingState.Kept, server.Store.GetRecording(TenantId.Default, new(11))!.State);
        Assert.Equal(0, sweep.Sweep());
    }

    [Fact]
    public async Task An_agent_pauses_the_recording_of_the_call()
    {
        await using var server = await StartAsync();
        Assert.Equal(204, (await server.SendAsync(HttpMethod.Post, "/api/v1/agents/1002/call/recording", """{"paused":true}""")).Code);
        Assert.Equal(new CallControl.Record("1002", true, "api"), Assert.Single(server.Engine.Commands));
        Assert.Equal(422, (await server.SendAsync(HttpMethod.Post, "/api/v1/agents/1002/call/recording", "{}")).Code);
    }

    private static async Task<ApiServer> StartAsync()
    {
        var server = await ApiServer.StartAsync();
        Write(
            server, Kept, Kept with { Id = new(6), State = RecordingState.Failed, Length = TimeSpan.Zero, File = "recordings/2026-03/r-6.wav" },
            Kept with { Id = new(8), State = RecordingState.Recording, File = "recordings/2026-03/r-8.wav" });
        var file = server.File(Kept.File);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllBytesAsync(file, Sound, TestContext.Current.CancellationToken);
        return server;
    }

    private static void Write(ApiServer server, params RecordingRow[] rows) => server.Write([.. rows.Select(row => new StoreRow.OfRecording(row))]);

    private static async Task<int> Audited(ApiServer server, string action) =>
        (await server.GetAsync("/api/v1/audit")).Json.GetProperty("items").EnumerateArray().Count(i => i.GetProperty("action").GetString() == action);
}
