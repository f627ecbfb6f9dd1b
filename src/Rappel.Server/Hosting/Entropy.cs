using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Rappel.Server.Hosting;

/// <summary>Cryptographic randomness for one thread, drawn from the system in blocks: tags, branches and SSRCs are made by the thousand.</summary>
public sealed class Entropy
{
    private readonly ulong[] block = new ulong[512];
    private int used = 512;

    public ulong Next()
    {
        if (used == block.Length)
        {
            RandomNumberGenerator.Fill(MemoryMarshal.AsBytes(block.AsSpan()));
            used = 0;
        }

        // A number given out is not kept: the block may outlive the secret made of it.
        var value = block[used];
        block[used++] = 0;
        return value;
    }
}
