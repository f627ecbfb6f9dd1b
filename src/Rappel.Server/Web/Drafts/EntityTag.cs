using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Rappel.Server.Web.Problems;

namespace Rappel.Server.Web.Drafts;

/// <summary>Entity tags (RFC 9110 §8.8.3) and what changes are made conditional on them (§13.1).</summary>
internal static class EntityTag
{
    /// <summary>As headers have it. Bodies have it so too: what was read can be sent back as it is.</summary>
    public static string Of(string mark) => $"\"{mark}\"";

    public static void Set(HttpContext context, string mark) => context.Response.Headers.ETag = Of(mark);

    /// <summary>Whether this reader has it already; then the answer is 304.</summary>
    public static bool IsKnown(HttpContext context, string mark) => Names(context.Request.Headers.IfNoneMatch, mark);

    /// <summary>Null where the change may be made; else what to tell.</summary>
    /// <param name="mark">Of what is there; null where there is nothing.</param>
    /// <param name="required">Whether it must say what it changes.</param>
    /// <param name="current">What is there, for who must look again.</param>
    public static IResult? Refuse(HttpContext context, string? mark, bool required, Func<object?>? current = null)
    {
        var (match, none) = (context.Request.Headers.IfMatch, context.Request.Headers.IfNoneMatch);
        if (StringValues.IsNullOrEmpty(match) && StringValues.IsNullOrEmpty(none))
        {
            return required
                ? ProblemResults.Of(428, "precondition-required", "Say what is changed",
                    "Send `If-Match` with the entity tag that was read, or `*` for whatever is there; to create, `If-None-Match: *`.")
                : null;
        }

        if (!StringValues.IsNullOrEmpty(none) && mark is not null && Names(none, mark))
        {
            return ProblemResults.Changed("There is one already.", current?.Invoke());
        }

        return StringValues.IsNullOrEmpty(match) || (mark is not null && Names(match, mark))
            ? null
            : ProblemResults.Changed(mark is null ? "It is not there any longer." : "It was changed since it was read.", current?.Invoke());
    }

    /// <summary>Whether the change is to make something new.</summary>
    public static bool Creates(HttpContext context) => !StringValues.IsNullOrEmpty(context.Request.Headers.IfNoneMatch);

    // Without quotation marks and as a weak tag too: proxies that compress make it one.
    private static bool Names(StringValues header, string mark) => header.ToString().Split(',').Select(tag => tag.Trim())
        .Select(tag => tag.StartsWith("W/", StringComparison.Ordinal) ? tag[2..] : tag).Any(tag => tag == "*" || tag.Trim('"') == mark);
}
