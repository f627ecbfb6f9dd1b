namespace Rappel.Bench.Load;

/// <summary>What is done with datagrams that arrive; on the ear's thread.</summary>
internal interface IPacketListener
{
    /// <summary>Some datagrams follow, up to <see cref="End"/>.</summary>
    void Begin();

    /// <param name="source">Port it came from.</param>
    /// <param name="at">Nanoseconds since 1970, when the system had it.</param>
    void Heard(int source, ReadOnlySpan<byte> packet, long at);

    void End();
}
