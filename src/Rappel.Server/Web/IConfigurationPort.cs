using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;

namespace Rappel.Server.Web;

/// <summary>Reads the configuration folder again.</summary>
public interface IConfigurationPort
{
    /// <summary>Validates the folder and, where asked and without problems, publishes it. With problems the running configuration stays.</summary>
    /// <param name="who">For the record of versions: <c>api</c> or a user.</param>
    Task<ConfigurationImport> ImportAsync(bool apply, string who, CancellationToken ct);
}

/// <param name="Applied">True where a new version was published.</param>
/// <param name="Version">The version in force after this.</param>
public sealed record ConfigurationImport(bool Applied, long Version, ImmutableArray<ConfigurationImportProblem> Problems);

/// <summary>One thing wrong in the folder.</summary>
/// <param name="Path">Of the object, for example <c>scripts/nurse-line/main/3/retryDelay</c>.</param>
/// <param name="File">Relative to the folder.</param>
/// <param name="Line">From 1; null where it belongs to no line.</param>
/// <param name="Allowed">What would be right: a range, the known names; null where it cannot be said.</param>
public sealed record ConfigurationImportProblem(string Path, string? File, int? Line, string Message, string? Allowed);
