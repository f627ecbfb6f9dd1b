using System.IO;
using System.IO.Compression;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;
using Rappel.Media.Audio;
using Rappel.Server.Configuration;
using Rappel.Server.Configuration.Archives;
using Rappel.Tests.Server.Speech;

namespace Rappel.Tests.Server.Web.Drafts;

/// <summary>A configuration out and in as a ZIP file.</summary>
public sealed class ArchiveTests
{
    private const string Path = "/api/v1/configuration";

    [Fact]
    public async Task What_was_exported_is_imported_elsewhere_and_exported_again_byte_for_byte()
    {
        await using var server = await ApiServer.StartAsync();
        Assert.Equal(201, (await PutAsync(server, "audio/welcome.wav", 4000)).Code);
        var (reply, first) = await server.SendBytesAsync(HttpMethod.Get, Path + "/draft/export");
        Assert.Equal("application/zip", reply.ContentType);
        await using var other = await ApiServer.StartAsync();
        await ImportAsync(other, Zipped(("tenant.yaml", "tenant: { name: Other, language: en }\n")));

        var imported = await ImportAsync(other, first);

        Assert.Empty(imported.Json.GetProperty("problems").EnumerateArray());
        Assert.Equal(first, (await other.SendBytesAsync(HttpMethod.Get, Path + "/draft/export")).Bytes);
        Assert.Equal(["audio/welcome.wav"], ConfigurationArchive.Read(new MemoryStream(first)).Recordings.Keys);
    }

    [Fact]
    public async Task A_version_is_exported_as_it_was()
    {
        await using var server = await ApiServer.StartAsync();

        var (_, bytes) = await server.SendBytesAsync(HttpMethod.Get, Path + "/versions/1/export");

        Assert.Equal(BuiltInConfigurations.Example().Files, ConfigurationArchive.Read(new MemoryStream(bytes)).Files);
        Assert.Equal(404, (await server.GetAsync(Path + "/versions/7/export")).Code);
    }

    [Fact]
    public async Task Problems_that_can_be_mended_do_not_refuse_an_import()
    {
        await using var server = await ApiServer.StartAsync();

        var imported = await ImportAsync(server, Zipped(("a.yaml", "tenant: { name: Other, language: xx }\n")));

        Assert.Equal(200, imported.Code);
        Assert.Equal("/tenant/language", Assert.Single(imported.Json.GetProperty("problems").EnumerateArray()).GetProperty("pointer").GetString());
        Assert.NotNull(server.Book.Look().Draft);
    }

    [Theory]
    [InlineData("a.yaml", "tenant: [\n")]
    [InlineData("../a.yaml", "tenant: {}\n")]
    [InlineData("/etc/a.yaml", "tenant: {}\n")]
    [InlineData("x\\a.yaml", "tenant: {}\n")]
    [InlineData("C:/a.yaml", "tenant: {}\n")]
    [InlineData("readme.txt", "nothing of ours")]
    [InlineData("", "")]
    public async Task What_cannot_be_read_or_leads_out_is_refused_and_loses_nothing(string path, string text)
    {
        await using var server = await ApiServer.StartAsync();

        var refused = await ImportAsync(server, path.Length == 0 ? "no zip"u8.ToArray() : Zipped((path, text)));

        Assert.Equal((422, "invalid-configuration"), (refused.Code, refused["code"]));
        Assert.NotEmpty(refused.Json.GetProperty("errors").EnumerateArray());
        Assert.Null(server.Book.Look().Draft);
    }

    [Fact]
    public async Task Hidden_and_other_files_are_left_alone()
    {
        await using var server = await ApiServer.StartAsync();

        await ImportAsync(server, Zipped(
            ("tenant.yaml", "tenant: { name: Other, language: en }\n"), (".git/config.yaml", "x: ["), ("__MACOSX/._a.yaml", "x: ["), ("README.md", "hello")));

        Assert.Equal(["tenant.yaml"], server.Book.Look().Edited.Files.Keys);
    }

    [Fact]
    public void A_bomb_is_not_unpacked()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("bomb.yaml").Open();
            var zeros = new byte[1024 * 1024];
            for (var written = 0L; written <= YamlLimits.FileCharacters * 4L; written += zeros.Length)
            {
                entry.Write(zeros);
            }
        }

        Assert.InRange(stream.Length, 1, 1024 * 1024);
        var read = ConfigurationArchive.Read(stream);

        Assert.Equal("too-large", Assert.Single(read.Problems).Code);
        Assert.Empty(read.Files);
    }

    [Fact]
    public void One_file_twice_is_refused() => Assert.Single(
        ConfigurationArchive.Read(new MemoryStream(Zipped(("a.yaml", "x: 1"), ("a.yaml", "x: 2")))).Problems);

    [Fact]
    public async Task An_import_says_what_it_replaces_where_it_wants_to_and_is_a_zip()
    {
        await using var server = await ApiServer.StartAsync();
        var zip = Zipped(("tenant.yaml", "tenant: { name: Other, language: en }\n"));

        Assert.Equal(412, (await server.SendBytesAsync(HttpMethod.Post, Path + "/draft/import", zip, "application/zip", ("If-Match", "\"other\""))).Reply.Code);
        Assert.Equal(415, (await server.SendBytesAsync(HttpMethod.Post, Path + "/draft/import", zip, "text/plain")).Reply.Code);
    }

    [Fact]
    public async Task Recordings_are_uploaded_listed_played_replaced_and_removed()
    {
        await using var server = await ApiServer.StartAsync();
        Assert.Equal(201, (await PutAsync(server, "audio/welcome.wav", 4000)).Code);
        var listed = Assert.Single((await server.GetAsync(Path + "/draft/files")).Json.GetProperty("items").EnumerateArray());
        Assert.Equal(("audio/welcome.wav", 0.5, 8000), (listed.GetProperty("path").GetString(), listed.GetProperty("seconds").GetDouble(), listed.GetProperty("sampleRate").GetInt32()));
        var etag = listed.GetProperty("etag").GetString()!;
        Assert.Equal(Tone(4000), (await server.SendBytesAsync(HttpMethod.Get, Path + "/draft/files/audio/welcome.wav")).Bytes);
        Assert.Equal(304, (await server.SendBytesAsync(HttpMethod.Get, Path + "/draft/files/audio/welcome.wav", headers: ("If-None-Match", etag))).Reply.Code);

        Assert.Equal(412, (await PutAsync(server, "audio/welcome.wav", 5000)).Code);
        Assert.Equal(428, (await PutAsync(server, "audio/welcome.wav", 5000, null)).Code);
        Assert.Equal(200, (await PutAsync(server, "audio/welcome.wav", 5000, ("If-Match", etag))).Code);
        Assert.Equal(412, (await server.SendBytesAsync(HttpMethod.Delete, Path + "/draft/files/audio/welcome.wav", headers: ("If-Match", etag))).Reply.Code);
        Assert.Equal(204, (await server.SendBytesAsync(HttpMethod.Delete, Path + "/draft/files/audio/welcome.wav", headers: ("If-Match", "*"))).Reply.Code);
        Assert.Null(server.Book.Look().Draft);
    }

    [Fact]
    public async Task What_cannot_be_played_or_placed_is_refused()
    {
        await using var server = await ApiServer.StartAsync();

        var bad = await server.SendBytesAsync(HttpMethod.Put, Path + "/draft/files/a.wav", "ID3 hello"u8.ToArray(), "audio/wav", ("If-None-Match", "*"));
        Assert.Equal((422, "bad-recording"), (bad.Reply.Code, bad.Reply["code"]));
        Assert.Equal(400, (await PutAsync(server, ".hidden/a.wav", 4000)).Code);
        Assert.Equal(400, (await PutAsync(server, "a.mp3", 4000)).Code);
        Assert.Null(server.Book.Look().Draft);
    }

    private static byte[] Tone(int samples) => WavWriter.ToBytes(FakeSpeech.Tone(samples));

    private static Task<Reply> PutAsync(ApiServer server, string path, int samples) => PutAsync(server, path, samples, ("If-None-Match", "*"));

    private static async Task<Reply> PutAsync(ApiServer server, string path, int samples, (string, string)? condition) => (await server.SendBytesAsync(
        HttpMethod.Put, $"{Path}/draft/files/{path}", Tone(samples), "audio/wav", condition is { } header ? [header] : [])).Reply;

    private static async Task<Reply> ImportAsync(ApiServer server, byte[] zip) =>
        (await server.SendBytesAsync(HttpMethod.Post, Path + "/draft/import", zip, "application/zip")).Reply;

    private static byte[] Zipped(params (string Path, string Text)[] files)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, text) in files)
            {
                using var entry = zip.CreateEntry(path).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return stream.ToArray();
    }
}
