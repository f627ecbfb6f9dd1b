using System.Collections.Immutable;
using System.Text;
using Rappel.Core.Calls;
using Rappel.Storage;

namespace Rappel.Tests.Storage;

/// <summary>Versions of the configuration, the draft, and the contents both are made of.</summary>
public abstract partial class StoreConformance
{
    [Fact]
    public void Versions_are_numbered_and_keep_who_when_note_and_files()
    {
        Assert.Null(Store.LatestVersion(Tenant));
        var at = _rows.Moment();
        var files = Keep(("queues.yaml", "a: 1\n"), ("prompts/welcome.wav", "RIFF"));

        Store.AddVersion(Tenant, new NewVersion(at, "admin", "", ConfigurationOrigin.Folder, null, Keep(("x.yaml", "y"))), endDraft: false);
        var second = Store.AddVersion(Tenant, new NewVersion(at, "marie", "Été", ConfigurationOrigin.Draft, 7, files), endDraft: false);
        Reopen();

        Assert.Equal(new ConfigurationVersion(2, at, "marie", "Été", ConfigurationOrigin.Draft, 7), second);
        Assert.Equal(second, Store.LatestVersion(Tenant));
        Assert.Equal(1, Store.LatestVersion(Tenant, ConfigurationOrigin.Folder)?.Number);
        Assert.Null(Store.LatestVersion(Tenant, ConfigurationOrigin.Example));
        Assert.Equal(files, Store.FilesOf(Tenant, 2));
        Assert.Empty(Store.FilesOf(Tenant, 3));
        Assert.Equal("a: 1\n"u8.ToArray(), Store.ReadContent(Tenant, files["queues.yaml"]));
    }

    [Fact]
    public void Versions_are_found_newest_first_page_by_page()
    {
        for (var i = 0; i < 5; i++)
        {
            Store.AddVersion(Tenant, new NewVersion(_rows.Moment(), "x", $"{i}", ConfigurationOrigin.Draft, i, FileTable.Empty), endDraft: false);
        }

        Assert.Equal([5L, 4], Store.FindVersions(Tenant, 2, null).Select(v => v.Number));
        Assert.Equal([3L, 2, 1], Store.FindVersions(Tenant, 9, 4).Select(v => v.Number));
        Assert.Equal("2", Store.GetVersion(Tenant, 3)?.Note);
        Assert.Null(Store.GetVersion(Tenant, 6));
    }

    [Fact]
    public void A_version_of_contents_that_are_not_kept_is_refused_and_leaves_nothing()
    {
        var files = FileTable.Empty.Add("a.yaml", ContentHash.Of("never kept"));

        Assert.Throws<StoreException>(() =>
            Store.AddVersion(Tenant, new NewVersion(_rows.Moment(), "x", "", ConfigurationOrigin.Draft, null, files), endDraft: false));

        Assert.Null(Store.LatestVersion(Tenant));
    }

    [Fact]
    public void A_draft_is_kept_and_replaced_and_what_nothing_has_any_longer_goes()
    {
        Assert.Null(Store.GetDraft(Tenant));
        var published = Keep(("a.yaml", "a"), ("b.yaml", "b"));
        Store.AddVersion(Tenant, new NewVersion(_rows.Moment(), "x", "", ConfigurationOrigin.Folder, null, published), endDraft: false);
        var first = new ConfigurationDraft(1, _rows.Moment(), "marie", published.SetItems(Keep(("b.yaml", "b2"), ("c.yaml", "c"))));
        var second = new ConfigurationDraft(1, _rows.Moment(), "luc", first.Files.Remove("a.yaml").SetItem("b.yaml", Keep(("b.yaml", "b3"))["b.yaml"]));

        Store.KeepDraft(Tenant, first);
        AssertSame(first, Store.GetDraft(Tenant));
        Store.KeepDraft(Tenant, second);
        Reopen();

        AssertSame(second, Store.GetDraft(Tenant));
        Assert.Null(Store.ReadContent(Tenant, ContentHash.Of("b2")));
        Assert.NotNull(Store.ReadContent(Tenant, ContentHash.Of("a")));
        Assert.NotNull(Store.ReadContent(Tenant, ContentHash.Of("b3")));
    }

    [Fact]
    public void A_draft_ends_with_the_version_made_of_it_or_by_itself()
    {
        var files = Keep(("a.yaml", "a"));
        Store.KeepDraft(Tenant, new ConfigurationDraft(0, _rows.Moment(), "marie", files));
        Store.AddVersion(Tenant, new NewVersion(_rows.Moment(), "marie", "", ConfigurationOrigin.Draft, 1, files), endDraft: true);
        Assert.Null(Store.GetDraft(Tenant));
        Assert.NotNull(Store.ReadContent(Tenant, files["a.yaml"]));

        Store.KeepDraft(Tenant, new ConfigurationDraft(1, _rows.Moment(), "marie", Keep(("a.yaml", "other"))));
        Store.DropDraft(Tenant);
        Store.DropDraft(Tenant);

        Assert.Null(Store.GetDraft(Tenant));
        Assert.Null(Store.ReadContent(Tenant, ContentHash.Of("other")));
    }

    [Fact]
    public void A_content_is_kept_once_and_its_head_can_be_read_alone()
    {
        byte[] bytes = [.. Enumerable.Range(0, 3_000_000).Select(i => (byte)(i * 31))];
        Store.AddContents(Tenant, [bytes, Array.Empty<byte>(), "x"u8.ToArray()]);
        Store.AddContents(Tenant, [bytes]);

        Assert.Equal(bytes, Store.ReadContent(Tenant, ContentHash.Of(bytes)));
        var (size, head) = Store.ReadHead(Tenant, ContentHash.Of(bytes), 44)!.Value;
        Assert.Equal(3_000_000, size);
        Assert.Equal(bytes[..44], head);
        Assert.Equal((0, 0), (Store.ReadHead(Tenant, ContentHash.Of(""), 44)!.Value.Size, Store.ReadContent(Tenant, ContentHash.Of(""))!.Length));
        Assert.Null(Store.ReadHead(Tenant, ContentHash.Of("y"), 44));
    }

    [Fact]
    public void Sweeping_leaves_what_a_version_or_the_draft_has()
    {
        var kept = Keep(("a.yaml", "a"));
        Store.AddVersion(Tenant, new NewVersion(_rows.Moment(), "x", "", ConfigurationOrigin.Folder, null, kept), endDraft: false);
        Store.KeepDraft(Tenant, new ConfigurationDraft(1, _rows.Moment(), "x", Keep(("a.yaml", "drafted"))));
        Keep(("stray.wav", "stray"));

        Store.SweepContents(Tenant);

        Assert.Equal(
            [true, true, false], new[] { "a", "drafted", "stray" }.Select(text => Store.ReadContent(Tenant, ContentHash.Of(text)) is not null));
    }

    [Fact]
    public void Tenants_share_no_contents_and_no_draft()
    {
        var other = new TenantId("other");
        var files = Keep(("a.yaml", "a"));
        Store.KeepDraft(Tenant, new ConfigurationDraft(0, _rows.Moment(), "x", files));

        Assert.Null(Store.GetDraft(other));
        Assert.Null(Store.ReadContent(other, files["a.yaml"]));
    }

    private FileTable Keep(params (string Path, string Text)[] files)
    {
        Store.AddContents(Tenant, [.. files.Select(f => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(f.Text))]);
        return files.ToImmutableSortedDictionary(f => f.Path, f => ContentHash.Of(f.Text), StringComparer.Ordinal);
    }

    private static void AssertSame(ConfigurationDraft expected, ConfigurationDraft? actual)
    {
        Assert.NotNull(actual);
        Assert.Equal((expected.BaseVersion, expected.At, expected.Who), (actual.BaseVersion, actual.At, actual.Who));
        Assert.Equal(expected.Files, actual.Files);
    }
}
