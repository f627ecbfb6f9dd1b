using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Rappel.Core.Calls;
using Rappel.Core.Config;
using Rappel.Engine.Journal;
using Rappel.Storage;
using Rappel.Storage.Queries;

namespace Rappel.Server.Web.Reports;

/// <summary>A list of interactions as CSV, moments by the clocks of a zone.</summary>
internal static class InteractionCsv
{
    private const int Page = 1000;

    private static readonly Said[] Heads =
    [
        new("Id", "Id"), new("Kind", "Genre"), new("Came from", "Issue de"), new("Channel", "Canal"), new("Queue", "File d’attente"),
        new("Caller", "Appelant"), new("Dialled", "Numéro composé"), new("Language", "Langue"), new("Started", "Début"), new("In queue", "En file"),
        new("Left the queue", "Sortie de la file"), new("Answered", "Réponse"), new("Ended", "Fin"), new("Agent", "Agent"), new("Outcome", "Issue"),
        new("Told wait (s)", "Attente annoncée (s)"), new("Promise error (s)", "Écart de l’attente annoncée (s)"),
    ];

    public static IResult Write(IReportStore store, TenantId tenant, InteractionFilter filter, TimeZoneInfo zone, string language)
    {
        var text = new StringBuilder();
        CsvText.Line(text, Heads.Select(h => h.In(language)));
        var before = filter.Before;
        for (var listed = 0; listed < ReportLimits.MaximumListed;)
        {
            var page = store.FindInteractions(tenant, filter with { Before = before, Limit = Math.Min(Page, ReportLimits.MaximumListed - listed) });
            foreach (var row in page)
            {
                CsvText.Line(text, Cells(row, zone));
            }

            if (page.Count == 0)
            {
                break;
            }

            (before, listed) = (page[^1].Id.Value, listed + page.Count);
        }

        return ReportEndpoints.Csv(text.ToString(), "interactions.csv");
    }

    private static IEnumerable<string?> Cells(InteractionRow i, TimeZoneInfo zone) =>
    [
        i.Id.ToString(), Words.Of(i.Kind), i.Parent?.ToString(), i.Channel, i.Queue, i.Caller, i.Dialled, i.Language, Local(i.StartedAt, zone),
        Local(i.QueuedAt, zone), Local(i.LeftQueueAt, zone), Local(i.AnsweredAt, zone), Local(i.EndedAt, zone), i.Agent, i.Outcome,
        i.ExpectedWaitTold?.ToString(CultureInfo.InvariantCulture), i.ExpectedWaitError?.ToString(CultureInfo.InvariantCulture),
    ];

    private static string? Local(Instant? moment, TimeZoneInfo zone) =>
        moment is { } at ? TimeZoneInfo.ConvertTime(at, zone).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture) : null;
}
