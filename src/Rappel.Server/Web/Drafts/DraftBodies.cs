using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using Rappel.Core.Config;
using Rappel.Server.Configuration.Editions;

namespace Rappel.Server.Web.Drafts;

/// <summary>What is in force, and how far the draft is from it.</summary>
/// <param name="Version">In force.</param>
/// <param name="Who">Published it.</param>
/// <param name="Empty">True while there is nothing but a name: no number to call, nobody to answer.</param>
public sealed record ConfigurationSummaryBody(long Version, DateTime At, string Who, string Note, DraftSummaryBody Draft, bool Empty);

/// <param name="Etag">For <c>If-Match</c> when publishing or discarding: it changes with the draft and with what is in force.</param>
/// <param name="Changes">Objects that differ from what is in force.</param>
/// <param name="At">Of the last change; null where there is none.</param>
/// <param name="Who">Made the last change.</param>
public sealed record DraftSummaryBody(string Etag, int Changes, DateTime? At, string? Who);

/// <param name="Problems">In the order they stand in the files.</param>
public sealed record DraftProblemsBody(IReadOnlyList<DraftProblemBody> Problems);

/// <summary>One thing wrong in the draft. Nothing that has one is published.</summary>
/// <param name="Code">A stable word.</param>
/// <param name="Pointer">RFC 6901, into the whole configuration: <c>/agents/1001/offerTimeout</c>. Empty for a whole file.</param>
/// <param name="Message">In the language of <c>Accept-Language</c>.</param>
/// <param name="Allowed">What would be right.</param>
/// <param name="File">Where it stands in the exported folder.</param>
/// <param name="Section">The first part of the pointer.</param>
/// <param name="Key">The second part; null for <c>tenant</c> and for what belongs to no object.</param>
public sealed record DraftProblemBody(
    string Code, string Pointer, string Message, string? Allowed, string? File, int? Line, string? Section, string? Key)
{
    public static DraftProblemBody Of(ConfigurationProblem problem, string language)
    {
        var parts = problem.Path.Split('/');
        return new DraftProblemBody(
            problem.Code, problem.Path.Length == 0 ? "" : $"/{problem.Path}", problem.Message.In(language),
            problem.Allowed.IsEmpty ? null : problem.Allowed.In(language), problem.File.Length == 0 ? null : problem.File,
            problem.Line == 0 ? null : problem.Line, parts[0].Length == 0 ? null : parts[0], parts.Length > 1 && parts[0] != "tenant" ? parts[1] : null);
    }

    public static IReadOnlyList<DraftProblemBody> Of(Edition edition, string language) => [.. edition.Result.Problems.Select(p => Of(p, language))];
}

/// <param name="Note">What this version is about; shown in the list of versions.</param>
public sealed record PublishBody([property: MaxLength(ApiLimits.MaximumVersionNote)] string? Note = null);

/// <param name="Version">Now in force.</param>
public sealed record PublishedBody(long Version);

/// <param name="Next">Give it as <c>before</c> for older ones; null where there are none.</param>
public sealed record VersionsBody(IReadOnlyList<VersionBody> Items, long? Next);

/// <param name="Changes">Objects that differ from the version before; null where nobody counted.</param>
public sealed record VersionBody(long Version, DateTime At, string Who, string Note, int? Changes);

public sealed record FilesBody(IReadOnlyList<FileBody> Items);

/// <summary>A recording.</summary>
/// <param name="Path">As prompts name it: <c>audio/welcome.wav</c>.</param>
/// <param name="Seconds">How long it is; null where it cannot be played.</param>
/// <param name="SampleRate">Samples a second; null where it cannot be played.</param>
public sealed record FileBody(string Path, long Bytes, double? Seconds, int? SampleRate, string Etag, IReadOnlyList<ReferenceBody> UsedBy);

/// <summary>An object that refers to another, and where.</summary>
/// <param name="Pointer">Into the whole configuration.</param>
public sealed record ReferenceBody(string Section, string Key, string Name, string Pointer);

/// <summary>What an import came to.</summary>
/// <param name="Changes">How the draft now differs from what is in force.</param>
/// <param name="Problems">To mend before it is published.</param>
public sealed record ImportedBody(IReadOnlyList<ChangeBody> Changes, IReadOnlyList<DraftProblemBody> Problems);

public sealed record ChangesBody(IReadOnlyList<ChangeBody> Changes);

/// <summary>An object that differs.</summary>
/// <param name="Kind"><c>added</c>, <c>removed</c> or <c>changed</c>.</param>
/// <param name="Fields">Of a changed one.</param>
public sealed record ChangeBody(string Section, string Key, string Name, string Kind, IReadOnlyList<FieldChangeBody> Fields);

/// <param name="Pointer">Into the whole configuration.</param>
/// <param name="Before">Null where there was nothing.</param>
/// <param name="After">Null where there is nothing any longer.</param>
public sealed record FieldChangeBody(string Pointer, JsonNode? Before, JsonNode? After);
