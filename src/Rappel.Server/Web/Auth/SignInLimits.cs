namespace Rappel.Server.Web.Auth;

/// <summary>How guessing is slowed down. Tries count from the first; one that succeeds is taken back.</summary>
public static class SignInLimits
{
    /// <summary>Tries of one address before it must wait between them.</summary>
    public const int FreeOfAddress = 10;

    /// <summary>Tries for one name, from devices that it never signed in on, before they must wait.</summary>
    public const int FreeOfName = 20;

    /// <summary>Tries on a device that the name has signed in on before.</summary>
    public const int FreeOfDevice = 5;

    /// <summary>The wait after the first try too many; it doubles with each.</summary>
    public static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);

    public static readonly TimeSpan LongestWaitOfAddress = TimeSpan.FromMinutes(1);

    /// <summary>Short: whoever it is should still get in on a new device while somebody else guesses.</summary>
    public static readonly TimeSpan LongestWaitOfName = TimeSpan.FromSeconds(10);

    public static readonly TimeSpan LongestWaitOfDevice = TimeSpan.FromMinutes(5);

    /// <summary>After so long without a try all is forgotten.</summary>
    public static readonly TimeSpan Forgotten = TimeSpan.FromMinutes(15);

    /// <summary>Addresses, names and devices remembered at once; the oldest go first.</summary>
    public const int Remembered = 50_000;

    /// <summary>A device is known for so long after somebody signed in on it.</summary>
    public static readonly TimeSpan DeviceKnown = TimeSpan.FromDays(180);

    /// <summary>People who are known on one device; the one who was longest away goes first.</summary>
    public const int NamesOfDevice = 20;

    /// <summary>A password that was not compared by then, for all those before it, is given up.</summary>
    public static readonly TimeSpan PasswordPatience = TimeSpan.FromSeconds(10);
}
