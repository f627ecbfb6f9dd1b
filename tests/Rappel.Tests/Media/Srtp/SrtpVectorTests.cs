using Rappel.Media.Srtp;

namespace Rappel.Tests.Media.Srtp;

/// <summary>The test vectors of RFC 3711 appendix B.</summary>
public sealed class SrtpVectorTests
{
    /// <summary>B.2: keystream of AES-CM, from its beginning and around the end of the counter.</summary>
    [Theory]
    [InlineData(0x0000, "E03EAD0935C95E80E166B16DD92B4EB4")]
    [InlineData(0x0001, "D23513162B02D0F72A43A2FE4A5F97AB")]
    [InlineData(0x0002, "41E95B3BB0A2E8DD477901E4FCA894C0")]
    [InlineData(0xFEFF, "EC8CDF7398607CB0F2D21675EA9EA1E4")]
    [InlineData(0xFF00, "362B7C3C6773516318A077D7FC5073AE")]
    [InlineData(0xFF01, "6A2CC3787889374FBEB4C81B17BA6C44")]
    public void Counter_mode_makes_the_keystream_of_the_rfc(int block, string expected)
    {
        using var aes = new AesCounter(Convert.FromHexString("2B7E151628AED2A6ABF7158809CF4F3C"));
        var stream = new byte[(block + 1) * 16];

        aes.Apply(Convert.FromHexString("F0F1F2F3F4F5F6F7F8F9FAFBFCFD0000"), stream);

        Assert.Equal(expected, Convert.ToHexString(stream.AsSpan(block * 16)));
    }

    /// <summary>B.3: cipher key, salt and the beginning of the authentication key.</summary>
    [Theory]
    [InlineData(0, 16, "C61E7A93744F39EE10734AFE3FF7A087")]
    [InlineData(2, 14, "30CBBC08863D8C85D49DB34A9AE1")]
    [InlineData(1, 94, "CEBE321F6FF7716B6FD4AB49AF256A156D38BAA48F0A0ACF3C34E2359E6CDBCEE049646C43D9327AD175578EF72270986371C10C9A369AC2F94A8C5FBCDDDC256D6E919A48B610EF17C2041E474035766B68642C59BBFC2F34DB60DBDFB2")]
    public void Keys_are_derived_as_in_the_rfc(byte label, int length, string expected)
    {
        using var master = new AesCounter(Convert.FromHexString("E1F97A0D3E018BE0D64FA32C06DE4139"));
        var key = new byte[length];

        SrtpCipher.DeriveKey(master, Convert.FromHexString("0EC675AD498AFEEBB6960B3AABE6"), label, key);

        Assert.Equal(expected, Convert.ToHexString(key));
    }
}
