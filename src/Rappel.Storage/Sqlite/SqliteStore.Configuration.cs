using System.Collections.Immutable;
using Dapper;
using Microsoft.Data.Sqlite;
using Rappel.Core.Calls;

namespace Rappel.Storage.Sqlite;

/// <summary>Versions, the draft, and their contents.</summary>
public sealed partial class SqliteStore
{
    /// <summary>Bytes of contents written in one transaction, and at least one content.</summary>
    internal const int ContentBatch = 1024 * 1024;

    private const string NowhereUsed = """
        NOT EXISTS (SELECT 1 FROM configuration_file f WHERE f.tenant_id = configuration_content.tenant_id AND f.hash = configuration_content.hash)
        AND NOT EXISTS (SELECT 1 FROM configuration_draft_file d WHERE d.tenant_id = configuration_content.tenant_id AND d.hash = configuration_content.hash)
        """;

    private const string VersionColumns = "version AS Number, at AS At, who AS Who, note AS Note, origin AS Origin, changes AS Changes";

    /// <inheritdoc/>
    public ConfigurationVersion? LatestVersion(TenantId tenant, ConfigurationOrigin? origin = null) => Versions(
        $"{(origin is null ? "" : "AND origin = @Origin ")}ORDER BY version DESC LIMIT 1",
        new { Tenant = tenant.Value, Origin = origin is { } named ? Words.Of(named) : null }).FirstOrDefault();

    /// <inheritdoc/>
    public ConfigurationVersion? GetVersion(TenantId tenant, long number) =>
        Versions("AND version = @number", new { Tenant = tenant.Value, number }).FirstOrDefault();

    /// <inheritdoc/>
    public IReadOnlyList<ConfigurationVersion> FindVersions(TenantId tenant, int limit, long? before) => Versions(
        $"{(before is null ? "" : "AND version < @before ")}ORDER BY version DESC LIMIT @Limit", new { Tenant = tenant.Value, before, Limit = Page(limit) });

    /// <inheritdoc/>
    public FileTable FilesOf(TenantId tenant, long version) => Read(connection => Files(
        connection, "configuration_file WHERE tenant_id = @Tenant AND version = @version", new { Tenant = tenant.Value, version }));

    /// <inheritdoc/>
    public ConfigurationVersion AddVersion(TenantId tenant, NewVersion version, bool endDraft)
    {
        var number = 0L;
        Write(connection =>
        {
            number = connection.ExecuteScalar<long>(
                "SELECT coalesce(max(version), 0) + 1 FROM configuration_version WHERE tenant_id = @Tenant", new { Tenant = tenant.Value });
            connection.Execute(
                """
                INSERT INTO configuration_version (tenant_id, version, at, who, note, origin, changes)
                VALUES (@Tenant, @number, @At, @Who, @Note, @Origin, @Changes)
                """,
                new
                {
                    Tenant = tenant.Value,
                    number,
                    At = version.At.UtcTicks,
                    version.Who,
                    version.Note,
                    Origin = Words.Of(version.Origin),
                    version.Changes,
                });
            using var insert = new PreparedWrite(
                connection, "INSERT INTO configuration_file (tenant_id, version, path, hash) VALUES (?1, ?2, ?3, ?4)");
            foreach (var (path, hash) in version.Files)
            {
                insert.Run(tenant.Value, number, path, hash.Hex);
            }

            if (endDraft)
            {
                Drop(connection, tenant);
            }
        });
        return new ConfigurationVersion(number, version.At, version.Who, version.Note, version.Origin, version.Changes);
    }

    /// <inheritdoc/>
    public ConfigurationDraft? GetDraft(TenantId tenant) => Read(connection =>
    {
        var key = new { Tenant = tenant.Value };
        using var transaction = connection.BeginTransaction(deferred: true);
        var row = connection.Query<(long Base, long At, string Who)>(
            "SELECT base_version, at, who FROM configuration_draft WHERE tenant_id = @Tenant", key, transaction).ToList();
        return row is [var draft]
            ? new ConfigurationDraft(
                draft.Base, new Instant(draft.At, TimeSpan.Zero), draft.Who, Files(connection, "configuration_draft_file WHERE tenant_id = @Tenant", key))
            : null;
    });

    /// <inheritdoc/>
    public void KeepDraft(TenantId tenant, ConfigurationDraft draft) => Write(connection =>
    {
        var key = new { Tenant = tenant.Value };
        connection.Execute(
            """
            INSERT INTO configuration_draft (tenant_id, base_version, at, who) VALUES (@Tenant, @BaseVersion, @At, @Who)
            ON CONFLICT (tenant_id) DO UPDATE SET base_version = excluded.base_version, at = excluded.at, who = excluded.who
            """,
            new { Tenant = tenant.Value, draft.BaseVersion, At = draft.At.UtcTicks, draft.Who });
        var before = Files(connection, "configuration_draft_file WHERE tenant_id = @Tenant", key);
        foreach (var path in before.Keys.Where(p => !draft.Files.ContainsKey(p)))
        {
            connection.Execute("DELETE FROM configuration_draft_file WHERE tenant_id = @Tenant AND path = @path", new { Tenant = tenant.Value, path });
        }

        using var put = new PreparedWrite(connection, """
            INSERT INTO configuration_draft_file (tenant_id, path, hash) VALUES (?1, ?2, ?3) ON CONFLICT (tenant_id, path) DO UPDATE SET hash = excluded.hash
            """);
        foreach (var (path, hash) in draft.Files.Where(f => before.GetValueOrDefault(f.Key) != f.Value))
        {
            put.Run(tenant.Value, path, hash.Hex);
        }

        Forget(connection, tenant, before.Where(f => draft.Files.GetValueOrDefault(f.Key) != f.Value).Select(f => f.Value));
    });

    /// <inheritdoc/>
    public void DropDraft(TenantId tenant) => Write(connection => Drop(connection, tenant));

    /// <inheritdoc/>
    public void AddContents(TenantId tenant, IReadOnlyCollection<ReadOnlyMemory<byte>> contents)
    {
        var batch = new List<ReadOnlyMemory<byte>>();
        foreach (var content in contents)
        {
            if (batch.Count > 0 && batch.Sum(c => (long)c.Length) + content.Length > ContentBatch)
            {
                WriteContents(tenant, batch);
                batch.Clear();
            }

            batch.Add(content);
        }

        WriteContents(tenant, batch);
    }

    /// <inheritdoc/>
    public byte[]? ReadContent(TenantId tenant, ContentHash hash) => Read(connection => connection.ExecuteScalar<byte[]?>(
        "SELECT bytes FROM configuration_content WHERE tenant_id = @Tenant AND hash = @Hex", new { Tenant = tenant.Value, hash.Hex }));

    /// <inheritdoc/>
    public (long Size, byte[] Head)? ReadHead(TenantId tenant, ContentHash hash, int bytes) => Read(connection =>
    {
        using var transaction = connection.BeginTransaction(deferred: true);
        if (connection.ExecuteScalar<long?>(
            "SELECT rowid FROM configuration_content WHERE tenant_id = @Tenant AND hash = @Hex", new { Tenant = tenant.Value, hash.Hex }) is not { } row)
        {
            return ((long, byte[])?)null;
        }

        // In SQL a part of a content would have the whole of it read.
        using var content = new SqliteBlob(connection, "configuration_content", "bytes", row, readOnly: true);
        var head = new byte[Math.Min(bytes, content.Length)];
        content.ReadExactly(head);
        return (content.Length, head);
    });

    /// <inheritdoc/>
    public void SweepContents(TenantId tenant) => Write(connection => connection.Execute(
        $"DELETE FROM configuration_content WHERE tenant_id = @Tenant AND {NowhereUsed}", new { Tenant = tenant.Value }));

    private static void Forget(SqliteConnection connection, TenantId tenant, IEnumerable<ContentHash> hashes)
    {
        using var delete = new PreparedWrite(connection, $"DELETE FROM configuration_content WHERE tenant_id = ?1 AND hash = ?2 AND {NowhereUsed}");
        foreach (var hash in hashes)
        {
            delete.Run(tenant.Value, hash.Hex);
        }
    }

    private static void Drop(SqliteConnection connection, TenantId tenant)
    {
        var key = new { Tenant = tenant.Value };
        var had = Files(connection, "configuration_draft_file WHERE tenant_id = @Tenant", key);
        connection.Execute("DELETE FROM configuration_draft_file WHERE tenant_id = @Tenant", key);
        connection.Execute("DELETE FROM configuration_draft WHERE tenant_id = @Tenant", key);
        Forget(connection, tenant, had.Values);
    }

    private void WriteContents(TenantId tenant, List<ReadOnlyMemory<byte>> contents)
    {
        var hashed = contents.Select(c => (ContentHash.Of(c.Span).Hex, Bytes: c)).ToList();
        if (hashed.Count > 0)
        {
            Write(connection =>
            {
                foreach (var (hex, bytes) in hashed)
                {
                    connection.Execute(
                        "INSERT OR IGNORE INTO configuration_content (tenant_id, hash, bytes) VALUES (@Tenant, @hex, @Bytes)",
                        new { Tenant = tenant.Value, hex, Bytes = bytes.ToArray() });
                }
            });
        }
    }

    private static FileTable Files(SqliteConnection connection, string from, object key)
    {
        var files = ImmutableSortedDictionary.CreateBuilder<string, ContentHash>(StringComparer.Ordinal);
        foreach (var (path, hex) in connection.Query<(string, string)>($"SELECT path, hash FROM {from}", key))
        {
            files[path] = ContentHash.TryParse(hex, out var hash) ? hash : throw new StoreException($"The stored content hash of {path} is none.");
        }

        return files.ToImmutable();
    }

    private List<ConfigurationVersion> Versions(string where, object key) => Read(connection =>
        connection.Query<VersionRow>($"SELECT {VersionColumns} FROM configuration_version WHERE tenant_id = @Tenant {where}", key)
            .Select(row => row.ToVersion()).ToList());
}
