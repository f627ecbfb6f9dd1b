using System.Net;
using System.Text;
using Rappel.Media.Ice;

namespace Rappel.Tests.Media.Ice;

public sealed class IceLiteTests
{
    private static readonly Instant Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly IPEndPoint Wifi = new(IPAddress.Parse("192.0.2.7"), 40000);
    private static readonly IPEndPoint Mobile = new(IPAddress.Parse("198.51.100.8"), 50000);

    private readonly IceLite _ice = new("ours", "a password of ours", "theirs");
    private readonly byte[] _answer = new byte[StunLimits.Answer];

    [Fact]
    public void A_check_is_answered_with_where_it_came_from()
    {
        var length = Check(Start, Wifi);

        Assert.True(StunMessage.TryRead(_answer.AsSpan(0, length), out var answer));
        Assert.Equal(StunMessage.BindingSuccess, answer.Type);
        Assert.True(answer.IsAuthentic("a password of ours"));
        Assert.Null(_ice.Path);
    }

    [Fact]
    public void The_path_that_the_browser_names_is_used()
    {
        Check(Start, Wifi, wanted: true);
        Assert.Equal(Wifi, _ice.Path);
    }

    [Fact]
    public void A_check_with_another_password_or_name_is_not_answered()
    {
        Assert.Equal(0, Check(Start, Wifi, wanted: true, password: "guess"));
        Assert.Equal(0, Check(Start, Wifi, wanted: true, user: "ours:other"));
        Assert.Null(_ice.Path);
    }

    [Fact]
    public void A_path_rated_lower_waits_until_the_one_in_use_is_silent()
    {
        Check(Start, Wifi, wanted: true, priority: 100);
        Check(Start.AddSeconds(3), Mobile, wanted: true, priority: 50);
        Assert.Equal(Wifi, _ice.Path);

        Check(Start.AddSeconds(7), Mobile, wanted: true, priority: 50);
        Assert.Equal(Mobile, _ice.Path);
    }

    [Fact]
    public void A_path_rated_higher_is_taken_at_once()
    {
        Check(Start, Mobile, wanted: true, priority: 50);
        Check(Start, Wifi, wanted: true, priority: 100);
        Assert.Equal(Wifi, _ice.Path);
    }

    [Fact]
    public void What_must_be_understood_and_is_not_is_refused()
    {
        var length = Check(Start, Wifi, unknown: true);

        Assert.True(StunMessage.TryRead(_answer.AsSpan(0, length), out var answer));
        Assert.Equal(StunMessage.BindingError, answer.Type);
    }

    private int Check(Instant now, IPEndPoint from, bool wanted = false, uint priority = 1, string password = "a password of ours", string user = "ours:theirs", bool unknown = false)
    {
        var buffer = new byte[200];
        var writer = new StunWriter(buffer, StunMessage.BindingRequest, new byte[12]);
        writer.Add(StunAttribute.UserName, Encoding.UTF8.GetBytes(user));
        writer.Add(StunAttribute.Priority, [(byte)(priority >> 24), (byte)(priority >> 16), (byte)(priority >> 8), (byte)priority]);
        if (wanted)
        {
            writer.Add(StunAttribute.UseCandidate, []);
        }

        if (unknown)
        {
            writer.Add((StunAttribute)0x7001, [1, 2, 3, 4]);
        }

        writer.Sign(password);
        return _ice.Answer(now, from, buffer.AsSpan(0, writer.Length), _answer);
    }
}
