namespace Rappel.Sip.Messages;

/// <summary>The words that nearly every message has: one string for all of them, instead of one a message.</summary>
internal static class Words
{
    /// <summary>The text as a string; case matters, so nothing is lost.</summary>
    public static string Of(ReadOnlySpan<char> text) => text switch
    {
        "" => "",
        "INVITE" => "INVITE",
        "ACK" => "ACK",
        "BYE" => "BYE",
        "CANCEL" => "CANCEL",
        "OPTIONS" => "OPTIONS",
        "REGISTER" => "REGISTER",
        "INFO" => "INFO",
        "UPDATE" => "UPDATE",
        "sip" => "sip",
        "sips" => "sips",
        "tel" => "tel",
        "UDP" => "UDP",
        "TCP" => "TCP",
        "TLS" => "TLS",
        "udp" => "udp",
        "tcp" => "tcp",
        "tag" => "tag",
        "branch" => "branch",
        "rport" => "rport",
        "received" => "received",
        "transport" => "transport",
        "lr" => "lr",
        "user" => "user",
        "phone" => "phone",
        "ob" => "ob",
        "expires" => "expires",
        "OK" => "OK",
        "Trying" => "Trying",
        "Ringing" => "Ringing",
        _ => text.ToString(),
    };
}
