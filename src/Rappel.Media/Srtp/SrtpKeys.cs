namespace Rappel.Media.Srtp;

/// <summary>The master keys and salts of both directions of one session.</summary>
public sealed class SrtpKeys
{
    private SrtpKeys(ReadOnlyMemory<byte> localKey, ReadOnlyMemory<byte> localSalt, ReadOnlyMemory<byte> remoteKey, ReadOnlyMemory<byte> remoteSalt)
    {
        (LocalKey, LocalSalt, RemoteKey, RemoteSalt) = (localKey, localSalt, remoteKey, remoteSalt);
    }

    /// <summary>Of what we send.</summary>
    public ReadOnlyMemory<byte> LocalKey { get; }

    public ReadOnlyMemory<byte> LocalSalt { get; }

    /// <summary>Of what we receive.</summary>
    public ReadOnlyMemory<byte> RemoteKey { get; }

    public ReadOnlyMemory<byte> RemoteSalt { get; }

    /// <summary>The client's key, the server's, the client's salt, the server's (RFC 5764 §4.2).</summary>
    /// <param name="exported"><see cref="SrtpLimits.Exported"/> bytes.</param>
    public static SrtpKeys OfExport(ReadOnlySpan<byte> exported, bool isClient)
    {
        byte[] clientKey = [.. exported[..SrtpLimits.Key]];
        byte[] serverKey = [.. exported.Slice(SrtpLimits.Key, SrtpLimits.Key)];
        byte[] clientSalt = [.. exported.Slice(2 * SrtpLimits.Key, SrtpLimits.Salt)];
        byte[] serverSalt = [.. exported.Slice((2 * SrtpLimits.Key) + SrtpLimits.Salt, SrtpLimits.Salt)];
        return isClient ? new(clientKey, clientSalt, serverKey, serverSalt) : new(serverKey, serverSalt, clientKey, clientSalt);
    }

    /// <summary>Never the keys.</summary>
    public override string ToString() => nameof(SrtpKeys);
}
