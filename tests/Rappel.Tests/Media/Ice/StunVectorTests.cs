using System.Net;
using System.Text;
using Rappel.Media.Ice;

namespace Rappel.Tests.Media.Ice;

/// <summary>The test vectors of RFC 5769 §2.1 to §2.3.</summary>
public sealed class StunVectorTests
{
    private const string Password = "VOkJxbRl1RmTxUk/WvJxBt";

    private static readonly byte[] Request = Convert.FromHexString(
        "000100582112A442B7E7A701BC34D686FA87DFAE802200105354554E207465737420636C69656E74002400046E0001FF80290008932FF9B151263B36"
        + "00060009" + "6576746A3A68367659202020" + "000800149AEAA70CBFD8CB56781EF2B5B2D3F249C1B571A280280004E57A3BCF");

    private static readonly byte[] Answer4 = Convert.FromHexString(
        "0101003C2112A442B7E7A701BC34D686FA87DFAE8022000B7465737420766563746F72200020000800" + "01A147E112A643"
        + "000800142B91F599FD9E90C38C7489F92AF9BA53F06BE7D780280004C07D4C96");

    private static readonly byte[] Answer6 = Convert.FromHexString(
        "010100482112A442B7E7A701BC34D686FA87DFAE8022000B7465737420766563746F7220002000140002A1470113A9FAA5D3F179BC25F4B5BED2B9D9"
        + "00080014A382954E4BE67BF11784C97C8292C275BFE3ED4180280004C8FB0B4C");

    [Fact]
    public void The_request_is_read()
    {
        Assert.True(StunMessage.TryRead(Request, out var message));
        Assert.Equal("evtj:h6vY", Encoding.UTF8.GetString(message.UserName));
        Assert.Equal(0x6E0001FFu, message.Priority);
        Assert.True(message.IsAuthentic(Password));
        Assert.False(message.IsAuthentic(Password + "x"));
    }

    [Fact]
    public void The_answers_are_read()
    {
        Assert.True(StunMessage.TryRead(Answer4, out var four) && four.IsAuthentic(Password));
        Assert.True(StunMessage.TryRead(Answer6, out var six) && six.IsAuthentic(Password));
    }

    [Theory]
    [InlineData("192.0.2.1")]
    [InlineData("2001:db8:1234:5678:11:2233:4455:6677")]
    public void An_address_is_written_as_in_the_answers(string address)
    {
        var buffer = new byte[StunLimits.Answer];
        var writer = new StunWriter(buffer, StunMessage.BindingSuccess, Request.AsSpan(8, 12));

        writer.AddMappedAddress(new IPEndPoint(IPAddress.Parse(address), 32853));

        var expected = (address.Contains('.', StringComparison.Ordinal) ? Answer4 : Answer6).AsSpan(36, writer.Length - 20);
        Assert.Equal(Convert.ToHexString(expected), Convert.ToHexString(buffer.AsSpan(20, writer.Length - 20)));
    }

    [Fact]
    public void A_message_with_any_bit_changed_is_not_taken()
    {
        for (var i = 0; i < Request.Length; i++)
        {
            var changed = Request.ToArray();
            changed[i] ^= 4;
            Assert.False(StunMessage.TryRead(changed, out var message) && message.IsAuthentic(Password) && message.UserName.SequenceEqual("evtj:h6vY"u8));
        }
    }
}
