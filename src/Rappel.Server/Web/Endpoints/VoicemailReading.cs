using Microsoft.AspNetCore.Http;
using Rappel.Core.Calls;
using Rappel.Engine.Journal;
using Rappel.Server.Web.Problems;
using Rappel.Storage;

namespace Rappel.Server.Web.Endpoints;

/// <summary>Which message, and which messages, a request is about.</summary>
internal static class VoicemailReading
{
    public const string Prefix = "i-";

    public static VoicemailRow? Existing(string id, IStore store, TenantId tenant) =>
        QueryReader.TryId(id, Prefix, out var number) ? store.GetVoicemail(tenant, new InteractionId(number)) : null;

    /// <param name="own">Keys of the only queues that may be looked in; null for all.</param>
    /// <param name="search">A part of the caller's number or of the note.</param>
    public static VoicemailFilter Filter(
        QueryReader query, IReadOnlyCollection<string>? own, string? queue, string? status, string? search, string? limit, string? before)
    {
        var text = query.Text("search", search, ApiLimits.MaximumName);
        var digits = new string([.. (text ?? "").Where(char.IsAsciiDigit)]);
        string[]? named = queue is null ? null : [queue];
        return new VoicemailFilter(
            own is null ? named : [.. own.Where(q => queue is null || q == queue)],
            query.Word<VoicemailStatus>("status", status, "open"), status == "open", digits.Length > 0 ? digits : null, text, query.Limit(limit),
            query.Before(before, Prefix));
    }

    public static IResult Unknown(string id) => ProblemResults.NotFound($"No message has the id '{id}'.");
}
