using System.Threading.Tasks;
using Rappel.Core.Calls;
using Rappel.Media.Audio;
using Rappel.Server.Configuration;
using Rappel.Server.Configuration.Editions;
using Rappel.Storage;
using Rappel.Tests.Server.Speech;

namespace Rappel.Tests.Server.Composition;

/// <summary>Where the configuration comes from at a start, and when it is imported.</summary>
public sealed class ConfigurationDeskTests : IDisposable
{
    private const string Other = "tenant: { name: Other, language: en }\n";

    private readonly ConfigurationRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public void An_empty_store_takes_the_folder_over_as_version_one()
    {
        var snapshot = _rig.Start(_rig.TheFolder);

        Assert.Equal((1L, "Acme"), (snapshot!.Version, snapshot.Name));
        Assert.Equal((1L, ConfigurationOrigin.Folder, "start"), (Latest.Number, Latest.Origin, Latest.Who));
    }

    [Fact]
    public void Without_a_folder_it_begins_with_the_example_and_with_none_empty()
    {
        Assert.Equal("AcmeHealth", _rig.Start(new ConfigurationSource.Example())?.Name);
        Assert.Equal(ConfigurationOrigin.Example, Latest.Origin);
        using var other = new ConfigurationRig();
        var empty = other.Start(new ConfigurationSource.Empty())!;
        Assert.Empty(empty.Channels);
        Assert.Empty(empty.Agents);
    }

    [Fact]
    public void Later_starts_use_the_store_without_a_folder()
    {
        _rig.Start(_rig.TheFolder);

        Assert.Equal("Acme", _rig.Start(new ConfigurationSource.Example())?.Name);
        Assert.Equal(1, Latest.Number);
    }

    [Fact]
    public void A_changed_folder_is_imported_at_a_start_while_nothing_else_was_edited()
    {
        _rig.Start(_rig.TheFolder);
        _rig.Start(_rig.TheFolder);
        Assert.Equal(1, Latest.Number);

        _rig.Write("tenant.yaml", Other);

        Assert.Equal((2L, "Other"), (_rig.Start(_rig.TheFolder)!.Version, _rig.Book.Look().Edition.Result.Snapshot!.Name));
    }

    [Fact]
    public void A_folder_takes_the_place_of_the_untouched_example()
    {
        _rig.Start(new ConfigurationSource.Example());

        Assert.Equal("Acme", _rig.Start(_rig.TheFolder)?.Name);
    }

    [Fact]
    public void After_an_edit_here_a_changed_folder_is_left_alone_until_it_is_imported_by_hand()
    {
        _rig.Start(_rig.TheFolder);
        _rig.Edit("tenant.yaml", "tenant: { name: Edited, language: fr }\n");
        Assert.Equal(2, _rig.Publish());
        _rig.Start(_rig.TheFolder);
        Assert.DoesNotContain(_rig.Log.Lines, l => l.Text.Contains("left alone", StringComparison.Ordinal));

        _rig.Write("tenant.yaml", Other);
        Assert.Equal("Edited", _rig.Start(_rig.TheFolder)?.Name);
        Assert.Contains(_rig.Log.Lines, l => l.Text.Contains("left alone", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Importing_by_hand_takes_the_folder_whatever_was_edited()
    {
        _rig.Start(_rig.TheFolder);
        _rig.Edit("tenant.yaml", "tenant: { name: Edited, language: fr }\n");
        _rig.Publish();

        var import = await _rig.Desk.ImportAsync(apply: true, "admin", TestContext.Current.CancellationToken);

        Assert.Equal((true, 3L), (import.Applied, import.Version));
        Assert.Equal("Acme", _rig.Published[^1].Name);
        Assert.Equal(3, _rig.Published[^1].Version);
        Assert.False((await _rig.Desk.ImportAsync(apply: true, "admin", TestContext.Current.CancellationToken)).Applied);
    }

    [Fact]
    public async Task A_bad_folder_is_told_whole_and_what_runs_stays()
    {
        _rig.Start(_rig.TheFolder);
        _rig.Write("agents.yaml", "agents: { 1001: { name: A, offerTimeout: 5 s } }\n");

        var import = await _rig.Desk.ImportAsync(apply: true, "admin", TestContext.Current.CancellationToken);
        Assert.False(import.Applied);
        Assert.Contains(import.Problems, p => p is { Path: "agents/1001/offerTimeout", File: "agents.yaml", Line: 1 });

        Assert.Equal("Acme", _rig.Start(_rig.TheFolder, out var problems)?.Name);
        Assert.NotEmpty(problems);
        Assert.Equal(1, Latest.Number);
    }

    [Fact]
    public void Nothing_valid_at_all_is_told_and_nothing_is_kept()
    {
        _rig.Write("tenant.yaml", "tenant: { name: Acme, language: xx }\n");

        Assert.Null(_rig.Start(_rig.TheFolder, out var problems));
        Assert.Single(problems);
        Assert.Null(_rig.Store.LatestVersion(TenantId.Default));
    }

    [Fact]
    public async Task Recordings_come_along_and_a_changed_one_is_a_change()
    {
        WriteWelcome(4000);
        _rig.Write("prompts.yaml", "prompts: { welcome: { name: W, fr: { file: audio/welcome.wav } } }\n");
        var first = _rig.Start(_rig.TheFolder)!.Prompts["welcome"].ByLanguage["fr"].File!;
        WriteWelcome(5000);

        Assert.True((await _rig.Desk.ImportAsync(apply: true, "admin", TestContext.Current.CancellationToken)).Applied);

        var second = _rig.Published[^1].Prompts["welcome"].ByLanguage["fr"].File!;
        Assert.NotEqual(first, second);
        Assert.True(RecordingPins.TryRead(first, out var before, out var path));
        Assert.Equal("audio/welcome.wav", path);
        Assert.NotNull(_rig.Store.ReadContent(TenantId.Default, before));
    }

    private ConfigurationVersion Latest => _rig.Store.LatestVersion(TenantId.Default)!;

    private void WriteWelcome(int samples)
    {
        _rig.Write("audio/welcome.wav", "");
        System.IO.File.WriteAllBytes(System.IO.Path.Combine(_rig.Folder, "audio/welcome.wav"), WavWriter.ToBytes(FakeSpeech.Tone(samples)));
    }
}
