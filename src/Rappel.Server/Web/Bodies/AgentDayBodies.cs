namespace Rappel.Server.Web.Bodies;

/// <summary>An agent's own figures of today.</summary>
/// <param name="Since">When the day began.</param>
/// <param name="Calls">Callers taken from queues.</param>
/// <param name="Callbacks">Callbacks taken, whether or not the customer was reached.</param>
/// <param name="TalkSeconds">With callers and customers, and listening to messages; what goes on still is not counted.</param>
/// <param name="Offers">How often the phone was to ring.</param>
/// <param name="NotAnswered">Offers whose time ran out.</param>
/// <param name="AverageTalkSeconds">Of what was talked; null for nothing.</param>
public sealed record AgentDayBody(
    DateTime Since, int Calls, int Callbacks, int Voicemails, int TalkSeconds, int WrapUpSeconds, int BreakSeconds, int AvailableSeconds, int Offers,
    int NotAnswered, int Rejected, int? AverageTalkSeconds);

/// <summary>Assigned to the agent and open, then those the agent had last, newest first.</summary>
public sealed record AgentCallbacksBody(IReadOnlyList<AgentCallbackBody> Items);
