using System.Collections.Immutable;

namespace Rappel.Core.Config;

/// <summary>Codes an agent may give a call, at most <see cref="ConfigurationLimits.CodesPerCall"/> each call.</summary>
public sealed record TransactionCodesSnapshot(string Key, string Name, ImmutableArray<TransactionCode> Codes);

/// <param name="Code">Unique in its list.</param>
public sealed record TransactionCode(string Code, string Name);

/// <summary>Reasons an agent may give for a status.</summary>
public sealed record StatusCodesSnapshot(string Key, string Name, ImmutableArray<StatusCode> Codes);

/// <param name="Code">Unique in its list.</param>
public sealed record StatusCode(string Code, string Name, CodedStatus Status);

/// <summary>Statuses that may have a reason.</summary>
public enum CodedStatus
{
    OnBreak,
    WorkingOffline,
}
