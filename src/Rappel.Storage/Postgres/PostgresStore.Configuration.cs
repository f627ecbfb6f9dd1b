using System.Collections.Immutable;
using Dapper;
using Npgsql;
using Rappel.Core.Calls;

namespace Rappel.Storage.Postgres;

/// <summary>Versions, the draft, and their contents.</summary>
public sealed partial class PostgresStore
{
    /// <summary>Bytes of contents written in one transaction, and at least one content.</summary>
    private const int ContentBatch = 1024 * 1024;

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
                    Changes = (long?)version.Changes,
                });
            connection.Execute(
                "INSERT INTO configuration_file (tenant_id, version, path, hash) SELECT @Tenant, @number, path, hash FROM unnest(@Paths, @Hashes) AS files (path, hash)",
                new { Tenant = tenant.Value, number, Paths = version.Files.Keys.ToArray(), Hashes = version.Files.Values.Select(h => h.Hex).ToArray() });
            if (endDraft)
            {
                Drop(connection, tenant);
            }
        });
        return new ConfigurationVersion(number, version.At, version.Who, version.Note, version.Origin, version.Changes);
    }

    /// <inheritdoc/>
    public ConfigurationDraft? GetDraft(TenantId tenant) => ReadTogether(connection =>
    {
        var key = new { Tenant = tenant.Value };
        var row = connection.Query<(long Base, long At, string Who)>(
            "SELECT base_version, at, who FROM configuration_draft WHERE tenant_id = @Tenant", key).ToList();
        return row is [var draft]
            ? new ConfigurationDraft(
                draft.Base, new Instant(draft.At, TimeSpan.Zero), draft.Who, Files(connection, "configuration_draft_file WHERE tenant_id = @Tenant", key))
            : null;
    });

    /// <inheritdoc/>
    public void KeepDraft(TenantId tenant, ConfigurationDraft draft) => Write(connection =>
    {
        connection.Execute(
            """
            INSERT INTO configuration_draft (tenant_id, base_version, at, who) VALUES (@Tenant, @BaseVersion, @At, @Who)
            ON CONFLICT (tenant_id) DO UPDATE SET base_version = excluded.base_version, at = excluded.at, who = excluded.who
            """,
            new { Tenant = tenant.Value, draft.BaseVersion, At = draft.At.UtcTicks, draft.Who });
        var before = Files(connection, "configuration_draft_file WHERE tenant_id = @Tenant", new { Tenant = tenant.Value });
        connection.Execute(
            "DELETE FROM configuration_draft_file WHERE tenant_id = @Tenant AND path = ANY(@Paths)",
            new { Tenant = tenant.Value, Paths = before.Keys.Where(p => !draft.Files.ContainsKey(p)).ToArray() });
        var changed = draft.Files.Where(f => before.GetValueOrDefault(f.Key) != f.Value).ToList();
        connection.Execute(
            """
            INSERT INTO configuration_draft_file (tenant_id, path, hash) SELECT @Tenant, path, hash FROM unnest(@Paths, @Hashes) AS files (path, hash)
            ON CONFLICT (tenant_id, path) DO UPDATE SET hash = excluded.hash
            """,
            new { Tenant = tenant.Value, Paths = changed.Select(f => f.Key).ToArray(), Hashes = changed.Select(f => f.Value.Hex).ToArray() });
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
        connection.Query<(long Size, byte[] Head)>(
            "SELECT octet_length(bytes)::bigint, substring(bytes FROM 1 FOR @bytes) FROM configuration_content WHERE tenant_id = @Tenant AND hash = @Hex",
            new { Tenant = tenant.Value, hash.Hex, bytes }).Select(row => ((long, byte[])?)row).FirstOrDefault());

    /// <inheritdoc/>
    public void SweepContents(TenantId tenant) => Write(connection => connection.Execute(
        $"DELETE FROM configuration_content WHERE tenant_id = @Tenant AND {NowhereUsed}", new { Tenant = tenant.Value }));

    private static void Forget(NpgsqlConnection connection, TenantId tenant, IEnumerable<ContentHash> hashes) => connection.Execute(
        $"DELETE FROM configuration_content WHERE tenant_id = @Tenant AND hash = ANY(@Hashes) AND {NowhereUsed}",
        new { Tenant = tenant.Value, Hashes = hashes.Select(h => h.Hex).ToArray() });

    private static void Drop(NpgsqlConnection connection, TenantId tenant)
    {
        var key = new { Tenant = tenant.Value };
        var had = Files(connection, "configuration_draft_file WHERE tenant_id = @Tenant", key);
        connection.Execute("DELETE FROM configuration_draft_file WHERE tenant_id = @Tenant", key);
        connection.Execute("DELETE FROM configuration_draft WHERE tenant_id = @Tenant", key);
        Forget(connection, tenant, had.Values);
    }

    private void WriteContents(TenantId tenant, List<ReadOnlyMemory<byte>> contents)
    {
        if (contents.Count > 0)
        {
            Write(connection => connection.Execute(
                "INSERT INTO configuration_content (tenant_id, hash, bytes) VALUES (@Tenant, @Hex, @Bytes) ON CONFLICT DO NOTHING",
                contents.Select(c => new { Tenant = tenant.Value, ContentHash.Of(c.Span).Hex, Bytes = c.ToArray() })));
        }
    }

    private static FileTable Files(NpgsqlConnection connection, string from, object key)
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
