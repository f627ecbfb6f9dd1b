using Rappel.Core.Acd;
using Rappel.Core.Callbacks;
using Rappel.Core.Numbers;
using Rappel.Engine;
using Rappel.Engine.Journal;
using Rappel.Sip.Messages;
using Rappel.Tests.Engine.Benches;

namespace Rappel.Tests.Engine;

/// <summary>Agents and customers at pages in browsers.</summary>
public sealed class BrowserPhoneTests
{
    private readonly Bench _bench = new();

    private Phone Desk => _bench.PhoneOf("1001");

    [Fact]
    public void The_phone_that_was_registered_last_rings()
    {
        var page = Agent().Load();

        Offer();

        Assert.True(page.Phone.IsRinging);
        Assert.False(Desk.IsRinging);
    }

    [Fact]
    public void Where_the_newest_is_lost_the_next_rings()
    {
        var page = Agent().Load();
        Offer();

        page.Lose();

        Assert.True(Desk.IsRinging);
    }

    [Fact]
    public void A_phone_that_says_nothing_is_passed_over_for_the_next()
    {
        var page = Agent().Load();
        page.Phone.IsUnplugged = true;
        Offer();

        _bench.Pass(EngineLimits.PhoneSilence);

        Assert.True(Desk.IsRinging);
    }

    [Fact]
    public void A_page_that_is_loaded_again_rings_again_for_the_same_offer()
    {
        _bench.TakeDeskPhone("1001");
        var page = Agent().Load();
        var caller = Offer();
        page.Lose();
        _bench.Pass(2);
        Assert.Equal(AgentStatus.Offered, _bench.StatusOf("1001"));

        page.Load();
        var call = page.Ringing.Answer();

        Assert.True(call.TalksWith(caller));
        Assert.Equal(AgentStatus.Busy, _bench.StatusOf("1001"));
    }

    [Fact]
    public void A_page_that_does_not_come_back_is_offered_nothing_and_nobody_is_stuck()
    {
        _bench.TakeDeskPhone("1001");
        var page = Agent().Load();
        var caller = Offer();

        page.Lose();
        _bench.Pass(7);
        Assert.NotEqual(AgentStatus.Offered, _bench.StatusOf("1001"));

        _bench.MakeAvailable("1002");
        _bench.PhoneOf("1002").Ringing.Answer();
        Assert.False(caller.IsOver);
        Assert.Equal(AgentStatus.Busy, _bench.StatusOf("1002"));
    }

    [Fact]
    public void A_call_goes_on_without_its_connection_and_ends_over_the_next()
    {
        var page = Agent().Load();
        var caller = Offer();
        var call = page.Ringing.Answer();

        page.Lose();
        _bench.Pass(3);
        page.Connect();
        Assert.True(call.TalksWith(caller));

        caller.HangUp();
        Assert.True(call.IsOver);
    }

    [Fact]
    public void After_a_restart_a_page_is_reachable_once_it_is_back()
    {
        _bench.TakeDeskPhone("1001");
        var page = Agent().Load();
        _bench.MakeAvailable("1001");
        _bench.Restart();
        _bench.Call("+15145550111");
        Assert.False(page.Phone.IsRinging);
        Assert.Equal(AgentStatus.Available, _bench.StatusOf("1001"));

        page.Connect();

        Assert.True(page.Phone.IsRinging);
    }

    [Fact]
    public void A_page_registers_as_nobody_but_whom_it_was_opened_for()
    {
        var page = Agent().Load();
        _bench.Sent.Clear();

        page.Register("1002");

        Assert.Equal(["403"], _bench.SentTo(page.Phone));
    }

    [Theory]
    [InlineData("phone", "403")]
    [InlineData("browser", "200")]
    public void An_agents_phone_is_of_the_kind_that_is_configured(string connection, string answer)
    {
        var bench = new Bench(("name: Amélie,", $"name: Amélie, connection: {connection},"));
        var page = bench.AddPage(new FlowIdentity.Agent("1001"));

        page.Load();

        Assert.Equal([answer], bench.SentTo(page.Phone));
    }

    [Fact]
    public void A_test_phone_calls_as_a_customer_of_its_number()
    {
        var page = Customer("+15145550123").Load();

        page.Phone.Dial("+15145550100", "customer-15145550123");

        Assert.Equal("+15145550123", _bench.Disk.Interactions[^1].Caller);
    }

    [Fact]
    public void A_test_phone_rings_where_its_number_is_called_back()
    {
        _bench.AskForCallback("+15145550123");
        var page = Customer("+15145550123").Load();
        _bench.MakeAvailable("1001");
        var before = _bench.Invites(_bench.Carrier);
        var agent = Desk.Ringing.Answer();

        var customer = page.Ringing.Answer();

        Assert.True(agent.TalksWith(customer));
        Assert.Equal(before, _bench.Invites(_bench.Carrier));
        Assert.Equal(CallbackStatus.Connected, _bench.Callback.Status);
        Assert.Contains(_bench.Logs, l => l.Kind == "test-phone");
    }

    [Fact]
    public void Once_it_is_closed_the_trunk_is_dialled_again()
    {
        _bench.AskForCallback("+15145550123");
        Customer("+15145550123").Load().Lose();
        _bench.MakeAvailable("1001");

        Desk.Ringing.Answer();

        Assert.True(_bench.Carrier.IsRinging);
    }

    private Page Agent() => _bench.AddPage(new FlowIdentity.Agent("1001"));

    private Page Customer(string number) => _bench.AddPage(new FlowIdentity.Customer(new PhoneNumber(number)));

    private PhoneCall Offer()
    {
        var caller = _bench.Call("+15145550111");
        _bench.MakeAvailable("1001");
        return caller;
    }
}
