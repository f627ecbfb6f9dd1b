namespace Rappel.Server.Web.Bodies;

/// <summary>Whether this process lives, or serves calls.</summary>
/// <param name="Status"><c>live</c>, <c>ready</c> or <c>not-ready</c>.</param>
/// <param name="Reasons">Why it is not ready.</param>
/// <param name="Alarms">Faults of the program since it began, by kind: somebody should read the log. Calls are served all the same.</param>
/// <param name="Load">How much there is to do, and what becomes of new calls; null for <c>/health/live</c>.</param>
public sealed record HealthBody(string Status, IReadOnlyList<string> Reasons, IReadOnlyList<AlarmBody> Alarms, LoadBody? Load);

/// <param name="Kind">A stable word, the same as in the log.</param>
/// <param name="Count">Since the program began.</param>
public sealed record AlarmBody(string Kind, long Count, DateTime LastAt);

/// <summary>The installation now.</summary>
/// <param name="Name">Of the contact centre.</param>
/// <param name="Version">Of the program.</param>
/// <param name="At">When this was so.</param>
/// <param name="Draining">True once it takes no new call, before it ends.</param>
/// <param name="Calls">Under way.</param>
public sealed record StatusBody(string Name, string Version, DateTime At, bool Ready, bool Draining, int Calls, long ConfigurationVersion);

/// <param name="Valid">True without problems.</param>
/// <param name="Applied">True where a new version was published.</param>
/// <param name="Version">The version in force.</param>
public sealed record ConfigurationBody(bool Valid, bool Applied, long Version, IReadOnlyList<ConfigurationImportProblem> Problems);
