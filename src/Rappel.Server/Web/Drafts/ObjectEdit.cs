using Microsoft.AspNetCore.Http;
using Rappel.Core.Config;
using Rappel.Server.Configuration.Drafts;
using Rappel.Server.Configuration.Editions;
using Rappel.Server.Web.Auth;
using Rappel.Server.Web.Problems;

namespace Rappel.Server.Web.Drafts;

/// <summary>One change of one object of the draft, from the conditions it was asked under to its answer and its record.</summary>
internal sealed class ObjectEdit(HttpContext context, ConfigurationBook book, string section, string key)
{
    /// <summary>Whether the caller must say what it changes.</summary>
    public bool Conditional { get; init; }

    /// <summary>Whether the object may be new.</summary>
    public bool MayCreate { get; init; }

    /// <summary>What is wrong with the object by itself refuses the change, unless the caller prefers otherwise.</summary>
    public bool Checked { get; init; }

    /// <summary>Another key, where it is to have one.</summary>
    public string? NewKey { get; init; }

    private string KeyAfter => NewKey ?? key;

    private bool Lenient => context.Request.Headers["Prefer"].ToString().Contains("handling=lenient", StringComparison.OrdinalIgnoreCase);

    /// <param name="action">For the record: <c>changed</c>, <c>renamed</c> ...</param>
    public IResult Run(string action, Func<BookReading, DraftEdit> change)
    {
        IResult? refusal = null;
        DraftView? seen = null;
        var done = book.Edit(
            Access.Who(context),
            reading =>
            {
                seen = new DraftView(context, reading);
                refusal = Refuse(seen);
                if (refusal is not null)
                {
                    return null;
                }

                var edit = change(reading);
                if (!edit.Problems.IsEmpty)
                {
                    refusal = Wrong(edit.Problems);
                    return null;
                }

                var changes = FileChanges.Between(reading.Edited.Texts, edit.Files.Texts);
                var edition = changes.ApplyTo(reading.Edited, book.Shelf, edit.Files.Texts);
                if (Checked && !Lenient && OwnProblems.Of(edition, section, KeyAfter).ToList() is { Count: > 0 } problems)
                {
                    refusal = Wrong(problems);
                    return null;
                }

                return new DraftProposal(edition, [.. changes.Put.Values]);
            },
            out var after);
        return done ? Answer(action, seen!, new DraftView(context, after)) : refusal!;
    }

    private IResult? Refuse(DraftView seen)
    {
        var mark = seen.Mark(section, key);
        var refusal = EntityTag.Refuse(context, mark, Conditional, () => seen.Whole(section, key));
        return refusal ?? (mark is null && !MayCreate ? ObjectEndpoints.Unknown(section, key) : null);
    }

    private IResult Wrong(IEnumerable<ConfigurationProblem> problems)
    {
        var language = RequestLanguage.Of(context);
        var told = problems.Select(p => DraftProblemBody.Of(p.Path.Length > 0 ? p : p with { Path = $"{section}/{KeyAfter}".TrimEnd('/') }, language)).ToList();
        return told.Any(p => p.Code == ProblemCode.DuplicateKey && p.File is null)
            ? ProblemResults.Of(409, "key-taken", "There is one already", told[0].Message, [.. told.Select(ProblemResults.Field)])
            : ProblemResults.Configuration(told, "Nothing was saved.");
    }

    private IResult Answer(string action, DraftView before, DraftView after)
    {
        var had = before.Mark(section, key) is not null;
        context.Audit(
            action == "changed" && !had ? "created" : action, $"configuration/{section}/{KeyAfter}".TrimEnd('/'), before.WithoutSecrets(section, key),
            after.WithoutSecrets(section, KeyAfter));
        if (after.Whole(section, KeyAfter) is not { } body)
        {
            return TypedResults.NoContent();
        }

        context.Response.Headers.ETag = body.Etag;
        return before.Mark(section, KeyAfter) is not null || action is not ("changed" or "copied")
            ? TypedResults.Ok(body)
            : TypedResults.Created($"/api/v1/configuration/draft/{section}/{Uri.EscapeDataString(KeyAfter)}", body);
    }
}
