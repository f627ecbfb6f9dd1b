using System.Diagnostics;
using System.IO;
using System.Text;
using System.Threading;
using Npgsql;
using Rappel.Tests.Storage;

[assembly: AssemblyFixture(typeof(PostgresCluster))]

namespace Rappel.Tests.Storage;

/// <summary>A PostgreSQL server of the tests' own, on a socket in a temporary folder, begun when the first test asks for it.</summary>
public sealed class PostgresCluster : IDisposable
{
    private readonly Lock _starting = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("rappel-pg-").FullName;
    private Process? _server;
    private bool _begun;
    private int _schemas;

    /// <summary>The connection string of an empty schema.</summary>
    public string NewSchema()
    {
        lock (_starting)
        {
            if (!_begun)
            {
                _begun = true;
                _server = Start();
            }
        }

        Assert.True(_server is not null, "PostgreSQL did not start: see the first test that asked for it");

        var name = $"test_{Interlocked.Increment(ref _schemas)}";
        using var connection = new NpgsqlConnection(Connection());
        connection.Open();
        using var command = new NpgsqlCommand($"CREATE SCHEMA {name}", connection);
        command.ExecuteNonQuery();
        return Connection() + $";Search Path={name}";
    }

    public void Dispose()
    {
        NpgsqlConnection.ClearAllPools();
        if (_server is not null)
        {
            _server.Kill(entireProcessTree: true);
            _server.WaitForExit();
            _server.Dispose();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private string Connection() => $"Host={_folder};Username=rappel;Database=postgres;Timeout=15";

    private Process Start()
    {
        var programs = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").Select(d => Path.Combine(d, "bin")).Where(d => File.Exists(Path.Combine(d, "initdb"))).Order().LastOrDefault()
            : null;
        Assert.True(programs is not null, "PostgreSQL's server programs are missing: eng/setup.sh installs them");
        var data = Path.Combine(_folder, "data");
        if (IsRoot)
        {
            Finish("chown", "postgres", _folder);
        }

        Finish(Path.Combine(programs, "initdb"), "-D", data, "-U", "rappel", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");

        // Speed for safety: what these tests write is thrown away.
        var server = Begin(Path.Combine(programs, "postgres"), "-D", data, "-k", _folder, "-c", "listen_addresses=", "-c", "fsync=off",
            "-c", "synchronous_commit=off", "-c", "full_page_writes=off", "-c", "max_connections=200");
        var told = new StringBuilder();
        while (server.StandardError.ReadLine() is { } line)
        {
            told.AppendLine(line);
            if (line.Contains("ready to accept connections", StringComparison.Ordinal))
            {
                // What it says later is nobody's concern, and must not fill the pipe.
                _ = server.StandardError.ReadToEndAsync();
                return server;
            }
        }

        throw new InvalidOperationException($"PostgreSQL did not start: {told}");
    }

    private static bool IsRoot => Environment.UserName == "root";

    // PostgreSQL refuses to run as root; its package brings a user of its own.
    private static Process Begin(string program, params string[] arguments)
    {
        string[] words = IsRoot ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", program, .. arguments] : [program, .. arguments];
        if (program == "chown")
        {
            words = [program, .. arguments];
        }

        return Process.Start(new ProcessStartInfo(words[0], words[1..]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/" })!;
    }

    private static void Finish(string program, params string[] arguments)
    {
        using var process = Begin(program, arguments);
        var told = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program}: {told.Result}");
    }
}
