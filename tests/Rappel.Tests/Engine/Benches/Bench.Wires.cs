using Rappel.Core.Calls;
using Rappel.Engine;
using Rappel.Engine.Journal;
using Rappel.Sip.Messages;
using Rappel.Sip.Transports;

namespace Rappel.Tests.Engine.Benches;

/// <content>The phones, and the network between them and the engine.</content>
internal sealed partial class Bench
{
    private readonly List<Phone> _all = [];

    /// <summary>A page in a browser, not loaded yet.</summary>
    public Page AddPage(FlowIdentity identity) => new(this, AddPhone($"10.0.2.{_all.Count}", true), identity);

    /// <summary>The desk phone of this agent is registered no longer.</summary>
    public void TakeDeskPhone(string agent)
    {
        var at = PhoneOf(agent).Address;
        Disk.Write(new StoreRow.OfBinding(new BindingRow(
            TenantId.Default, agent, $"sip:{agent}@{at}:5060", "Udp", at, 5060, Start, "Phone", $"call-{agent}", 1, true)));
        Restart();
    }

    private Phone AddPhone(string address, bool ringsByItself)
    {
        var phone = new Phone(this, address, ringsByItself);
        _all.Add(phone);
        return phone;
    }

    private void Send(EngineOutput.SendSip sip)
    {
        Assert.True(SipParser.TryParse(sip.Message, out var message, out _));
        Sent.Add((Now, sip.Flow.RemoteAddress, message!));
        var bytes = sip.Message.ToArray();
        if (sip.Flow.Transport == SipTransport.Ws && _all.All(p => p.Flow != sip.Flow || p.Connection == 0))
        {
            Later(() => Feed(new EngineInput.SipFailed(sip.Flow)));
            return;
        }

        if (_all.FirstOrDefault(p => p.Address == sip.Flow.RemoteAddress) is { } phone)
        {
            Later(() => phone.Receive(new Flow(SipTransport.Udp, Address, Port, 0), bytes));
        }
    }
}
