using Rappel.Core.Callbacks;
using Rappel.Core.Config;
using Rappel.Storage;
using Rappel.Storage.Reports;
using static Rappel.Server.Web.Reports.ReportColumn;

namespace Rappel.Server.Web.Reports;

/// <summary>One of the reports there are: its counts, what its rows are about, and its figures. docs/reports.md defines each in words.</summary>
/// <param name="By">The key column rows are about.</param>
/// <param name="Filters">Key columns that may be asked for.</param>
internal sealed record ReportKind(string Name, RollupTable Table, string By, Said ByLabel, IReadOnlyList<string> Filters, IReadOnlyList<ReportColumn> Columns)
{
    public static readonly ReportKind Queues = new("queues", RollupTable.Queues, "queue", new("Queue", "File d’attente"), ["queue", "channel"],
    [
        Count("entered", "Entered", "Entrés", QueueCount.Entered),
        Count("offers", "Offers to agents", "Propositions aux agents", QueueCount.Offers),
        Count("answered", "Answered", "Répondus", QueueCount.Answered),
        Count("answeredInLevel", "Answered in service level", "Répondus dans le niveau de service", QueueCount.InLevel),
        Share("serviceLevel", "Service level", "Niveau de service", QueueCount.InLevel, QueueCount.Answered, QueueCount.Abandoned),
        Count("abandoned", "Abandoned", "Abandonnés", QueueCount.Abandoned),
        Share("abandonedShare", "Abandoned, share", "Taux d’abandon", QueueCount.Abandoned, QueueCount.Answered, QueueCount.Abandoned),
        Count("shortAbandoned", "Short abandoned", "Abandons courts", QueueCount.ShortAbandoned),
        Count("divertedCallback", "To a callback", "Vers un rappel", QueueCount.ToCallback),
        Count("divertedVoicemail", "To voicemail", "Vers la messagerie", QueueCount.ToVoicemail),
        Count("divertedNumber", "To a number", "Vers un numéro", QueueCount.ToNumber),
        Count("divertedAgent", "To an agent directly", "Vers un agent directement", QueueCount.ToAgent),
        Count("leftOtherwise", "Left otherwise", "Sortis autrement", QueueCount.LeftOtherwise),
        Average("averageWait", "Average wait of answered", "Attente moyenne des répondus", QueueCount.AnswerWaitMs, QueueCount.Answered),
        Average("averageAbandonWait", "Average wait of abandoned", "Attente moyenne des abandonnés", QueueCount.AbandonWaitMs, QueueCount.Abandoned),
        Average("averageTalk", "Average talk", "Conversation moyenne", QueueCount.TalkMs, QueueCount.Answered),
        Average("promiseError", "Promise error, average", "Écart de l’attente annoncée, moyen", QueueCount.ToldErrorMs, QueueCount.Told),
    ]);

    public static readonly ReportKind Channels = new("channels", RollupTable.Channels, "channel", new("Channel", "Canal"), ["channel"],
    [
        Count("calls", "Calls", "Appels", ChannelCount.Calls),
        Count("queued", "Entered a queue", "Entrés en file", ChannelCount.Queued),
        Count("answered", "Answered", "Répondus", ChannelCount.Answered),
        Count("abandoned", "Abandoned", "Abandonnés", ChannelCount.Abandoned),
        Count("shortAbandoned", "Short abandoned", "Abandons courts", ChannelCount.ShortAbandoned),
        Count("divertedCallback", "To a callback", "Vers un rappel", ChannelCount.ToCallback),
        Count("divertedVoicemail", "To voicemail", "Vers la messagerie", ChannelCount.ToVoicemail),
        Count("divertedNumber", "To a number", "Vers un numéro", ChannelCount.ToNumber),
        Count("divertedAgent", "To an agent directly", "Vers un agent directement", ChannelCount.ToAgent),
        Count("inScript", "Ended in a script", "Terminés dans un script", ChannelCount.InScript),
        Count("refused", "Refused", "Refusés", ChannelCount.Refused),
        Count("interrupted", "Interrupted", "Interrompus", ChannelCount.Interrupted),
        Average("averageCall", "Average length of a call", "Durée moyenne d’un appel", ChannelCount.CallMs, ChannelCount.Calls),
    ]);

    public static readonly ReportKind Agents = new("agents", RollupTable.Agents, "agent", new("Agent", "Agent"), ["agent", "queue"],
    [
        Count("offers", "Offers", "Propositions", AgentCount.Offers),
        Count("accepted", "Accepted", "Acceptées", AgentCount.Accepted),
        Share("acceptedShare", "Accepted, share", "Taux d’acceptation", AgentCount.Accepted, AgentCount.Accepted, AgentCount.Rejected, AgentCount.TimedOut, AgentCount.Unreachable),
        Count("rejected", "Rejected", "Refusées", AgentCount.Rejected),
        Count("notAnswered", "Not answered", "Sans réponse", AgentCount.TimedOut),
        Count("unreachable", "Unreachable", "Injoignable", AgentCount.Unreachable),
        Count("calls", "Calls", "Appels", AgentCount.Calls),
        Count("callbacks", "Callbacks", "Rappels", AgentCount.Callbacks),
        Count("voicemails", "Messages", "Messages", AgentCount.Voicemails),
        Count("direct", "Direct calls", "Appels directs", AgentCount.Direct),
        Seconds("talk", "Talk", "Conversation", AgentCount.TalkMs),
        Average("averageTalk", "Average talk", "Conversation moyenne", AgentCount.TalkMs, AgentCount.Calls, AgentCount.Callbacks, AgentCount.Voicemails, AgentCount.Direct),
        Seconds("available", "Available", "Disponible", AgentCount.AvailableMs),
        Seconds("busy", "Busy", "Occupé", AgentCount.BusyMs),
        Seconds("wrapUp", "Wrap-up", "Post-traitement", AgentCount.WrapUpMs),
        Seconds("onBreak", "On break", "En pause", AgentCount.OnBreakMs),
        Seconds("offered", "Being offered", "Sollicité", AgentCount.OfferedMs),
        Seconds("workingOffline", "Working offline", "Travail hors ligne", AgentCount.WorkingOfflineMs),
    ]);

    public static readonly ReportKind Callbacks = new("callbacks", RollupTable.Callbacks, "queue", new("Queue", "File d’attente"), ["queue"],
    [
        Count("offered", "Offered to callers", "Proposés aux appelants", CallbackOffers.Offered),
        Count("asked", "Asked for by callers", "Demandés par des appelants", CallbackOffers.Asked),
        Count("taken", "Taken", "Acceptés", CallbackCount.Taken),
        Count("alreadyPending", "Already pending", "Déjà en attente", CallbackOffers.AlreadyPending),
        Count("refused", "Refused", "Refusés", CallbackOffers.Refused),
        Count("connected", "Connected", "Mis en relation", CallbackCount.Connected),
        Count("completed", "Completed", "Terminés", CallbackCount.Completed),
        Count("exhausted", "Attempts used up", "Essais épuisés", CallbackCount.Exhausted),
        Count("expired", "Expired", "Échus", CallbackCount.Expired),
        Count("cancelled", "Cancelled", "Annulés", CallbackCount.Cancelled),
        Count("served", "Served otherwise", "Servis autrement", CallbackCount.Served),
        Count("badNumber", "Bad number", "Mauvais numéro", CallbackCount.BadNumber),
        Connection("connectionMedian", "Request to connection, median", "De la demande à la mise en relation, médiane", 50),
        Connection("connection90", "Request to connection, 90th percentile", "De la demande à la mise en relation, 90e centile", 90),
        Promise("promiseErrorMedian", "Promise error, median", "Écart de l’attente annoncée, médian", 50),
        Average("promiseError", "Promise error, average", "Écart de l’attente annoncée, moyen", CallbackCount.ToldErrorMs, CallbackCount.Told),
        Seconds("waitSpared", "Waiting spared to callers", "Attente épargnée aux appelants", CallbackCount.SparedMs),
        Count("attempts", "Attempts", "Essais", CallbackCount.Attempts),
        .. AttemptColumns(),
    ]);

    public static readonly ReportKind Scripts = new("scripts", RollupTable.Scripts, "script", new("Script", "Script"), [],
    [
        Count("callers", "Callers", "Appelants", 0),
        Count("callersInQueue", "Callers waiting in a queue", "Appelants en attente dans une file", 1),
    ]);

    public static IReadOnlyList<ReportKind> All { get; } = [Queues, Channels, Agents, Callbacks, Scripts];

    private static IEnumerable<ReportColumn> AttemptColumns() => AttemptWords.All.Select(outcome => Count(
        "attempts" + string.Concat(Words.Of(outcome.Key).Split('-').Select(w => char.ToUpperInvariant(w[0]) + w[1..])),
        "Attempts: " + outcome.Value.English, "Essais : " + outcome.Value.French, RollupTable.CounterOf(outcome.Key)));

    private static ReportColumn Connection(string name, string english, string french, int percent) => new(
        name, ReportUnit.Seconds, new(english, french), row => Percentile.Of(row.Connected.Select(c => Math.Round(c.ConnectedAfter.TotalSeconds, 1)), percent));

    private static ReportColumn Promise(string name, string english, string french, int percent) => new(
        name, ReportUnit.Seconds, new(english, french),
        row => Percentile.Of(row.Connected.Where(c => c.PromiseErrorSeconds is not null).Select(c => (double)Math.Abs(c.PromiseErrorSeconds!.Value)), percent));
}
