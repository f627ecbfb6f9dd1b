using System.Globalization;

namespace Rappel.Bench.Load;

/// <summary>Whom the callers call.</summary>
/// <param name="Process">Its process here, whose processor time and memory count; null for none.</param>
/// <param name="Number">What they dial.</param>
internal sealed record LoadTarget(string Host, int Port, int? Process, string Number = LoadTarget.OwnNumber)
{
    public const string OwnNumber = "+15145550100";

    public ProcessorUse Processor => Process is { } id ? ProcessorUse.Of(id) : default;

    /// <summary>HOST:PORT.</summary>
    public static LoadTarget Parse(string text, int? process, string? number)
    {
        var colon = text.LastIndexOf(':');
        return new LoadTarget(text[..colon], int.Parse(text[(colon + 1)..], CultureInfo.InvariantCulture), process, number ?? OwnNumber);
    }
}
