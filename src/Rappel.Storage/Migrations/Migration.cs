using System.IO;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Rappel.Storage.Migrations;

/// <summary>One numbered step of the schema. Once released its text never changes; a mistake is mended by the next one.</summary>
internal sealed record Migration(int Number, string Name, string Sql)
{
    /// <summary>SHA-256 of the text with line ends as LF, so that a checkout's line ends do not matter.</summary>
    public string Checksum => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql.ReplaceLineEndings("\n"))));

    /// <summary>Those built into this program, in order: 1, 2, 3, ... without a gap. Each database has steps of its own.</summary>
    /// <param name="database">The folder they lie in: <c>Sqlite</c> or <c>Postgres</c>.</param>
    public static IReadOnlyList<Migration> BuiltIn(string database)
    {
        var folder = $"Migrations/{database}/";
        var assembly = typeof(Migration).Assembly;
        var found = assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(folder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(resource =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
                var file = Path.GetFileNameWithoutExtension(resource);
                return new Migration(int.Parse(file.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture), file, reader.ReadToEnd());
            })
            .ToList();
        for (var i = 0; i < found.Count; i++)
        {
            if (found[i].Number != i + 1)
            {
                throw new InvalidOperationException($"Migration {i + 1} is missing; found {found[i].Name} in its place.");
            }
        }

        return found;
    }
}
