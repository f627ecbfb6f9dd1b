using Rappel.Core.Calls;
using Rappel.Core.Config;
using Rappel.Core.Numbers;
using Rappel.Core.Schedules;
using Rappel.Server.Configuration;

namespace Rappel.Tests.Server.Configuration;

public class AcmeHealthTests
{
    private static readonly ConfigurationSnapshot Snapshot = ExampleFolder.AcmeHealthSnapshot();

    [Fact]
    public void It_has_no_problem()
    {
        var result = ConfigurationReader.FromFolder(ExampleFolder.AcmeHealth, TenantId.Default, 7, ExampleFolder.Environment);

        Assert.Equal("0 problems\n", ConfigurationReport.Format(result.Problems));
        Assert.Equal(7, result.Snapshot!.Version);
    }

    [Fact]
    public void Its_channels_are_one_French_and_one_English()
    {
        Assert.Equal("fr", Snapshot.ChannelByNumber("+15145550100")!.Language);
        Assert.Equal("en", Snapshot.ChannelByNumber("+15145550101")!.Language);
    }

    [Fact]
    public void Its_trunk_goes_to_the_carrier_and_trusts_this_machine()
    {
        var trunk = Assert.Single(Snapshot.Trunks.Values);

        Assert.Equal(("127.0.0.1", 5070), (trunk.Host, trunk.Port));
        Assert.Equal(["127.0.0.0/8"], trunk.TrustedNetworks);
    }

    [Fact]
    public void Its_four_agents_share_the_password_of_the_environment()
    {
        Assert.Equal(["1001", "1002", "1003", "1004"], Snapshot.Agents.Keys.Order());
        Assert.All(Snapshot.Agents.Values, agent => Assert.Equal("correct horse", agent.Password));
    }

    [Fact]
    public void Its_callback_promises_three_attempts_five_minutes_apart_within_four_hours()
    {
        var callback = Assert.Single(Snapshot.Scripts["nurse-line"].InQueue.OfType<CallbackObject>());

        Assert.Equal(
            new CallbackTerms("nurse-callbacks", null, "north-american", 3, TimeSpan.FromMinutes(5), TimeSpan.FromHours(4), TimeSpan.FromSeconds(30), true),
            callback.Terms);
        Assert.Equal("Rappels infirmières", Snapshot.OutboundQueues[callback.Terms.Queue].Name);
        Assert.Equal(callback.Terms.Queue, Snapshot.InboundQueues["nurses"].OutboundQueue);
    }

    [Fact]
    public void Its_callback_stands_under_the_label_Rappel()
    {
        var objects = Snapshot.Scripts["nurse-line"].InQueue;

        Assert.Equal("Rappel", ((LabelObject)objects[objects.IndexOf(objects.OfType<CallbackObject>().Single()) - 1]).Name);
    }

    [Theory]
    [InlineData("5145550123")]
    [InlineData("15145550123")]
    [InlineData("+15145550123")]
    [InlineData("(514) 555-0123")]
    public void Its_dial_plan_sends_every_form_of_a_number_out_through_the_trunk(string typed)
    {
        var verdict = DialPlan.Dial(Snapshot.DialPlans["north-american"], typed, DialContext.Of(Snapshot));

        Assert.Equal(new DialVerdict.Dial(new PhoneNumber("+15145550123"), "carrier", "America/Toronto"), verdict);
    }

    [Theory]
    [InlineData("5145550100")]
    [InlineData("911")]
    [InlineData("19005550123")]
    [InlineData("5149765555")]
    [InlineData("+33142685300")]
    public void Its_dial_plan_refuses_what_must_not_be_rung_back(string typed) =>
        Assert.IsType<DialVerdict.Refuse>(DialPlan.Dial(Snapshot.DialPlans["north-american"], typed, DialContext.Of(Snapshot)));

    [Theory]
    [InlineData("2026-07-26T03:00:00Z")]
    [InlineData("2026-11-01T06:30:00Z")]
    [InlineData("2026-12-25T17:00:00Z")]
    public void It_calls_back_at_any_hour(string now) =>
        Assert.True(ScheduleClock.IsOpen(Snapshot.Schedules["around-the-clock"], Instant.Parse(now, null)));

    [Fact]
    public void Everything_it_says_is_said_in_both_languages()
    {
        var texts = Everything(Snapshot.Scripts["nurse-line"].Main.Concat(Snapshot.Scripts["nurse-line"].InQueue)).SelectMany(Spoken).ToList();

        Assert.True(texts.Count > 10);
        Assert.All(texts.Where(u => u.Text is not null), u => Assert.Equal(["en", "fr"], u.Text!.Keys.Order()));
        Assert.All(Snapshot.Prompts.Values, p => Assert.Equal(["en", "fr"], p.ByLanguage.Keys.Order()));
    }

    [Fact]
    public void Its_dictionaries_are_walked_in_an_order_that_does_not_change_from_run_to_run() =>
        Assert.Same(StableStringComparer.Instance, Snapshot.Agents.KeyComparer);

    private static IEnumerable<ScriptObject> Everything(IEnumerable<ScriptObject> objects) =>
        objects.SelectMany(o => Everything((ScriptExits.Of(o)?.Values.SelectMany(e => e) ?? []).Concat((o as LoopObject)?.Body ?? [])).Prepend(o));

    private static IEnumerable<Utterance> Spoken(ScriptObject item) => item switch
    {
        SayObject say => say.Utterances,
        GetDigitObject digit => digit.Prompt,
        GetValueObject value => value.Prompt,
        _ => [],
    };
}
