using Rappel.Core.Calls;

namespace Rappel.Core.Acd;

/// <summary>What agents do, and what becomes of them.</summary>
public sealed partial class Distributor
{
    private void RequestStatus(Instant now, AgentState agent, AgentStatus status)
    {
        switch (agent.Status, status)
        {
            case (_, AgentStatus.Offered or AgentStatus.Busy or AgentStatus.WrapUp):
                Refuse(agent.Key, "not-requestable");
                break;
            case (AgentStatus.Busy or AgentStatus.WrapUp, _):
                agent.NextStatus = status;
                break;
            case (AgentStatus.Offered, AgentStatus.Available):
                break;
            case (AgentStatus.Offered, _):
                // Whoever asks for a break while it rings does not want the call: it goes on to the next agent at once.
                EndOffer(now, agent.Offer!, OfferOutcome.Withdrawn, status);
                break;
            case (AgentStatus.LoggedOut, not AgentStatus.LoggedOut):
                LogIn(now, agent);
                Become(now, agent, status);
                break;
            default:
                if (agent.Status != status)
                {
                    Become(now, agent, status);
                }

                break;
        }
    }

    /// <summary>Log-in lands on on-break. The idle clock of an earlier day means nothing.</summary>
    private void LogIn(Instant now, AgentState agent)
    {
        agent.IdleSince = now;
        Become(now, agent, AgentStatus.OnBreak);
    }

    private void ChangeReachability(Instant now, AgentState agent, bool reachable)
    {
        agent.Reachable = reachable;
        switch (agent.Status, reachable)
        {
            case (AgentStatus.Offered, false):
                EndOffer(now, agent.Offer!, OfferOutcome.Unreachable, AgentStatus.Available);
                break;
            case (AgentStatus.Available, _):
                LeaveSeats(agent);
                SetDeadline(agent, null);
                TakeSeats(agent);
                break;
            default:
                break;
        }
    }

    /// <summary>A direct call begins or ends. It goes before an offer: an agent is in one place only.</summary>
    private void Occupy(Instant now, AgentState agent, bool busy)
    {
        switch (agent.Status, busy)
        {
            case (AgentStatus.Busy, true):
                Refuse(agent.Key, "agent-busy");
                break;
            case (AgentStatus.Busy, false) when agent.Offer is null:
                EndDirectCall(now, agent);
                break;
            case (_, false):
                Refuse(agent.Key, "not-occupied");
                break;
            case (AgentStatus.Offered, true):
                agent.Interrupted = AgentStatus.Available;
                EndOffer(now, agent.Offer!, OfferOutcome.Withdrawn, AgentStatus.Busy);
                break;
            default:
                agent.Interrupted = agent.Status;
                Become(now, agent, AgentStatus.Busy);
                break;
        }
    }

    /// <summary>Back to what it interrupted, unless something else was asked for meanwhile; to the rest of a wrap-up in any case.</summary>
    private void EndDirectCall(Instant now, AgentState agent)
    {
        if (agent.WrapUp is { } rest && rest.Deadline > now)
        {
            Become(now, agent, AgentStatus.WrapUp, rest.Deadline);
            return;
        }

        if (agent.Interrupted == AgentStatus.WrapUp)
        {
            EndWrapUpInTime(now, agent);
        }
        else
        {
            GoOn(now, agent, agent.Interrupted);
        }
    }

    private void EndWhatIsDue(Instant now)
    {
        while (deadlines.Min is { } agent && agent.Deadline <= now)
        {
            switch (agent.Status)
            {
                case AgentStatus.Offered when agent.Offer!.Reserved:
                    // Never rung, so nothing the agent has failed to do.
                    EndOffer(now, agent.Offer, OfferOutcome.Withdrawn, AgentStatus.Available, timedOut: true);
                    break;
                case AgentStatus.Offered:
                    EndOffer(now, agent.Offer!, OfferOutcome.TimedOut, AgentStatus.OnBreak, timedOut: true);
                    break;
                case AgentStatus.WrapUp:
                    EndWrapUpInTime(now, agent);
                    break;
                default:
                    // The back-off of an unreachable phone is over: try again.
                    SetDeadline(agent, null);
                    TakeSeats(agent);
                    break;
            }
        }
    }

    /// <summary>The one place where a status changes: seats, deadline and counts follow from it.</summary>
    private void Become(Instant now, AgentState agent, AgentStatus status, Instant? deadline = null)
    {
        if (agent.Removed && status != AgentStatus.Busy)
        {
            (status, deadline) = (AgentStatus.LoggedOut, null);
        }

        var from = agent.Status;
        LeaveSeats(agent);
        agent.Status = status;
        agent.Since = now;
        SetDeadline(agent, deadline);
        if (status is not (AgentStatus.Busy or AgentStatus.WrapUp))
        {
            agent.NextStatus = null;
            agent.WrapUp = null;
        }

        CountMembers(agent, from, status);
        if (from != status)
        {
            Tell(new AcdOutput.StatusChanged(agent.Key, from, status, agent.Offer?.Id));
        }

        if (agent.Removed && status == AgentStatus.LoggedOut)
        {
            agents.Remove(agent.Key);
        }

        TakeSeats(agent);
    }

    private static void CountMembers(AgentState agent, AgentStatus from, AgentStatus to)
    {
        foreach (var seat in agent.Seats)
        {
            seat.Line.CountMember(from, -1);
            seat.Line.CountMember(to, 1);
        }
    }

    private void PutOff(TimeSpan by)
    {
        foreach (var agent in agents.Values)
        {
            SetDeadline(agent, agent.Deadline + by);
            if (agent.WrapUp is { } wrapUp)
            {
                wrapUp.Ends += by;
            }
        }
    }

    private void SetDeadline(AgentState agent, Instant? deadline)
    {
        if (agent.Deadline is not null)
        {
            deadlines.Remove(agent);
        }

        agent.Deadline = deadline;
        if (deadline is not null)
        {
            deadlines.Add(agent);
        }
    }

    private void TakeSeats(AgentState agent)
    {
        if (agent.Seated || !agent.IsFree)
        {
            return;
        }

        agent.Seated = true;
        agent.Seats.ForEach(Take);
        agent.OwnSeats.ForEach(Take);
    }

    private void Take(Seat seat)
    {
        seat.Pool.Free.Add(seat);
        Touch(seat.Pool);
    }

    private static void LeaveSeats(AgentState agent)
    {
        if (!agent.Seated)
        {
            return;
        }

        agent.Seated = false;
        agent.Seats.ForEach(Leave);
        agent.OwnSeats.ForEach(Leave);

        static void Leave(Seat seat) => seat.Pool.Free.Remove(seat);
    }
}
