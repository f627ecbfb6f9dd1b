namespace Rappel.Media.Greetings;

/// <summary>What 20 ms of audio measure.</summary>
/// <param name="Level">dB above one step of 16 bits, hum taken off.</param>
/// <param name="Hertz">Of the strongest tone, 0 where there is none.</param>
/// <param name="Purity">Share of the energy in that tone, 0 to 1.</param>
/// <param name="Ringing">All of it lies where ringing tones lie.</param>
internal readonly record struct FrameReading(byte Level, double Hertz, double Purity, bool Ringing);
