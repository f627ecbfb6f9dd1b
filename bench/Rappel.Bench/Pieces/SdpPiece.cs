using BenchmarkDotNet.Attributes;
using Rappel.Media.Sdp;
using Rappel.Media.Sessions;

namespace Rappel.Bench.Pieces;

/// <summary>Offer and answer of one call's audio.</summary>
public class SdpPiece
{
    private readonly SdpLocal _local = new("198.51.100.5", 10_000, [G711.Pcmu, G711.Pcma], 1, 1);
    private readonly byte[] _theirs = SampleMessages.Body;
    private readonly byte[] _ours;

    public SdpPiece() => _ours = SdpNegotiation.Offer(_local, MediaDirection.SendReceive);

    [Benchmark(Description = "SDP: offer answered")]
    public SdpAnswer Answer() =>
        SdpNegotiation.TryAnswer(_theirs, _local, MediaDirection.SendReceive, out var answer, out var refusal) ? answer! : throw new InvalidOperationException(refusal);

    [Benchmark(Description = "SDP: offer made")]
    public byte[] Offer() => SdpNegotiation.Offer(_local, MediaDirection.SendReceive);

    [Benchmark(Description = "SDP: answer to our offer read")]
    public MediaParameters Accept() =>
        SdpNegotiation.TryAccept(_ours, _theirs, out var agreed, out var refusal) ? agreed! : throw new InvalidOperationException(refusal);
}
