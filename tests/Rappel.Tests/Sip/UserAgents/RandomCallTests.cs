using Rappel.Sip.UserAgents;

namespace Rappel.Tests.Sip.UserAgents;

/// <summary>Calls at random over a network that loses, doubles and re-orders a fifth of all datagrams. A failure names its seed.</summary>
public class RandomCallTests
{
    [Fact]
    public void Over_a_bad_network_every_call_ends_on_both_sides_and_leaves_nothing()
    {
        for (var seed = 1UL; seed <= 80; seed++)
        {
            Play(seed);
        }
    }

    [Fact]
    [Trait("Category", "Slow")]
    public void Over_a_bad_network_thousands_of_calls_leave_nothing()
    {
        for (var seed = 1000UL; seed <= 4000; seed++)
        {
            Play(seed);
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_wire() => Assert.Equal(Play(7), Play(7));

    private static List<string> Play(ulong seed)
    {
        var network = new SipNetwork(seed) { Loss = 20, Duplication = 20, Jitter = 400 };
        var a = network.Add("a", "192.0.2.1");
        var b = network.Add("b", "192.0.2.2");
        foreach (var host in (SipHost[])[a, b])
        {
            host.Owner = e => Behave(network, host, e);
        }

        for (var i = 0; i < 6; i++)
        {
            var (from, to) = network.Entropy() % 2 == 0 ? (a, b) : (b, a);
            network.After(Upto(network, 20), () =>
            {
                var leg = from.Call(to, network.Entropy() % 5 == 0 ? "" : "offer");
                network.After(Upto(network, 60), () => from.Agent.Hangup(network.Now, leg, null));
            });
        }

        // The longest way: hung up at 80 s, BYE and INVITE transactions of 32 s each after it, the peer's patience of 32 s, and Timer D or M.
        network.Run(260);
        Check(seed, a, b);
        return network.Wire;
    }

    private static void Behave(SipNetwork network, SipHost host, UserAgentEvent happened)
    {
        var agent = host.Agent;
        switch (happened)
        {
            case UserAgentEvent.Called called:
                agent.Ring(network.Now, called.Leg, 180, null);
                var fate = network.Entropy() % 10;
                network.After(Upto(network, 15), () =>
                {
                    if (fate < 2)
                    {
                        agent.Reject(network.Now, called.Leg, 486, "Busy", []);
                        return;
                    }

                    agent.Answer(network.Now, called.Leg, SipHost.Sdp("answer"));
                    network.After(Upto(network, 10), () => agent.Reoffer(network.Now, called.Leg, SipHost.Sdp("hold")));
                    if (fate < 6)
                    {
                        network.After(Upto(network, 30), () => agent.Hangup(network.Now, called.Leg, 16));
                    }
                });
                break;
            case UserAgentEvent.Answered answered:
                agent.Answer(network.Now, answered.Leg, SipHost.Sdp("late answer"));
                network.After(Upto(network, 10), () => agent.Reoffer(network.Now, answered.Leg, SipHost.Sdp(network.Entropy() % 3 == 0 ? "" : "hold")));
                break;
            case UserAgentEvent.Reoffered reoffered when network.Entropy() % 6 == 0:
                agent.RejectReoffer(network.Now, reoffered.Leg, 488);
                break;
            case UserAgentEvent.Reoffered reoffered:
                agent.AnswerReoffer(network.Now, reoffered.Leg, SipHost.Sdp("reanswer"));
                break;
            case UserAgentEvent.ReofferAnswered { Answer: not null } offered:
                agent.AnswerReoffer(network.Now, offered.Leg, SipHost.Sdp("late"));
                break;
        }
    }

    private static void Check(ulong seed, SipHost a, SipHost b)
    {
        foreach (var host in (SipHost[])[a, b])
        {
            var left = (host.Agent.LegCount, host.Agent.TransactionCount, host.Agent.AlarmCount, host.Agent.NextDeadline);
            Assert.True(left == (0, 0, 0, null), $"seed {seed}: {host.Name} keeps {left}");
            foreach (var leg in host.Events.Where(e => LegOf(e) is not null).GroupBy(e => LegOf(e)))
            {
                var told = leg.ToList();
                var last = told.FindIndex(e => e is UserAgentEvent.Ended or UserAgentEvent.Failed);
                Assert.True(last < 0 || last == told.Count - 1, $"seed {seed}: {host.Name} {leg.Key} hears of itself after its end: {told[^1]}");
                Assert.True(told.Count(e => e is UserAgentEvent.Answered) <= 1, $"seed {seed}: {host.Name} {leg.Key} is answered twice");
            }
        }

        foreach (var (host, peer) in ((SipHost, SipHost)[])[(a, b), (b, a)])
        {
            // An ACK heard is a call the peer heard of: it was told the answer, or had cancelled and took the call to end it.
            var confirmed = host.Events.OfType<UserAgentEvent.Confirmed>().Select(c => c.Leg).Distinct().Count();
            var taken = peer.Count<UserAgentEvent.Answered>() + peer.Events.OfType<UserAgentEvent.Failed>().Count(f => f is { Status: 487, Local: true });
            Assert.True(confirmed <= taken, $"seed {seed}: {host.Name} has {confirmed} calls of which {peer.Name} knows {taken}");
            Assert.True(peer.Count<UserAgentEvent.Answered>() <= host.Count<UserAgentEvent.Called>(), $"seed {seed}: {peer.Name} was answered by nobody");
        }
    }

    private static SipLeg? LegOf(UserAgentEvent happened) => happened switch
    {
        UserAgentEvent.Called e => e.Leg,
        UserAgentEvent.Progressed e => e.Leg,
        UserAgentEvent.Answered e => e.Leg,
        UserAgentEvent.Failed e => e.Leg,
        UserAgentEvent.Confirmed e => e.Leg,
        UserAgentEvent.Ended e => e.Leg,
        UserAgentEvent.Reoffered e => e.Leg,
        UserAgentEvent.ReofferAnswered e => e.Leg,
        UserAgentEvent.Told e => e.Leg,
        _ => null,
    };

    private static double Upto(SipNetwork network, int seconds) => network.Entropy() % ((ulong)seconds * 100) / 100.0;
}
