using Rappel.Core.Callbacks;

namespace Rappel.Server.Web;

/// <summary>Bounds of the HTTP interface that no administrator sets.</summary>
public static class ApiLimits
{
    /// <summary>Bytes. A longer body is refused with 413.</summary>
    public const int BodySize = 64 * 1024;

    /// <summary>Of one address, over time; more are refused with 429.</summary>
    public const int RequestsPerSecond = 100;

    /// <summary>Seconds' worth of requests that one address may send at once.</summary>
    public const int RequestBurstSeconds = 3;

    /// <summary>A command that the engine has not answered by then is answered with 504; it may still be done.</summary>
    public static readonly TimeSpan CommandTimeout = TimeSpan.FromSeconds(10);

    public const int DefaultPage = 50;
    public const int MaximumPage = 200;

    /// <summary>That one agent's day is added up from; nobody has more.</summary>
    public const int OffersADay = 1000;

    /// <inheritdoc cref="OffersADay"/>
    public const int StatusesADay = 1000;

    /// <summary>An agent's own that are listed.</summary>
    public const int OwnCallbacks = 30;

    /// <summary>Requests handled at once by one call.</summary>
    public const int BulkCallbacks = 500;

    public const int MaximumNumber = 32;
    public const int MaximumName = 100;
    public const int MaximumReason = 200;
    public const int MaximumNote = CallbackLimits.NoteLength;

    /// <summary>What a version of the configuration is about.</summary>
    public const int MaximumVersionNote = 500;

    /// <summary>Bytes of one object of the configuration, as JSON or YAML: a list of thousands of contacts fits.</summary>
    public const int ObjectSize = 2 * 1024 * 1024;

    /// <summary>Places in a line that can be named by their number.</summary>
    public const int MaximumPosition = 1_000_000;
    public const int MaximumKey = 64;

    /// <summary>Keys of a telephone that are sent at once.</summary>
    public const int MaximumKeys = 32;

    /// <summary>Agents, and queues, that are listed to put a customer through to.</summary>
    public const int MaximumTargets = 100;

    /// <summary>Codes that an agent may give one call.</summary>
    public const int MostCodes = 6;

    /// <summary>Keys that are named where another one is not known.</summary>
    public const int KeysShown = 50;
    public const int MaximumVariables = 50;
    public const int MaximumVariableName = 64;
    public const int MaximumVariableValue = 1000;
}
