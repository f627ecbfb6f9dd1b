using Rappel.Sip.UserAgents;

namespace Rappel.Tests.Sip.UserAgents;

/// <summary>Messages of real calls, changed at random, given to agents in the middle of calls: nothing is thrown, and nothing stays.</summary>
public class MutationTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Changed_messages_raise_nothing_and_leak_nothing(int seed) => Play((ulong)seed, 3000);

    [Fact]
    [Trait("Category", "Slow")]
    public void A_hundred_thousand_changed_messages_raise_nothing_and_leak_nothing() => Play(4, 100_000);

    private static void Play(ulong seed, int count)
    {
        var network = new SipNetwork(seed) { Lenient = true };
        var a = network.Add("a", "192.0.2.1");
        var b = network.Add("b", "192.0.2.2");
        b.Passwords["alice"] = "secret";
        foreach (var host in (SipHost[])[a, b])
        {
            host.AnswerCalls();
            host.AnswerReoffers();

            // Whatever call comes of a changed message is hung up, so that nothing is left by the owner.
            host.Owner += e =>
            {
                if (e is UserAgentEvent.Called called)
                {
                    network.After(5, () => host.Agent.Hangup(network.Now, called.Leg, null));
                }
            };
        }

        for (var given = 0; given < count;)
        {
            b.Trusting = network.Entropy() % 4 != 0;
            var before = network.Sent.Count;
            var leg = a.Call(b, credentials: new DigestCredentials("alice", "secret"));
            network.Run(0.05);
            a.Do((agent, now) => agent.Reoffer(now, leg, SipHost.Sdp("hold")));
            network.Run(0.05);
            foreach (var packet in network.Sent.Skip(before).ToList())
            {
                for (var i = 0; i < 10; i++, given++)
                {
                    var (to, from) = packet.From == a ? (b, a) : (a, b);
                    to.Agent.Receive(network.Now, from.UdpFlow, Change(network, packet.Bytes.ToArray()));
                }
            }

            network.Collect();
            a.Hangup(leg);
            network.Run(1);
            network.Sent.Clear();
            network.Wire.Clear();
        }

        network.Run(400);
        a.AssertQuiet();
        b.AssertQuiet();
    }

    private static byte[] Change(SipNetwork network, byte[] bytes)
    {
        var changed = bytes.ToList();
        for (var changes = 1 + (network.Entropy() % 3); changes > 0 && changed.Count > 10; changes--)
        {
            var at = (int)(network.Entropy() % (ulong)changed.Count);
            var length = Math.Min((int)(network.Entropy() % 12), changed.Count - at);
            switch (network.Entropy() % 4)
            {
                case 0:
                    changed[at] = (byte)network.Entropy();
                    break;
                case 1:
                    changed.RemoveRange(at, length);
                    break;
                case 2:
                    changed.InsertRange(at, changed.GetRange(at, length));
                    break;
                default:
                    // Another digit: CSeq numbers, tags, branches, ports and lengths that are sound and wrong.
                    changed[at] = changed[at] is >= (byte)'0' and <= (byte)'9' ? (byte)('0' + (network.Entropy() % 10)) : changed[at];
                    break;
            }
        }

        return [.. changed];
    }
}
