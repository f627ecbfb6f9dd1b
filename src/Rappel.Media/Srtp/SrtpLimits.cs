namespace Rappel.Media.Srtp;

/// <summary>Sizes of SRTP with AES_CM_128_HMAC_SHA1_80 (RFC 3711 §8.2, RFC 5764 §4.1.2), in bytes unless said otherwise.</summary>
public static class SrtpLimits
{
    public const int Key = 16;
    public const int Salt = 14;
    public const int AuthenticationKey = 20;
    public const int Tag = 10;

    /// <summary>SRTCP only: the index that follows what is encrypted.</summary>
    public const int Index = 4;

    /// <summary>What a packet grows by at most.</summary>
    public const int Growth = Tag + Index;

    /// <summary>Of the key material that both ends export from their handshake: two keys and two salts.</summary>
    public const int Exported = 2 * (Key + Salt);

    /// <summary>Packets behind the newest that are told from replayed ones (§3.3.2 asks for 64 at least).</summary>
    public const int ReplayWindow = 128;

    /// <summary>Streams of one peer whose numbers are kept; with one more the longest silent is forgotten.</summary>
    public const int Streams = 4;
}
