namespace Rappel.Core.Ivr;

/// <summary>Bounds of a running script.</summary>
public static class ScriptLimits
{
    /// <summary>Objects a script may run without waiting for the caller. Beyond it the run is stopped: a goto loop must not spin the server.</summary>
    public const int ObjectsWithoutWaiting = 1000;

    /// <summary>
    /// A wait shorter than this is none. A prompt whose audio cannot be had ends at once; a loop of such prompts would otherwise go
    /// round as fast as the machine can.
    /// </summary>
    public static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(100);

    /// <summary>Keys kept for a question still to come; more are dropped.</summary>
    public const int KeysTypedAhead = 64;

    /// <summary>Characters of a variable; <c>$a$a</c> in a loop would otherwise double for ever. The rest is cut off.</summary>
    public const int VariableLength = 256;

    /// <summary>After this long a prompt counts as ended, should its end never be told.</summary>
    public static readonly TimeSpan LongestSpeech = TimeSpan.FromMinutes(10);

    /// <summary>Times one run may go on in another script. Menus may well send a caller to and fro, but not for ever.</summary>
    public const int ScriptChanges = 1000;

    /// <summary>Beyond its own timeout a web request is waited for this long, should its end never be told.</summary>
    public static readonly TimeSpan WebGrace = TimeSpan.FromSeconds(2);

    /// <summary>Different problems told by one run; the same one is told once.</summary>
    public const int ProblemsPerRun = 50;
}
