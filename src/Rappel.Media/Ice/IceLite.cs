using System.Buffers.Binary;
using System.Net;
using System.Text;

namespace Rappel.Media.Ice;

/// <summary>
/// The end of ICE that only answers (RFC 8445 §2.5, "lite"): the browser finds the path by checks, and goes on checking while it agrees to be
/// sent audio (RFC 7675). It says which path to use; of several it wants, the one it rates highest, unless that has fallen silent.
/// </summary>
/// <param name="remoteFragment">The browser's; together with ours the name its checks come under.</param>
internal sealed class IceLite(string localFragment, string password, string remoteFragment)
{
    private readonly byte[] _user = Encoding.UTF8.GetBytes($"{localFragment}:{remoteFragment}");
    private uint _priority;
    private Instant _checked;

    /// <summary>Where to send; null before the browser has named a path.</summary>
    public IPEndPoint? Path { get; private set; }

    /// <summary>Answers a check. What is not for us, or from somebody who does not know the password, is not answered: it could be anybody's.</summary>
    /// <param name="answer">Room for <see cref="StunLimits.Answer"/> bytes.</param>
    /// <returns>Bytes to send back there; 0 for none.</returns>
    public int Answer(Instant now, IPEndPoint source, ReadOnlySpan<byte> packet, Span<byte> answer)
    {
        if (!StunMessage.TryRead(packet, out var check) || check.Type != StunMessage.BindingRequest || !check.UserName.SequenceEqual(_user)
            || !check.IsAuthentic(password))
        {
            return 0;
        }

        if (check.Unknown != 0)
        {
            return Refuse(check, answer);
        }

        if (check.UseCandidate)
        {
            Want(now, source, check.Priority);
        }

        var writer = new StunWriter(answer, StunMessage.BindingSuccess, check.TransactionId);
        writer.AddMappedAddress(source);
        writer.Sign(password);
        return writer.Length;
    }

    private void Want(Instant now, IPEndPoint source, uint priority)
    {
        var isCurrent = source.Equals(Path);
        if (!isCurrent && Path is not null && priority <= _priority && now - _checked < StunLimits.PathSilence)
        {
            return;
        }

        Path = isCurrent ? Path : source;
        (_priority, _checked) = (priority, now);
    }

    /// <summary>§6.3.1: 420, with the attribute that is not understood.</summary>
    private int Refuse(in StunMessage check, Span<byte> answer)
    {
        Span<byte> unknown = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(unknown, check.Unknown);
        var writer = new StunWriter(answer, StunMessage.BindingError, check.TransactionId);
        writer.Add(StunAttribute.ErrorCode, [0, 0, 4, 20]);
        writer.Add(StunAttribute.UnknownAttributes, unknown);
        writer.Sign(password);
        return writer.Length;
    }
}
