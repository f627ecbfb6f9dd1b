using Rappel.Engine;
using Rappel.Server.Hosting;

namespace Rappel.Tests.Server.Hosting;

public sealed class EngineInboxTests : IDisposable
{
    private readonly EngineInbox inbox = new();

    public void Dispose() => inbox.Dispose();

    private void Fill(int to)
    {
        while (inbox.Count < to)
        {
            inbox.Post(new EngineInput.TimePassed());
        }
    }

    [Fact]
    public void New_calls_are_refused_first_and_everything_else_later()
    {
        Assert.Equal(SipAdmission.Welcome, inbox.Admission);
        Fill(HostLimits.WaitingForNewCalls);
        Assert.Equal(SipAdmission.NoNewCalls, inbox.Admission);
        Fill(HostLimits.WaitingForSip);
        Assert.Equal(SipAdmission.Full, inbox.Admission);
    }

    [Fact]
    public void What_is_not_SIP_is_taken_even_then()
    {
        Fill(HostLimits.WaitingForSip);
        inbox.Post(new EngineInput.Committed(1));
        Assert.Equal(HostLimits.WaitingForSip + 1, inbox.Count);
    }

    [Fact]
    public void New_calls_are_refused_while_too_much_is_not_on_disk()
    {
        inbox.CountUnwritten(HostLimits.BatchesBehind + 1);
        Assert.Equal(SipAdmission.NoNewCalls, inbox.Admission);
        inbox.CountUnwritten(-1);
        Assert.Equal(SipAdmission.Welcome, inbox.Admission);
    }

    [Fact]
    public void Inputs_come_out_in_the_order_they_went_in()
    {
        inbox.Post(new EngineInput.Committed(1));
        inbox.Post(new EngineInput.Committed(2));
        Assert.True(inbox.TryTake(out var first));
        Assert.Equal(new EngineInput.Committed(1), first);
    }
}
