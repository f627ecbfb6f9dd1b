using System.Collections.Immutable;
using Rappel.Core.Acd;
using Rappel.Core.Config;
using Rappel.Engine.Callbacks;
using Rappel.Engine.Journal;

namespace Rappel.Engine.Desk;

/// <summary>What supervisors changed of who serves which queue: kept on disk, and laid over each configuration that is published.</summary>
internal sealed class Memberships(EngineContext context)
{
    private readonly SortedDictionary<(WorkKind Kind, string Queue, string Agent), MembershipRow> _rows = new(Comparer<(WorkKind, string, string)>.Create(Compare));

    public ImmutableArray<MembershipRow> All => [.. _rows.Values];

    public void Restore(IEnumerable<MembershipRow> rows)
    {
        foreach (var row in rows)
        {
            _rows[(row.Kind, row.Queue, row.Agent)] = row;
            Tell(row.Kind, row.Queue, row.Agent, new MemberChange(row.Enabled, row.Skill));
        }

        ForgetOrphans();
    }

    public void Handle(long ticket, MembershipCommand command)
    {
        if (RefusalOf(command) is { } refusal)
        {
            context.Emit(new EngineOutput.Answered(ticket, refusal.ToAnswer()));
            return;
        }

        var key = (command.Kind, command.Queue, command.Agent);
        if (command.Change is { } change)
        {
            Write(_rows[key] = new MembershipRow(context.Tenant, command.Kind, command.Queue, command.Agent, change.Enabled, change.Skill, command.Who, context.Now, false));
            Tell(command.Kind, command.Queue, command.Agent, change);
        }
        else if (_rows.Remove(key, out var row))
        {
            Write(row with { Removed = true });
            Tell(command.Kind, command.Queue, command.Agent, null);
        }

        context.Ledger.Note(context.Now, $"agent-{command.Agent}", "membership-changed", $"{command.Queue}: {Text(command.Change)}", command.Who);
        context.AfterOutputs(() => context.Ledger.WhenDurable(
            () => context.Emit(new EngineOutput.Answered(ticket, new CommandAnswer(null, null, null))),
            lost: () => context.Emit(new EngineOutput.Answered(
                ticket, Refusal.NotWritten))));
    }

    /// <summary>Once a configuration is in force: of agents and queues that it does not have nothing is kept.</summary>
    public void ForgetOrphans()
    {
        foreach (var row in _rows.Values.Where(r => !context.Configuration.Agents.ContainsKey(r.Agent) || !IsQueue(r.Kind, r.Queue)).ToList())
        {
            _rows.Remove((row.Kind, row.Queue, row.Agent));
            Write(row with { Removed = true });
            Tell(row.Kind, row.Queue, row.Agent, null);
        }
    }

    private Refusal? RefusalOf(MembershipCommand command) =>
        !context.Configuration.Agents.ContainsKey(command.Agent) ? Refusal.NoAgent(command.Agent)
        : !IsQueue(command.Kind, command.Queue) ? new Refusal("unknown-queue", $"there is no such queue '{command.Queue}'", $"il n'y a pas de file « {command.Queue} »")
        : command.Change?.Skill is { } skill && !ConfigurationLimits.Skill.Holds(skill)
            ? new Refusal(
                "bad-skill", $"a skill is {ConfigurationLimits.Skill.Minimum} to {ConfigurationLimits.Skill.Maximum}",
                $"une compétence va de {ConfigurationLimits.Skill.Minimum} à {ConfigurationLimits.Skill.Maximum}")
        : null;

    private bool IsQueue(WorkKind kind, string queue) => kind switch
    {
        WorkKind.LiveCall => context.Configuration.InboundQueues.ContainsKey(queue),
        WorkKind.Callback => context.Configuration.OutboundQueues.ContainsKey(queue),
        _ => context.Configuration.VoicemailQueues.ContainsKey(queue),
    };

    private void Tell(WorkKind kind, string queue, string agent, MemberChange? change) =>
        context.Acd.Handle(context.Now, new AcdInput.MembershipSet(kind, queue, agent, change));

    private void Write(MembershipRow row) => context.Ledger.Write(new StoreRow.OfMembership(row));

    private static string Text(MemberChange? change) => change switch
    {
        null => "as configured",
        { Enabled: false } => "no member",
        { Skill: { } skill } => $"member, skill {skill}",
        _ => "member",
    };

    private static int Compare((WorkKind Kind, string Queue, string Agent) x, (WorkKind Kind, string Queue, string Agent) y)
    {
        var byKind = x.Kind.CompareTo(y.Kind);
        var byQueue = byKind != 0 ? byKind : string.CompareOrdinal(x.Queue, y.Queue);
        return byQueue != 0 ? byQueue : string.CompareOrdinal(x.Agent, y.Agent);
    }
}
