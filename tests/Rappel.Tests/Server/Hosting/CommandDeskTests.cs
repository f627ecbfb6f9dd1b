using System.Threading;
using System.Threading.Tasks;
using Rappel.Core.Acd;
using Rappel.Engine;
using Rappel.Server.Hosting;

namespace Rappel.Tests.Server.Hosting;

public sealed class CommandDeskTests : IDisposable
{
    private static readonly EngineCommand Command = new EngineCommand.SetAgentStatus("1001", AgentStatus.Available, "api");

    private readonly EngineInbox inbox = new();

    public void Dispose() => inbox.Dispose();

    [Fact]
    public async Task An_answer_reaches_the_one_who_asked()
    {
        var desk = new CommandDesk(inbox, TimeProvider.System);
        var asked = desk.Ask(Command, CancellationToken.None);
        Assert.True(inbox.TryTake(out var input));
        desk.Answer(((EngineInput.Commanded)input).Ticket, new CommandAnswer("unknown-agent", null, null));
        Assert.Equal("unknown-agent", (await asked).Error);
    }

    [Fact]
    public async Task One_command_too_many_is_refused_without_reaching_the_engine()
    {
        var desk = new CommandDesk(inbox, TimeProvider.System);
        using var end = new CancellationTokenSource();
        var open = Enumerable.Range(0, HostLimits.CommandsAtOnce).Select(_ => desk.Ask(Command, end.Token)).ToList();
        Assert.Equal("busy", (await desk.Ask(Command, end.Token)).Error);
        Assert.Equal(HostLimits.CommandsAtOnce, inbox.Count);
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.WhenAll(open));
    }

    [Fact]
    public void An_answer_nobody_waits_for_is_dropped() =>
        Assert.Null(Record.Exception(() => new CommandDesk(inbox, TimeProvider.System).Answer(99, new CommandAnswer(null, null, null))));
}
