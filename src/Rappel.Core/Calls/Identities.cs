namespace Rappel.Core.Calls;

/// <summary>One contact centre. Every row and every live object belongs to one.</summary>
public readonly record struct TenantId(string Value)
{
    /// <summary>The tenant of an installation that has only one.</summary>
    public static readonly TenantId Default = new("default");

    public override string ToString() => Value;
}

/// <summary>One SIP dialog with its media. Unique in a process's life, not kept across a restart.</summary>
public readonly record struct LegId(long Value)
{
    public override string ToString() => $"leg-{Value}";
}

/// <summary>The reporting record of one call or one callback. Unique for ever in a tenant.</summary>
public readonly record struct InteractionId(long Value)
{
    public override string ToString() => $"i-{Value}";
}

/// <summary>A callback request. Unique for ever in a tenant.</summary>
public readonly record struct CallbackId(long Value)
{
    public override string ToString() => $"cb-{Value}";
}

/// <summary>A recorded conversation. Unique for ever in a tenant.</summary>
public readonly record struct RecordingId(long Value)
{
    public override string ToString() => $"r-{Value}";
}

/// <summary>An agent asked to take a piece of work. Unique for ever in a tenant.</summary>
public readonly record struct OfferId(long Value)
{
    public override string ToString() => $"o-{Value}";
}
