namespace Rappel.Sip;

/// <summary>Every limit on what peers may send or make us keep. Beyond one, a request is refused with the status told and a response is dropped.</summary>
public sealed record SipLimits
{
    public static SipLimits Default { get; } = new();

    /// <summary>Whole message, bytes; 513. The most that a datagram can carry, and as much on a stream.</summary>
    public int MessageBytes { get; init; } = 65_535;

    /// <summary>Start line and headers, bytes; 513.</summary>
    public int HeadBytes { get; init; } = 32_768;

    /// <summary>Body, bytes; 413.</summary>
    public int BodyBytes { get; init; } = 49_152;

    /// <summary>Header rows; 400.</summary>
    public int HeaderCount { get; init; } = 256;

    /// <summary>One header's name or its unfolded value, characters; 400.</summary>
    public int HeaderLength { get; init; } = 8_192;

    /// <summary>Request URI, characters; 414.</summary>
    public int UriLength { get; init; } = 2_048;

    /// <summary>Values of one list header (Via, Contact, Route and so on), all rows together; 400.</summary>
    public int ListLength { get; init; } = 128;

    /// <summary>Parameters of one URI or header value; beyond, it is malformed.</summary>
    public int ParameterCount { get; init; } = 64;

    /// <summary>How long a digest nonce may be used; then it is stale and a new one is given.</summary>
    public TimeSpan NonceLifetime { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Digest nonces in use whose counts are kept; beyond, the oldest go stale.</summary>
    public int NonceCount { get; init; } = 10_000;

    /// <summary>Wrong passwords of one address in <see cref="GuessPeriod"/>; beyond, right ones from there are answered 403 too until it is over.</summary>
    public int Guesses { get; init; } = 20;

    /// <summary>From the first wrong password on.</summary>
    public TimeSpan GuessPeriod { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Addresses whose wrong passwords are counted; beyond, counting begins anew.</summary>
    public int GuessAddresses { get; init; } = 10_000;
}
