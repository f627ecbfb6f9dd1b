using System.Text;
using Rappel.Core.Calls;
using Rappel.Server.Configuration.Editions;
using Rappel.Storage;

namespace Rappel.Tests.Server.Composition;

public sealed class ConfigurationBookTests : IDisposable
{
    private const string Edited = "tenant: { name: Edited, language: fr }\n";

    private readonly ConfigurationRig _rig = new();

    public ConfigurationBookTests() => _rig.Start(_rig.TheFolder);

    public void Dispose() => _rig.Dispose();

    [Fact]
    public void An_edit_is_in_the_store_at_once_and_changes_nothing_that_runs()
    {
        _rig.Edit("tenant.yaml", Edited);

        Assert.Equal("marie", _rig.Store.GetDraft(TenantId.Default)?.Who);
        Assert.Empty(_rig.Published);
        Assert.Equal("Acme", _rig.Start(_rig.TheFolder)?.Name);
        Assert.Equal("Edited", _rig.Book.Look().Draft?.Edition.Result.Snapshot?.Name);
    }

    [Fact]
    public void Publishing_makes_the_draft_the_version_in_force_and_hands_it_on_once()
    {
        _rig.Edit("tenant.yaml", Edited);

        Assert.Equal(2, _rig.Publish("New name"));

        Assert.Equal((2L, "Edited"), (Assert.Single(_rig.Published).Version, _rig.Published[0].Name));
        Assert.Null(_rig.Book.Look().Draft);
        Assert.Null(_rig.Store.GetDraft(TenantId.Default));
        Assert.Equal(("New name", ConfigurationOrigin.Draft), (_rig.Book.Look().Version.Note, _rig.Book.Look().Version.Origin));
        Assert.Null(_rig.Publish());
    }

    [Fact]
    public void A_draft_with_problems_is_kept_and_not_published()
    {
        _rig.Edit("agents.yaml", "agents: { 1001: { name: A, offerTimeout: 5 s } }\n");

        Assert.Null(_rig.Publish());
        Assert.NotEmpty(_rig.Book.Look().Draft!.Edition.Result.Problems);
        Assert.Empty(_rig.Published);
    }

    [Fact]
    public void A_draft_that_comes_to_differ_in_nothing_is_none()
    {
        var original = _rig.Book.Look().Edition.Texts["tenant.yaml"];
        _rig.Edit("tenant.yaml", Edited);
        _rig.Edit("tenant.yaml", original);

        Assert.Null(_rig.Book.Look().Draft);
        Assert.Null(_rig.Store.GetDraft(TenantId.Default));
    }

    [Fact]
    public void Discarding_leaves_what_is_in_force()
    {
        _rig.Edit("tenant.yaml", Edited);

        Assert.True(_rig.Book.Discard(_ => true, out var before));

        Assert.NotNull(before.Draft);
        Assert.Equal("Acme", _rig.Book.Look().Edited.Result.Snapshot?.Name);
    }

    [Fact]
    public void An_older_version_can_become_the_draft()
    {
        _rig.Edit("tenant.yaml", Edited);
        _rig.Publish();

        Assert.True(_rig.Book.Edit("marie", reading => new DraftProposal(_rig.Book.Shelf.OfVersion(1)!, []), out var after));

        Assert.Equal("Acme", after.Draft?.Edition.Result.Snapshot?.Name);
        Assert.Equal(3, _rig.Publish());
        Assert.Equal(_rig.Store.FilesOf(TenantId.Default, 1), _rig.Store.FilesOf(TenantId.Default, 3));
    }

    [Fact]
    public void The_mark_of_a_draft_changes_with_the_draft_and_with_what_it_would_replace()
    {
        var none = _rig.Book.Look().DraftMark;
        _rig.Edit("tenant.yaml", Edited);
        var one = _rig.Book.Look().DraftMark;
        _rig.Edit("tenant.yaml", Edited + "# said more\n");
        var two = _rig.Book.Look().DraftMark;
        _rig.Edit("tenant.yaml", Edited);

        Assert.Equal(one, _rig.Book.Look().DraftMark);
        Assert.Equal(3, new HashSet<string> { none, one, two }.Count);
    }

    [Fact]
    public void A_wish_that_sees_something_else_than_it_expected_changes_nothing()
    {
        Assert.False(_rig.Book.Edit("marie", FileChanges? (BookReading _) => null, out var after));
        Assert.Null(after.Draft);
        _rig.Edit("tenant.yaml", Edited);
        Assert.False(_rig.Book.Discard(_ => false, out _));
        Assert.NotNull(_rig.Book.Look().Draft);
    }

    [Fact]
    public void Only_what_changed_is_written()
    {
        var files = _rig.Book.Look().Edition.Files;
        _rig.Edit("more.yaml", "schedules: {}\n");

        var draft = _rig.Store.GetDraft(TenantId.Default)!.Files;

        Assert.Equal(files["tenant.yaml"], draft["tenant.yaml"]);
        Assert.Equal("schedules: {}\n", Encoding.UTF8.GetString(_rig.Store.ReadContent(TenantId.Default, draft["more.yaml"])!));
    }
}
