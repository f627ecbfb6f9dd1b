namespace Rappel.Server.Web.Customers;

/// <summary>How often callbacks may be asked for, and links used. What is over is answered 429 with Retry-After.</summary>
public static class CallerLimits
{
    /// <summary>Requests for one number, whoever sends them: nobody may have a stranger's phone ring on and on.</summary>
    public static readonly Allowance PerNumber = new(10, TimeSpan.FromMinutes(10));

    /// <summary>Requests of one program or person. A campaign is sent within minutes, a program in a loop is stopped.</summary>
    public static readonly Allowance PerProgram = new(2_000, TimeSpan.FromMinutes(1));

    /// <summary>Requests by widgets from one address: an office may share one.</summary>
    public static readonly Allowance PerAddress = new(20, TimeSpan.FromMinutes(10));

    /// <summary>Looks at links and widgets from one address; a page looks every ten seconds.</summary>
    public static readonly Allowance LooksPerAddress = new(240, TimeSpan.FromMinutes(1));

    /// <summary>Changes by one link.</summary>
    public static readonly Allowance ChangesPerLink = new(20, TimeSpan.FromMinutes(10));

    /// <summary>Names remembered; beyond, those whose allowance is full again are forgotten, then the oldest.</summary>
    public const int Remembered = 20_000;

    /// <summary>Characters of an idempotency key.</summary>
    public const int KeyLength = 128;

    /// <summary>How long an answer is given again.</summary>
    public static readonly TimeSpan AnswerKept = TimeSpan.FromHours(24);

    /// <summary>Requests with a key that are carried out at once, at most.</summary>
    public const int Doors = 256;

    /// <summary>Between two sweeps of answers kept long enough.</summary>
    public static readonly TimeSpan SweepEvery = TimeSpan.FromMinutes(10);
}

/// <summary>So many at once, and as many again over the time.</summary>
public sealed record Allowance(int Count, TimeSpan Over);
