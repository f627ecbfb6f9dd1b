using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using Rappel.Core.Config;
using Rappel.Server.Configuration.Drafts;
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
        var (section, key) = Edition.ObjectOf(problem.Path);
        return new DraftProblemBody(
            problem.Code, problem.Path.Length == 0 ? "" : $"/{problem.Path}", problem.Message.In(language),
            problem.Allowed.IsEmpty ? null : problem.Allowed.In(language), problem.File.Length == 0 ? null : problem.File,
            problem.Line == 0 ? null : problem.Line, section.Length == 0 ? null : section, key.Length == 0 ? null : key);
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

/// <param name="Total">In all pages.</param>
/// <param name="Next">Give it as <c>after</c> for the next page; null on the last.</param>
public sealed record DraftItemsBody(IReadOnlyList<DraftItemBody> Items, int Total, string? Next);

/// <summary>An object in a list.</summary>
/// <param name="Value">In canonical form; null for scripts, which are long.</param>
/// <param name="Etag">For <c>If-Match</c>.</param>
/// <param name="State"><c>unchanged</c>, <c>added</c> or <c>changed</c> against what is in force.</param>
/// <param name="Problems">How many it has.</param>
/// <param name="Objects">Of a script: how many objects it holds; null for others.</param>
public sealed record DraftItemBody(string Key, string Name, JsonNode? Value, string Etag, string State, int Problems, int? Objects);

/// <summary>One object of the draft.</summary>
/// <param name="Key">Empty for <c>tenant</c>.</param>
/// <param name="Value">In canonical form. Secrets are masked for who may not change them.</param>
/// <param name="Etag">For <c>If-Match</c>: the same for the same content, however it is written.</param>
/// <param name="State"><c>unchanged</c>, <c>added</c> or <c>changed</c> against what is in force.</param>
/// <param name="UsedBy">What refers to it.</param>
/// <param name="Problems">What is wrong with it, in the language of <c>Accept-Language</c>.</param>
public sealed record DraftObjectBody(
    string Section, string Key, JsonNode? Value, string Etag, string State, IReadOnlyList<ReferenceBody> UsedBy, IReadOnlyList<DraftProblemBody> Problems);

/// <param name="Key">Letters, digits and dashes, at most 60.</param>
public sealed record NewKeyBody([property: Required, MaxLength(ConfigurationLimits.KeyLength)] string Key);

public sealed record FilesBody(IReadOnlyList<FileBody> Items);

/// <summary>A recording.</summary>
/// <param name="Path">As prompts name it: <c>audio/welcome.wav</c>.</param>
/// <param name="Seconds">How long it is; null where it cannot be played.</param>
/// <param name="SampleRate">Samples a second; null where it cannot be played.</param>
public sealed record FileBody(string Path, long Bytes, double? Seconds, int? SampleRate, string Etag, IReadOnlyList<ReferenceBody> UsedBy);

/// <summary>An object that refers to another, and where.</summary>
/// <param name="Pointer">Into the whole configuration.</param>
public sealed record ReferenceBody(string Section, string Key, string Name, string Pointer)
{
    public static ReferenceBody Of(Edition edition, ObjectUse use) => new(use.Section, use.Key, DraftRow.NameOf(edition.Document.Get(use.Section, use.Key), use.Key), use.Pointer);
}

/// <summary>What an import came to.</summary>
/// <param name="Changes">How the draft now differs from what is in force.</param>
/// <param name="Problems">To mend before it is published.</param>
public sealed record ImportedBody(IReadOnlyList<ChangeBody> Changes, IReadOnlyList<DraftProblemBody> Problems);

public sealed record ChangesBody(IReadOnlyList<ChangeBody> Changes);

/// <summary>An object that differs.</summary>
/// <param name="Section">Of an object; <c>files</c> for a recording, whose path is the key.</param>
/// <param name="Fields">Where it differs; of one that was added or removed, the whole of it.</param>
public sealed record ChangeBody(string Section, string Key, string Name, ChangeKind Kind, IReadOnlyList<FieldChangeBody> Fields)
{
    private const string Files = "files";

    public static IReadOnlyList<ChangeBody> Between(Edition before, Edition after) =>
    [
        .. DraftChanges.Between(before.Document, after.Document).Select(c => new ChangeBody(
            c.Section, c.Key, c.Name ?? c.Key, c.Kind, [.. c.Fields.Select(f => new FieldChangeBody(f.Pointer, f.Before, f.After, f.From))])),
        .. EditionChanges.Recordings(before, after).Select(path => new ChangeBody(
            Files, path, path, !before.Files.ContainsKey(path) ? ChangeKind.Added : after.Files.ContainsKey(path) ? ChangeKind.Changed : ChangeKind.Removed, [])),
    ];
}

/// <summary>A place that differs. Secrets are masked.</summary>
/// <param name="Pointer">Into the whole configuration.</param>
/// <param name="Before">Null where there was nothing.</param>
/// <param name="After">Null where there is nothing any longer.</param>
/// <param name="From">Where an item of a list stood that only stands elsewhere now; null for other changes.</param>
public sealed record FieldChangeBody(string Pointer, JsonNode? Before, JsonNode? After, string? From);
