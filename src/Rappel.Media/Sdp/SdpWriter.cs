using System.Globalization;
using System.Text;

namespace Rappel.Media.Sdp;

/// <summary>Writes a session description line by line, CRLF after each (RFC 8866 §5).</summary>
internal sealed class SdpWriter
{
    /// <summary>Characters of a description of one stream.</summary>
    private const int UsualLength = 320;

    private readonly StringBuilder _text = new(UsualLength);

    public void Line(char type, string value) => _text.Append(type).Append('=').Append(value).Append("\r\n");

    public void Session(SdpLocal local)
    {
        var family = local.Address.Contains(':', StringComparison.Ordinal) ? "IP6" : "IP4";
        Line('v', "0");
        Line('o', string.Create(CultureInfo.InvariantCulture, $"- {local.SessionId} {local.SessionVersion} IN {family} {local.Address}"));
        Line('s', "-");
        Line('c', $"IN {family} {local.Address}");
        Line('t', "0 0");
    }

    public byte[] ToBytes() => Encoding.UTF8.GetBytes(_text.ToString());
}
