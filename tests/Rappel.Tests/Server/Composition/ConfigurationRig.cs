using System.Collections.Immutable;
using System.IO;
using Rappel.Core.Calls;
using Rappel.Core.Config;
using Rappel.Server.Composition;
using Rappel.Server.Configuration;
using Rappel.Server.Configuration.Editions;
using Rappel.Storage.Sqlite;
using Rappel.Tests.Server.Configuration;
using Rappel.Tests.Server.Speech;
using Rappel.Tests.Storage;

namespace Rappel.Tests.Server.Composition;

/// <summary>A configuration folder, a store, and servers that start on them one after the other.</summary>
internal sealed class ConfigurationRig : IDisposable
{
    private readonly TemporaryFolder _temporary = new();

    public ConfigurationRig()
    {
        Store = SqliteStore.Open(new(_temporary.File("rappel.db")));
        Folder = _temporary.File("centre");
        Directory.CreateDirectory(Folder);
        Write("tenant.yaml", "tenant: { name: Acme, language: fr }\n");
    }

    public SqliteStore Store { get; }

    public string Folder { get; }

    public LogBook Log { get; } = new();

    public ConfigurationSource Source { get; set; } = new ConfigurationSource.Example();

    public ConfigurationBook Book { get; private set; } = null!;

    public ConfigurationDesk Desk { get; private set; } = null!;

    public List<ConfigurationSnapshot> Published { get; } = [];

    public ConfigurationSource TheFolder => new ConfigurationSource.Folder(Folder);

    public void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(Folder, path))!);
        File.WriteAllText(Path.Combine(Folder, path), text);
    }

    /// <summary>A server that starts; null where it cannot.</summary>
    public ConfigurationSnapshot? Start(ConfigurationSource source) => Start(source, out _);

    public ConfigurationSnapshot? Start(ConfigurationSource source, out ImmutableArray<ConfigurationProblem> problems)
    {
        Book = new ConfigurationBook(Store, TenantId.Default, new EditionShelf(Store, TenantId.Default, ExampleFolder.Environment), TimeProvider.System);
        Book.PublishTo(Published.Add);
        Desk = new ConfigurationDesk(source, Book, Store, TenantId.Default, Log);
        return Desk.Begin(out problems);
    }

    /// <summary>Changes the draft as an editor does.</summary>
    public void Edit(string path, string text) => Book.Edit(
        "marie", FileChanges? (BookReading _) => FileChanges.None with { Put = FileChanges.None.Put.Add(path, System.Text.Encoding.UTF8.GetBytes(text)) }, out _);

    public long? Publish(string note = "") => Book.Publish("marie", note, _ => true, _ => 1, out _)?.Number;

    public void Dispose()
    {
        Store.Dispose();
        _temporary.Dispose();
    }
}
