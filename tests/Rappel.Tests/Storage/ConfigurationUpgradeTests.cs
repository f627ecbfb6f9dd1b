using System.Text;
using Dapper;
using Microsoft.Data.Sqlite;
using Rappel.Core.Calls;
using Rappel.Storage;
using Rappel.Storage.Migrations;
using Rappel.Storage.Sqlite;

namespace Rappel.Tests.Storage;

/// <summary>Configurations that a program before the fifth schema imported, as this one finds them.</summary>
public sealed class ConfigurationUpgradeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Database => _folder.File("rappel.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Versions_keep_their_number_author_and_texts_and_came_from_the_folder()
    {
        using (var connection = new SqliteConnection($"Data Source={Database};Pooling=False"))
        {
            connection.Open();
            SchemaUpgrade.Run(connection, Database, [.. Migration.BuiltIn("Sqlite").Take(4)], TimeProvider.System);
            connection.Execute("""
                INSERT INTO configuration (tenant_id, version, at, who, files) VALUES
                    ('default', 1, 638765000000000000, 'start', '{"a.yaml":"één: \"1\"\n","empty.yaml":""}'),
                    ('default', 2, 638765000000000001, 'api', '{"a.yaml":"één: \"1\"\n"}')
                """);
        }

        using var store = SqliteStore.Open(new(Database));

        var latest = store.LatestVersion(TenantId.Default);
        Assert.Equal(new ConfigurationVersion(2, new Instant(638765000000000001, TimeSpan.Zero), "api", "", ConfigurationOrigin.Folder, null), latest);
        Assert.Equal(store.FilesOf(TenantId.Default, 1)["a.yaml"], store.FilesOf(TenantId.Default, 2)["a.yaml"]);
        Assert.Equal(["a.yaml", "empty.yaml"], store.FilesOf(TenantId.Default, 1).Keys);
        Assert.Equal("één: \"1\"\n", Encoding.UTF8.GetString(store.ReadContent(TenantId.Default, store.FilesOf(TenantId.Default, 2)["a.yaml"])!));
    }
}
