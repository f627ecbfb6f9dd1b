using Rappel.Core.Config;
using Rappel.Engine.Callbacks;
using Rappel.Engine.Telephony;
using Rappel.Sip.Messages;
using Rappel.Sip.UserAgents;

namespace Rappel.Engine.Desk.Control.Phones;

/// <summary>
/// What agents do with the keys of their own phones: call somebody, ask somebody beside the customer, hand the customer over. Each is the
/// command of the same meaning, with the same rules.
/// </summary>
internal sealed class PhoneKeys(EngineContext context, SipPolicy policy)
{
    private readonly CallDesk _desk = new(context);

    /// <summary>A call of an agent's phone that is for no channel: whom the agent asks, where they are in a call, or else calls.</summary>
    public void Dialled(UserAgentEvent.Called called, AgentSnapshot agent)
    {
        if (Dial(called, agent.Key) is { } refusal)
        {
            context.Log(LogLevel.Note, "own-call-refused", $"agent {agent.Key} calls {called.Invite.Uri}: {refusal.Detail}");
            var status = SipRefusal.StatusOf(refusal);
            context.Legs.Refuse(called.Leg, status, refusal.Error, ("Warning", Warning.Of(refusal.Detail.In(agent.Language))));
        }
    }

    /// <summary>The transfer key (REFER).</summary>
    public void Referred(Leg leg, UserAgentEvent.Referred referred)
    {
        var refusal = Transfer(leg, referred);
        if (refusal is not null)
        {
            context.Log(LogLevel.Note, "transfer-refused", $"{leg.Id} asks for a transfer to {referred.To}: {refusal.Detail}");
        }

        context.UserAgent.AnswerReferral(context.Now, referred.Leg, refusal is null ? 200 : SipRefusal.StatusOf(refusal), refusal?.Detail.English ?? "");
    }

    private Refusal? Dial(UserAgentEvent.Called called, string agent)
    {
        if (!policy.MayRegister(agent, called.Source))
        {
            return new Refusal(
                "not-permitted", $"the phone of agent '{agent}' is of another kind", $"le téléphone de l'agent « {agent} » est d'un autre genre");
        }

        return DialledTarget.Of(context.Configuration, called.Invite.Uri) is not { } to ? UnknownTarget(called.Invite.Uri)
            : _desk.TalkOf(agent) is null ? _desk.Carry(new CallControl.Dial(agent, to, agent), called)
            : _desk.Carry(new CallControl.Consult(agent, to, agent), called);
    }

    private Refusal? Transfer(Leg leg, UserAgentEvent.Referred referred)
    {
        var line = leg.Owner as SecondLine;
        if ((line?.Agent ?? leg.Agent) is not { } agent)
        {
            // A customer, or a carrier, would have us call whom they like, at our expense.
            return new Refusal("not-permitted", "calls are transferred by agents alone", "seuls les agents transfèrent des appels");
        }

        if (_desk.TalkOf(agent) is not { } talk || (talk.Seat.Leg != leg && (line is null || talk.Consult?.Line != line)))
        {
            return new Refusal("no-call", $"agent '{agent}' has nobody there to transfer", $"l'agent « {agent} » n'y a personne à transférer");
        }

        if (referred.Replaced is { } other)
        {
            var named = line is null ? talk.Consult?.Line?.Leg : talk.Seat.Leg;
            return named?.Sip == other
                ? _desk.Carry(new CallControl.Complete(agent, agent))
                : new Refusal(
                    "not-permitted", $"the call to replace is not one of agent '{agent}'", $"l'appel à remplacer n'est pas de l'agent « {agent} »");
        }

        if (line is not null)
        {
            return new Refusal("not-in-state", "whom the agent asks is not the agent's to transfer", "la personne consultée ne se transfère pas");
        }

        return DialledTarget.Of(context.Configuration, referred.To) is { } to
            ? _desk.Carry(new CallControl.Transfer(agent, to, agent))
            : UnknownTarget(referred.To);
    }

    private static Refusal UnknownTarget(SipUri uri) => new("unknown-target", $"nobody here is {uri}", $"personne ici n'est {uri}");
}
