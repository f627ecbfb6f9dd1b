using Rappel.Core.Calls;

namespace Rappel.Storage;

/// <summary>Versions of the configuration, the draft, and the contents both are made of. Changes come from one writer at a time.</summary>
public interface IConfigurationStore
{
    /// <summary>Null before the first.</summary>
    /// <param name="origin">Only of those that came from there; null for any.</param>
    ConfigurationVersion? LatestVersion(TenantId tenant, ConfigurationOrigin? origin = null);

    ConfigurationVersion? GetVersion(TenantId tenant, long number);

    /// <summary>Newest first.</summary>
    IReadOnlyList<ConfigurationVersion> FindVersions(TenantId tenant, int limit, long? before);

    /// <summary>Empty where there is no such version.</summary>
    FileTable FilesOf(TenantId tenant, long version);

    /// <summary>Adds a version and, where asked, ends the draft with it. Throws <see cref="StoreException"/> where a content is missing.</summary>
    ConfigurationVersion AddVersion(TenantId tenant, NewVersion version, bool endDraft);

    ConfigurationDraft? GetDraft(TenantId tenant);

    /// <summary>Makes the draft what is given. Only the files that differ are written; contents that nothing has any longer go.</summary>
    void KeepDraft(TenantId tenant, ConfigurationDraft draft);

    void DropDraft(TenantId tenant);

    /// <summary>Keeps contents for a draft or version that follows. Those that are there already cost nothing.</summary>
    /// <remarks>In several transactions where they are large: a commit of calls must not wait for them all.</remarks>
    void AddContents(TenantId tenant, IReadOnlyCollection<ReadOnlyMemory<byte>> contents);

    /// <summary>Null where it is not kept.</summary>
    byte[]? ReadContent(TenantId tenant, ContentHash hash);

    /// <summary>How many bytes a content has, and its first ones; null where it is not kept.</summary>
    (long Size, byte[] Head)? ReadHead(TenantId tenant, ContentHash hash, int bytes);

    /// <summary>Removes contents that no version and no draft has: an interrupted upload leaves such.</summary>
    void SweepContents(TenantId tenant);
}
