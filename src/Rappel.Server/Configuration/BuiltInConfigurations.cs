using System.Collections.Immutable;
using System.IO;
using System.Text;

namespace Rappel.Server.Configuration;

/// <summary>The configurations that the program brings along.</summary>
public static class BuiltInConfigurations
{
    private const string Resources = "Example/";

    private const string EmptyText = """
        # The contact centre. Everything else is added in the Configuration Manager, through the API, or by importing a folder.

        tenant:
          name: Contact centre
          # Channels and agents that name no language speak this one: en or fr.
          language: en

        """;

    /// <summary>AcmeHealth, as it lies in the folder examples/acme-health.</summary>
    public static FolderReading Example()
    {
        var assembly = typeof(BuiltInConfigurations).Assembly;
        var files = assembly.GetManifestResourceNames().Where(name => name.StartsWith(Resources, StringComparison.Ordinal))
            .ToImmutableSortedDictionary(
                name => name[Resources.Length..].Replace('\\', '/'),
                name =>
                {
                    using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
                    return reader.ReadToEnd();
                },
                StringComparer.Ordinal);
        return FolderReading.Of(files);
    }

    /// <summary>Nothing but a name and a language.</summary>
    public static FolderReading Empty() =>
        FolderReading.Of(ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add("tenant.yaml", EmptyText));
}
