namespace Rappel.Measuring;

/// <summary>Tells the prompt of the bench from music: it is one level throughout, so all bytes of a packet are the same, and not those of silence.</summary>
internal static class PromptTone
{
    public static bool Is(ReadOnlySpan<byte> coded) => coded.Length > 0 && coded[0] is not (0xFF or 0x7F) && !coded.ContainsAnyExcept(coded[0]);
}
