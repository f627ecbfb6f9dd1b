namespace Rappel.Media.Ice;

/// <summary>Numbers of STUN (RFC 8489) and of ICE (RFC 8445) that we speak with.</summary>
public static class StunLimits
{
    public const int Header = 20;
    public const int TransactionId = 12;
    public const uint Cookie = 0x2112_A442;

    /// <summary>Bytes of the longest answer of ours.</summary>
    public const int Answer = 100;

    /// <summary>Bytes of a user name that is read.</summary>
    public const int UserName = 513;

    /// <summary>While the path in use is checked this often at least, another does not take its place unless the browser rates it higher.</summary>
    public static readonly TimeSpan PathSilence = TimeSpan.FromSeconds(6);
}
