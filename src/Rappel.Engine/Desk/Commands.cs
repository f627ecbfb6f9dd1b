using Rappel.Core.Acd;
using Rappel.Engine.Callbacks;
using Rappel.Engine.Desk.After;
using Rappel.Engine.Desk.Control;

namespace Rappel.Engine.Desk;

/// <summary>What people and programs ask for. The answer leaves once what was done is on disk.</summary>
internal sealed class Commands(EngineContext context)
{
    private readonly CallbackCommands _callbacks = new(context);
    private readonly CallDesk _calls = new(context);
    private readonly AfterCallCommands _afterCalls = new(context);
    private readonly VoicemailCommands _voicemails = new(context);

    public void Handle(long ticket, EngineCommand command)
    {
        switch (command)
        {
            case EngineCommand.SetAgentStatus set:
                SetStatus(ticket, set);
                break;
            case EngineCommand.CreateCallback create:
                _callbacks.Create(ticket, create);
                break;
            case EngineCommand.CancelCallback cancel:
                _callbacks.Cancel(ticket, cancel);
                break;
            case WatchCommand watch:
                context.Watches.Handle(ticket, watch);
                break;
            case CallControl control:
                _calls.Handle(ticket, control);
                break;
            case MembershipCommand change:
                context.Memberships.Handle(ticket, change);
                break;
            case VoicemailCommand voicemail:
                _voicemails.Handle(ticket, voicemail);
                break;
            case AfterCall said:
                _afterCalls.Handle(ticket, said);
                break;
            case CallbackCommand byHand:
                _callbacks.Handle(ticket, byHand);
                break;
        }
    }

    private void SetStatus(long ticket, EngineCommand.SetAgentStatus set)
    {
        if (context.Acd.ReadAgent(set.Agent) is not { } agent)
        {
            Answer(ticket, Refusal.NoAgent(set.Agent).ToAnswer());
            return;
        }

        if (set.Status is not (AgentStatus.LoggedOut or AgentStatus.OnBreak or AgentStatus.Available or AgentStatus.WorkingOffline))
        {
            Answer(ticket, new Refusal(
                "not-requestable", $"'{Words.Of(set.Status)}' comes of itself and cannot be asked for",
                $"« {Words.Of(set.Status)} » vient de soi et ne se demande pas").ToAnswer());
            return;
        }

        if (StatusReasons.Problem(context.Configuration, set.Status, set.Code) is { } problem)
        {
            Answer(ticket, new CommandAnswer("bad-code", problem, null));
            return;
        }

        context.StatusReasons.Note(set.Agent, set.Status, set.Code);
        context.Ledger.Note(
            context.Now, $"agent-{set.Agent}", "status-asked", set.Code is null ? Words.Of(set.Status) : $"{Words.Of(set.Status)} {set.Code}", set.Who);
        context.Acd.Handle(context.Now, new AcdInput.StatusRequested(set.Agent, set.Status));
        if (agent.Status == AgentStatus.WrapUp)
        {
            context.Acd.Handle(context.Now, new AcdInput.WrapUpEnded(set.Agent) { ByForce = set.ByForce });
        }

        context.AfterOutputs(() => context.Ledger.WhenDurable(
            () => Answer(ticket, new CommandAnswer(null, null, null)),
            lost: () => Answer(ticket, Refusal.NotWritten)));
    }

    private void Answer(long ticket, CommandAnswer answer) => context.Emit(new EngineOutput.Answered(ticket, answer));
}
