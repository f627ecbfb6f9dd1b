namespace Rappel.Engine.Telephony;

/// <summary>How somebody takes part in a <see cref="Conference"/>.</summary>
internal enum PartKind
{
    /// <summary>Hears and is heard by all who talk.</summary>
    Talk,

    /// <summary>Hears all who talk, and is heard by nobody.</summary>
    Listen,

    /// <summary>Hears all who talk, and is heard by one of them.</summary>
    Whisper,
}

/// <param name="To">Who alone hears a whisper; null for other parts.</param>
internal readonly record struct Part(PartKind Kind, Leg? To)
{
    public static readonly Part Talker = new(PartKind.Talk, null);

    public static readonly Part Listener = new(PartKind.Listen, null);

    public static Part WhispererTo(Leg leg) => new(PartKind.Whisper, leg);
}
