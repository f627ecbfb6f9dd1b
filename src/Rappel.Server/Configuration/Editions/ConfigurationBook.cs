using System.Collections.Immutable;
using System.Threading;
using Rappel.Core.Calls;
using Rappel.Core.Config;
using Rappel.Storage;

namespace Rappel.Server.Configuration.Editions;

/// <summary>
/// The configuration as people and programs edit it: the version in force and the draft. One change at a time; each is in the store before
/// it is seen. Reading never waits.
/// </summary>
public sealed class ConfigurationBook(IConfigurationStore store, TenantId tenant, EditionShelf shelf, TimeProvider time)
{
    private readonly Lock changing = new();
    private Action<ConfigurationSnapshot> publish = _ => { };
    private volatile BookReading? reading;

    /// <summary>Throws before a version is in force: the server does not serve then.</summary>
    public BookReading Look() => reading ?? throw new InvalidOperationException("No configuration is in force yet.");

    public EditionShelf Shelf => shelf;

    /// <summary>Where later versions go. Called one at a time, in their order.</summary>
    public void PublishTo(Action<ConfigurationSnapshot> receiver) => publish = receiver;

    /// <summary>Takes a version of the store into force, with the draft that lies beside it.</summary>
    public void Open(ConfigurationVersion version, Edition edition)
    {
        lock (changing)
        {
            store.SweepContents(tenant);
            reading = new BookReading(version, edition, null);
            if (store.GetDraft(tenant) is { } draft)
            {
                var opened = new OpenDraft(shelf.Of(draft.Files), draft.BaseVersion, draft.At, draft.Who);
                reading = reading with { Draft = opened.Edition.Mark == edition.Mark ? null : opened };
            }
        }
    }

    /// <summary>Changes the draft, beginning one where there is none. A draft that comes to differ in nothing is ended.</summary>
    /// <param name="propose">What to make of it, seen how things stand; null to change nothing.</param>
    /// <param name="after">How things stand then.</param>
    /// <returns>False where nothing was proposed.</returns>
    public bool Edit(string who, Func<BookReading, DraftProposal?> propose, out BookReading after)
    {
        lock (changing)
        {
            after = Look();
            if (propose(after) is not { } proposal)
            {
                return false;
            }

            after = Keep(after, proposal, who);
            return true;
        }
    }

    /// <inheritdoc cref="Edit(string, Func{BookReading, DraftProposal?}, out BookReading)"/>
    public bool Edit(string who, Func<BookReading, FileChanges?> propose, out BookReading after) => Edit(
        who, seen => propose(seen) is { } changes ? new DraftProposal(changes.ApplyTo(seen.Edited, shelf), [.. changes.Put.Values]) : null, out after);

    /// <summary>Throws the draft away.</summary>
    public bool Discard(Func<BookReading, bool> agreed, out BookReading before)
    {
        lock (changing)
        {
            before = Look();
            if (!agreed(before))
            {
                return false;
            }

            store.DropDraft(tenant);
            reading = before with { Draft = null };
            return true;
        }
    }

    /// <summary>Makes the draft a version, in force for calls from now on.</summary>
    /// <param name="agreed">Whether it may be, seen the draft as it stands.</param>
    /// <param name="changes">Objects that differ.</param>
    /// <returns>The new version; null where it was not agreed to, there is no draft, or it has problems.</returns>
    public ConfigurationVersion? Publish(string who, string note, Func<BookReading, bool> agreed, Func<BookReading, int?> changes, out BookReading before)
    {
        lock (changing)
        {
            before = Look();
            if (!agreed(before) || before.Draft is not { Edition: { Result.Snapshot: { } snapshot } edition })
            {
                return null;
            }

            return Put(new NewVersion(time.GetUtcNow(), who, note, ConfigurationOrigin.Draft, changes(before), edition.Files), edition, snapshot, endDraft: true);
        }
    }

    /// <summary>Adds a version from elsewhere, without problems, beside the draft. Before the book is open nothing is published: it begins with that.</summary>
    public ConfigurationVersion Add(
        string who, ConfigurationOrigin origin, FolderReading contents, Edition edition, ConfigurationSnapshot snapshot, int? changes)
    {
        lock (changing)
        {
            store.AddContents(tenant, [.. contents.Contents().Select(c => c.Value)]);
            return Put(new NewVersion(time.GetUtcNow(), who, "", origin, changes, edition.Files), edition, snapshot, endDraft: false);
        }
    }

    private ConfigurationVersion Put(NewVersion made, Edition edition, ConfigurationSnapshot snapshot, bool endDraft)
    {
        var version = store.AddVersion(tenant, made, endDraft);
        if (reading is { } before)
        {
            reading = new BookReading(version, edition, endDraft || before.Draft?.Edition.Mark == edition.Mark ? null : before.Draft);
            publish(snapshot with { Version = version.Number });
        }

        return version;
    }

    private BookReading Keep(BookReading before, DraftProposal proposal, string who)
    {
        var edition = proposal.Edition;
        if (edition.Mark == before.Edited.Mark)
        {
            return before;
        }

        if (edition.Mark == before.Edition.Mark)
        {
            store.DropDraft(tenant);
            reading = before with { Draft = null };
            return reading;
        }

        store.AddContents(tenant, proposal.Contents);
        var draft = new ConfigurationDraft(before.Draft?.BaseVersion ?? before.Version.Number, time.GetUtcNow(), who, edition.Files);
        store.KeepDraft(tenant, draft);
        shelf.Keep(edition);
        reading = before with { Draft = new OpenDraft(edition, draft.BaseVersion, draft.At, draft.Who) };
        return reading;
    }
}
