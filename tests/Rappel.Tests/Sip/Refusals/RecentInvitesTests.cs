using Rappel.Sip.Refusals;

namespace Rappel.Tests.Sip.Refusals;

public sealed class RecentInvitesTests
{
    private static ulong Key(int n) => (ulong)(n + 1) * 0x9E3779B97F4A7C15;

    [Fact]
    public void What_became_of_an_INVITE_is_known_when_it_comes_again()
    {
        var recent = new RecentInvites();
        recent.Keep(Key(1), refused: true);
        recent.Keep(Key(2), refused: false);
        Assert.True(recent.TryFind(Key(1), out var refused) && refused);
        Assert.True(recent.TryFind(Key(2), out refused) && !refused);
        Assert.False(recent.TryFind(Key(3), out _));
    }

    [Fact]
    public void The_INVITEs_of_as_long_as_a_caller_repeats_one_are_known_at_a_thousand_a_second()
    {
        var recent = new RecentInvites();
        for (var n = 0; n < 500_000; n++)
        {
            recent.Keep(Key(n), n % 2 == 0);
        }

        var known = Enumerable.Range(500_000 - 32_000, 32_000).Count(n => recent.TryFind(Key(n), out var refused) && refused == (n % 2 == 0));
        Assert.InRange(known, 31_000, 32_000);
    }

    [Fact]
    public void Where_it_is_full_the_oldest_is_forgotten()
    {
        var recent = new RecentInvites(rows: 1);
        for (var n = 0; n < 9; n++)
        {
            recent.Keep(Key(n), refused: true);
        }

        Assert.False(recent.TryFind(Key(0), out _));
        Assert.True(recent.TryFind(Key(1), out _));
    }
}
