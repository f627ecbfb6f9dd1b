namespace Rappel.Engine.Desk.Live;

/// <summary>How an agent came to a call.</summary>
public enum LiveCallKind
{
    /// <summary>A caller of a queue.</summary>
    Call,

    Callback,

    /// <summary>A message to listen to.</summary>
    Voicemail,

    /// <summary>Dialled by an agent, or handed over by one.</summary>
    Direct,

    /// <summary>A colleague asks.</summary>
    Consult,
}
