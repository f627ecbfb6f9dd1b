using System.Collections.Immutable;
using Rappel.Core.Config;

namespace Rappel.Core.Numbers;

/// <summary>Why a number is not dialled.</summary>
public enum RefusalKind
{
    /// <summary>It has letters, or no digits, or is too long.</summary>
    NotANumber,

    /// <summary>A rule of the plan says so; the reason is the rule's.</summary>
    Rule,

    /// <summary>No rule of the plan is about it.</summary>
    NoRule,

    /// <summary>A rule made something of it that cannot be dialled.</summary>
    BadResult,

    Emergency,
    Premium,

    /// <summary>One of the tenant's own channels.</summary>
    OwnChannel,
}

/// <summary>What a dial plan makes of a number.</summary>
public abstract record DialVerdict
{
    private DialVerdict()
    {
    }

    /// <param name="Trunk">Trunk key; null for the first in fail-over order.</param>
    /// <param name="TimeZone">IANA zone the number lives in; null where not known.</param>
    public sealed record Dial(PhoneNumber Number, string? Trunk, string? TimeZone) : DialVerdict;

    /// <param name="Reason">In words, for logs and screens.</param>
    public sealed record Refuse(RefusalKind Kind, Said Reason) : DialVerdict;
}

/// <summary>What a dial plan has to know besides its rules.</summary>
/// <param name="OwnNumbers">Numbers of the tenant's channels, disabled ones too, E.164.</param>
public sealed record DialContext(ImmutableHashSet<string> OwnNumbers)
{
    public static readonly DialContext None = new(ImmutableHashSet<string>.Empty);

    public static DialContext Of(ConfigurationSnapshot snapshot) =>
        new(ImmutableHashSet.CreateRange(StringComparer.Ordinal, snapshot.Channels.Values.Select(c => c.Number)));
}
