using Rappel.Engine.Journal;

namespace Rappel.Engine;

/// <summary>What is done to a message by hand. Messages that are closed are the store's alone, so each command brings the rows as they are there;
/// of one that waits in line the engine's own count.</summary>
/// <param name="Note">In words, kept with the message; null for no change.</param>
/// <param name="Who">For the journal.</param>
public abstract record VoicemailCommand(VoicemailRow Stored, InteractionRow Record, string? Note, string Who) : EngineCommand
{
    /// <summary>Somebody has listened to it, on a screen.</summary>
    public sealed record Hear(VoicemailRow Stored, InteractionRow Record, string Who) : VoicemailCommand(Stored, Record, null, Who);

    /// <summary>Done: it is offered to nobody any more. Refused with <c>being-played</c> while an agent hears it on the phone, and <c>not-open</c>
    /// where it is closed.</summary>
    /// <param name="Agent">Key of the agent who closes it; null for somebody else.</param>
    public sealed record Close(VoicemailRow Stored, InteractionRow Record, string? Agent, string? Note, string Who)
        : VoicemailCommand(Stored, Record, Note, Who);

    /// <summary>In line again, where it was. Refused with <c>not-closed</c>.</summary>
    public sealed record Reopen(VoicemailRow Stored, InteractionRow Record, string? Note, string Who) : VoicemailCommand(Stored, Record, Note, Who);
}
