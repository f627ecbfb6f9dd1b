using Rappel.Core.Acd;
using Rappel.Engine.Journal;
using Rappel.Sip.Transports;
using Rappel.Sip.UserAgents;

namespace Rappel.Engine.Desk;

/// <summary>Phones that come and go: an agent whose phone is gone is offered nothing.</summary>
internal sealed class PhoneBook(EngineContext context)
{
    public void Handle(UserAgentEvent happened)
    {
        switch (happened)
        {
            case UserAgentEvent.Registered registered:
                Write(registered.Binding, removed: false);
                Tell(registered.Binding.User);
                break;
            case UserAgentEvent.Unregistered gone:
                Write(gone.Binding, removed: true);
                Tell(gone.User);
                if (gone.Expired)
                {
                    context.Log(LogLevel.Note, "registration-expired", $"phone of {gone.User} at {gone.Binding.Flow} stopped registering");
                }

                break;
        }
    }

    private void Tell(string user)
    {
        context.Acd.Handle(context.Now, new AcdInput.ReachabilityChanged(user, context.UserAgent.BindingsOf(user).Count > 0));
        context.Flows.Changed(user);
    }

    /// <summary>A browser's connection does not outlive us: after a restart it is there once the page has come back, and not before.</summary>
    private void Write(Binding binding, bool removed)
    {
        if (binding.Flow.Transport != SipTransport.Ws)
        {
            context.Ledger.Write(new StoreRow.OfBinding(new BindingRow(
                context.Tenant, binding.User, binding.Contact.ToString(), binding.Flow.Transport.ToString(), binding.Flow.RemoteAddress,
                binding.Flow.RemotePort, binding.ExpiresAt, binding.UserAgentName, binding.CallId, binding.CSeq, removed)));
        }
    }
}
