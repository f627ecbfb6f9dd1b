using Rappel.Engine;
using Rappel.Sip.Messages;

namespace Rappel.Tests.Engine.Benches;

/// <content>The phones, and the network between them and the engine.</content>
internal sealed partial class Bench
{
    private readonly List<Phone> _all = [];

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
        if (_all.FirstOrDefault(p => p.Address == sip.Flow.RemoteAddress) is { } phone)
        {
            Later(() => phone.Receive(new Rappel.Sip.Transports.Flow(Rappel.Sip.Transports.SipTransport.Udp, Address, Port, 0), bytes));
        }
    }
}
