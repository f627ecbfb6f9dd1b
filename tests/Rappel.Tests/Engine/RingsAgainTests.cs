using Rappel.Core.Callbacks;
using Rappel.Tests.Engine.Benches;

namespace Rappel.Tests.Engine;

/// <summary>A caller with a pending callback rings again: keeps it, cancels it, changes its number, or takes the held place.</summary>
public class RingsAgainTests
{
    private const string Other = "+15145550133";

    private static void NobodyIsRungAnyMore(Bench bench)
    {
        var invites = bench.Invites(bench.Carrier) + bench.Invites(bench.Spare);
        bench.MakeAvailable("1001", "1002");
        bench.Pass(TimeSpan.FromHours(5));
        Assert.Equal(invites, bench.Invites(bench.Carrier) + bench.Invites(bench.Spare));
    }

    [Fact]
    public void They_are_told_the_number_and_the_place_of_the_request()
    {
        var bench = new Bench(RingingAgain.Script);
        bench.AskForCallback(Other);
        bench.AskForCallback(RingingAgain.Caller);

        Assert.Equal("Prévu au 5 1 4, 5 5 5, 0 1 4 2, rang 2.", bench.Call(RingingAgain.Caller).Hears);
    }

    [Fact]
    public void Who_has_no_request_is_told_nothing()
    {
        var bench = new Bench(RingingAgain.Script);
        bench.AskForCallback(Other);

        Assert.DoesNotContain("Prévu", bench.Call(RingingAgain.Caller).Hears, StringComparison.Ordinal);
        Assert.DoesNotContain("Prévu", bench.Carrier.Dial("+15145550100", null).Hears, StringComparison.Ordinal);
    }

    [Fact]
    public void A_request_that_is_kept_is_as_before_once_they_hang_up()
    {
        var bench = new Bench(RingingAgain.Script);
        var before = bench.AskForCallback(RingingAgain.Caller);
        bench.Pass(60);

        bench.RingAgain("1").HearOut();

        var after = bench.Callback;
        Assert.Equal((CallbackStatus.Waiting, before.Place, before.ExpiresAt, 0, false), (after.Status, after.LinePlace, after.ExpiresAt, after.AttemptsUsed, after.IsHeld));
        bench.MakeAvailable("1001");
        Assert.Contains("Rappel", bench.PhoneOf("1001").Ringing.ShownName, StringComparison.Ordinal);
    }

    [Fact]
    public void A_request_that_its_caller_cancels_ends_and_nobody_is_rung()
    {
        var bench = new Bench(RingingAgain.Script);
        bench.AskForCallback(RingingAgain.Caller);

        var again = bench.RingAgain("4");

        Assert.Equal("Annulé.", again.Hears);
        Assert.Equal(CallbackStatus.Cancelled, bench.Callback.Status);
        Assert.Equal("caller", bench.JournalOf(bench.Callback).Single(e => e.Event == CallbackEvents.Cancelled).Who);
        again.HangUp();
        NobodyIsRungAnyMore(bench);
    }

    [Theory]
    [InlineData("4", "Annulé.")]
    [InlineData("35145550199", "Changé au")]
    public void They_hear_that_it_is_changed_once_it_is_on_disk(string keys, string heard)
    {
        var bench = new Bench(RingingAgain.Script);
        bench.AskForCallback(RingingAgain.Caller);
        var again = bench.Call(RingingAgain.Caller);
        bench.Disk.IsHeldBack = true;
        foreach (var key in keys)
        {
            again.Press(key);
        }

        Assert.DoesNotContain(heard, again.Hears, StringComparison.Ordinal);
        bench.Commit();
        Assert.StartsWith(heard, again.Hears, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_hangs_up_while_it_is_written_has_changed_it_all_the_same()
    {
        var bench = new Bench(RingingAgain.Script);
        bench.AskForCallback(RingingAgain.Caller);
        var again = bench.Call(RingingAgain.Caller);
        bench.Disk.IsHeldBack = true;
        again.Press('4');
        again.HangUp();

        bench.Commit();

        Assert.Equal(CallbackStatus.Cancelled, bench.Callback.Status);
        NobodyIsRungAnyMore(bench);
    }

    [Fact]
    public void A_changed_number_is_dialled_in_the_same_place_and_its_old_number_is_free()
    {
        var bench = new Bench(RingingAgain.Script);
        var before = bench.AskForCallback(RingingAgain.Caller);
        bench.Pass(60);

        bench.RingAgain("35145550199").HearOut();

        Assert.Equal(("+15145550199", before.Place, before.ExpiresAt), (bench.Callback.Number, bench.Callback.LinePlace, bench.Callback.ExpiresAt));
        Assert.Equal("caller", bench.JournalOf(bench.Callback).Last(e => e.Event is not (CallbackEvents.Offered or "held" or "released")).Who);
        var second = bench.AskForCallback(RingingAgain.Caller);
        Assert.Equal(RingingAgain.Caller, second.Number);
        bench.MakeAvailable("1001");
        bench.PhoneOf("1001").Ringing.Answer();
        Assert.Equal("+15145550199", bench.Carrier.Ringing.Number);
    }

    [Theory]
    [InlineData("35145550133")]
    [InlineData("30115550000")]
    public void A_number_with_a_request_of_its_own_or_that_we_may_not_dial_is_not_changed_to(string keys)
    {
        var bench = new Bench(RingingAgain.Script);
        bench.AskForCallback(Other);
        var before = bench.AskForCallback(RingingAgain.Caller);

        var again = bench.RingAgain(keys);

        Assert.Equal("Pas possible.", again.Hears);
        Assert.Equal((RingingAgain.Caller, CallbackStatus.Waiting), (bench.Disk.Callbacks.Single(c => c.Id == before.Id).Number, before.Status));
    }

    [Fact]
    public void A_request_that_ended_meanwhile_cannot_be_changed()
    {
        var bench = new Bench(RingingAgain.Script);
        bench.AskForCallback(RingingAgain.Caller);
        bench.Pass(TimeSpan.FromHours(4) - TimeSpan.FromSeconds(5));
        var again = bench.Call(RingingAgain.Caller);
        bench.Pass(10);
        Assert.Equal(CallbackStatus.Expired, bench.Callback.Status);

        again.Press('2');

        Assert.Equal("Pas possible.", again.Hears);
    }
}
