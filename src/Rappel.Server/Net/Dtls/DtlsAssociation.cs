using System.Text;
using Rappel.Media.Sessions;
using Rappel.Media.Srtp;

namespace Rappel.Server.Net.Dtls;

/// <summary>One handshake with one browser, over buffers in memory. For one thread at a time.</summary>
internal sealed class DtlsAssociation : IDisposable
{
    private const int RecordHeader = 13;
    private static readonly byte[] Label = Encoding.ASCII.GetBytes("EXTRACTOR-dtls_srtp");

    private readonly SecuredMedia agreed;
    private readonly nint session;
    private readonly nint incoming;
    private readonly nint outgoing;
    private readonly byte[] room = new byte[DtlsLimits.Datagram];
    private bool done;

    public DtlsAssociation(DtlsIdentity identity, SecuredMedia agreed)
    {
        this.agreed = agreed;
        session = OpenSsl.NewSession(identity.Context);
        incoming = OpenSsl.NewChannel(OpenSsl.Memory());
        outgoing = OpenSsl.NewChannel(OpenSsl.Memory());
        OpenSsl.SetChannels(session, incoming, outgoing);
        _ = OpenSsl.SetOptions(session, OpenSsl.NoMtuQuery);
        _ = OpenSsl.Control(session, OpenSsl.SetMtu, DtlsLimits.Datagram, 0);
        if (agreed.Role == DtlsRole.Active)
        {
            OpenSsl.BeActive(session);
        }
        else
        {
            OpenSsl.BePassive(session);
        }
    }

    /// <summary>The browser has said goodbye: it will send no more.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>Until our last flight is to be sent again; null where nothing waits for an answer.</summary>
    public TimeSpan? RepeatIn => !done && OpenSsl.Control(session, OpenSsl.GetTimeout, 0, out OpenSsl.TimeLeft left) == 1 ? left.Value : null;

    /// <summary>Begins, where we are the ones to, and takes what came.</summary>
    /// <param name="datagram">Empty where none came.</param>
    /// <returns>The keys, the first time both have them; or why there will be none.</returns>
    public (SrtpKeys? Keys, string? Failure) Step(ReadOnlySpan<byte> datagram)
    {
        OpenSsl.ClearErrors();
        if (!datagram.IsEmpty)
        {
            _ = OpenSsl.Write(incoming, in datagram[0], datagram.Length);
        }

        if (!done)
        {
            return Shake();
        }

        Listen();
        return (null, null);
    }

    /// <summary>The answer to our last flight is late: it goes again.</summary>
    public void Repeat() => _ = OpenSsl.Control(session, OpenSsl.HandleTimeout, 0, 0);

    /// <summary>What is to be sent, in datagrams of whole records.</summary>
    public List<ReadOnlyMemory<byte>> TakeOutgoing()
    {
        List<ReadOnlyMemory<byte>> datagrams = [];
        var pending = new byte[(int)OpenSsl.Pending(outgoing)];
        if (pending.Length == 0)
        {
            return datagrams;
        }

        var length = OpenSsl.ReadFrom(outgoing, ref pending[0], pending.Length);
        for (int start = 0, end = 0; start < length; start = end)
        {
            end = start + RecordAt(pending, start, length);
            while (end < length && end + RecordAt(pending, end, length) - start <= DtlsLimits.Datagram)
            {
                end += RecordAt(pending, end, length);
            }

            datagrams.Add(pending.AsMemory(start, end - start));
        }

        return datagrams;
    }

    public void Dispose() => OpenSsl.FreeSession(session);

    private static int RecordAt(byte[] bytes, int at, int length) =>
        at + RecordHeader > length ? length - at : Math.Min(length - at, RecordHeader + ((bytes[at + 11] << 8) | bytes[at + 12]));

    private (SrtpKeys? Keys, string? Failure) Shake()
    {
        var result = OpenSsl.DoHandshake(session);
        if (result != 1)
        {
            return (null, OpenSsl.ErrorOf(session, result) == OpenSsl.WantRead ? null : $"the handshake failed: {LastError()}");
        }

        done = true;
        if (!IsExpectedCertificate())
        {
            return (null, "the browser's certificate is not the one that its description names");
        }

        if (OpenSsl.SelectedSrtp(session) == 0)
        {
            return (null, "the browser speaks no SRTP that we know");
        }

        var keys = new byte[SrtpLimits.Exported];
        return OpenSsl.ExportKeys(session, ref keys[0], keys.Length, in Label[0], Label.Length, 0, 0, 0) == 1
            ? (SrtpKeys.OfExport(keys, agreed.Role == DtlsRole.Active), null)
            : (null, "no keys could be exported");
    }

    /// <summary>After the handshake: repeated flights are answered by the library, and a goodbye is told.</summary>
    private void Listen()
    {
        var read = OpenSsl.Read(session, ref room[0], room.Length);
        IsClosed |= read <= 0 && OpenSsl.ErrorOf(session, read) == OpenSsl.ZeroReturn;
    }

    private bool IsExpectedCertificate()
    {
        var certificate = OpenSsl.PeerCertificate(session);
        if (certificate == 0)
        {
            return false;
        }

        var hash = new byte[64];
        var kind = agreed.Fingerprint.Split(' ')[0].ToLowerInvariant() switch
        {
            "sha-256" => OpenSsl.Sha256(),
            "sha-384" => OpenSsl.Sha384(),
            _ => OpenSsl.Sha512(),
        };
        var isHashed = OpenSsl.Digest(certificate, kind, ref hash[0], out var length) == 1;
        OpenSsl.FreeCertificate(certificate);
        return isHashed && agreed.Fingerprint.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, var expected]
            && expected.Equals(DtlsIdentity.Written(hash.AsSpan(0, (int)length)), StringComparison.OrdinalIgnoreCase);
    }

    private static string LastError()
    {
        var text = new byte[256];
        OpenSsl.Describe(OpenSsl.NextError(), ref text[0], text.Length);
        return Encoding.ASCII.GetString(text, 0, Math.Max(0, Array.IndexOf(text, (byte)0)));
    }
}
