namespace Rappel.Core.Config.Forms;

/// <summary>What a single value is. In JSON the names begin with a small letter (<c>phoneNumber</c>).</summary>
public enum ScalarKind
{
    /// <summary>Text for people.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A whole number with its unit: <c>40 s</c>, <c>5 min</c>.</summary>
    Duration,

    /// <summary>True or false.</summary>
    Flag,

    /// <summary>One of a few words.</summary>
    Choice,

    /// <summary>Key of another object.</summary>
    Reference,

    /// <summary>A full phone number: <c>+15145550100</c>.</summary>
    PhoneNumber,

    /// <summary>One of <see cref="ConfigurationLimits.Languages"/>.</summary>
    Language,

    /// <summary>An IANA time zone.</summary>
    TimeZone,

    /// <summary>Text with <c>$variables</c>.</summary>
    Expression,

    /// <summary>Name of a variable, with or without its dollar sign.</summary>
    Variable,

    /// <summary>A regular expression over a whole number.</summary>
    Pattern,

    /// <summary>What a dial plan's rule makes of a number: <c>+1$1</c>, or <c>as-is</c>.</summary>
    Rewrite,

    /// <summary><c>host</c> or <c>host:port</c>.</summary>
    Address,

    /// <summary>A CIDR block.</summary>
    Network,

    /// <summary>Name of a place in a script.</summary>
    Label,

    /// <summary>A label of the same entry of the same script.</summary>
    Goto,

    /// <summary>Hours of a day: <c>08:00-17:30</c>.</summary>
    Hours,

    /// <summary>Path of a WAV file of the configuration.</summary>
    File,

    /// <summary>An HTTPS address.</summary>
    Url,

    /// <summary>RFC 6901: where in a JSON answer a value stands.</summary>
    Pointer,

    /// <summary>What nobody may read back.</summary>
    Secret,
}
