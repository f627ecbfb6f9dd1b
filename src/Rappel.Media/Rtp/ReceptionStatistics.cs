namespace Rappel.Media.Rtp;

/// <summary>What became of one source's packets: sequence with its wraps, loss and jitter (RFC 3550 §6.4.1, A.1, A.3, A.8).</summary>
public sealed class ReceptionStatistics
{
    /// <summary>A jump further than this is a source that began anew (RFC 3550 A.1).</summary>
    private const int MaximumDropout = 3000;

    /// <summary>How far behind a packet may be and still count as late rather than as a new beginning (RFC 3550 A.1).</summary>
    private const int MaximumMisorder = 100;

    private uint _baseSequence;
    private uint _cycles;
    private ushort _highest;
    private long _expectedBefore;
    private long _receivedBefore;
    private uint _lastTransit;

    /// <summary>Jitter scaled by 16, as A.8 keeps it.</summary>
    private uint _jitter;

    public uint Ssrc { get; private set; }

    public bool Started { get; private set; }

    /// <summary>Packets of this source, late and double ones too.</summary>
    public long Received { get; private set; }

    public uint HighestSequence => _cycles + _highest;

    /// <summary>Timestamp units: 1/8000 s.</summary>
    public uint Jitter => _jitter >> 4;

    /// <summary>Packets that never came; negative where more came double than were lost.</summary>
    public long Lost => Started ? Expected - Received : 0;

    private long Expected => (long)HighestSequence - _baseSequence + 1;

    /// <param name="arrival">When the packet came, in timestamp units of any origin.</param>
    public void Count(uint ssrc, ushort sequence, uint timestamp, uint arrival)
    {
        var transit = arrival - timestamp;
        var ahead = (ushort)(sequence - _highest);
        if (!Started || ssrc != Ssrc || (ahead >= MaximumDropout && ahead <= 65536 - MaximumMisorder))
        {
            Restart(ssrc, sequence);
        }
        else
        {
            if (ahead < MaximumDropout)
            {
                _cycles += sequence < _highest ? 65536u : 0;
                _highest = sequence;
            }

            // In 64 bits: the timestamp is the peer's to choose, and a step of 2^31 has no absolute value in 32.
            var change = Math.Abs((long)(int)(transit - _lastTransit));
            _jitter = (uint)Math.Min(_jitter + change - ((_jitter + 8L) >> 4), uint.MaxValue);
        }

        _lastTransit = transit;
        Received++;
    }

    /// <summary>Share of packets lost since the last call, in 1/256 (RFC 3550 A.3).</summary>
    public byte TakeFractionLost()
    {
        var expected = Expected - _expectedBefore;
        var lost = expected - (Received - _receivedBefore);
        _expectedBefore = Expected;
        _receivedBefore = Received;
        return expected <= 0 || lost <= 0 ? (byte)0 : (byte)Math.Min(255, (lost << 8) / expected);
    }

    private void Restart(uint ssrc, ushort sequence)
    {
        Started = true;
        Ssrc = ssrc;
        _baseSequence = sequence;
        _highest = sequence;
        _cycles = 0;
        _jitter = 0;
        Received = 0;
        _expectedBefore = 0;
        _receivedBefore = 0;
    }
}
