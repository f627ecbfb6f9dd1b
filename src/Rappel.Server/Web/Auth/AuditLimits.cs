namespace Rappel.Server.Web.Auth;

/// <summary>How much of the audit log is kept.</summary>
public static class AuditLimits
{
    /// <summary>Older rows are removed.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(400);

    /// <summary>The oldest rows beyond this many are removed.</summary>
    public const long Rows = 1_000_000;

    /// <summary>Between two looks for rows to remove.</summary>
    public static readonly TimeSpan PrunedEvery = TimeSpan.FromHours(6);

    /// <summary>Characters of JSON of one value; of a longer one only the length is kept.</summary>
    public const int ValueLength = 64 * 1024;

    /// <summary>Entries that wait for a store that does not answer; the oldest beyond them go to the server's log alone.</summary>
    public const int Waiting = 10_000;
}
