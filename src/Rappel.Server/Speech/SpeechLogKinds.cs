using Microsoft.Extensions.Logging;

namespace Rappel.Server.Speech;

/// <summary>Stable words for what this part logs.</summary>
public static class SpeechLogKinds
{
    public static readonly EventId Speech = new(40, "speech");
    public static readonly EventId Recording = new(41, "recording");
}
