using Rappel.Sip.Messages;
using Rappel.Sip.Transactions;
using Rappel.Sip.Transports;

namespace Rappel.Tests.Sip.Transactions;

public class ClientTransactionTests
{
    private static (InviteClientTransaction Machine, TransactionBench Bench) Invite(Flow flow)
    {
        var machine = new InviteClientTransaction(TransactionTimers.Default, flow, TransactionBench.Request("INVITE"), new Deaf());
        return (machine, new TransactionBench(machine));
    }

    private static (NonInviteClientTransaction Machine, TransactionBench Bench) Bye(Flow flow)
    {
        var machine = new NonInviteClientTransaction(TransactionTimers.Default, flow, TransactionBench.Request("BYE"), new Deaf());
        return (machine, new TransactionBench(machine));
    }

    private static TransactionInput.ResponseReceived Receive(int status) => new TransactionInput.ResponseReceived(TransactionBench.Response(status));

    [Fact]
    public void An_unanswered_INVITE_is_repeated_at_doubling_intervals_and_times_out_after_32_s()
    {
        var (machine, bench) = Invite(TransactionBench.Udp);
        bench.Until(100);
        Assert.Equal(
            ["0 transmit", "0.5 transmit", "1.5 transmit", "3.5 transmit", "7.5 transmit", "15.5 transmit", "31.5 transmit", "32 timeout"], bench.Log);
        Assert.Equal(TransactionState.Terminated, machine.State);
        Assert.Null(machine.NextDeadline);
    }

    [Fact]
    public void An_unanswered_INVITE_that_is_to_be_cancelled_is_repeated_no_more_and_still_listened_for()
    {
        var (machine, bench) = Invite(TransactionBench.Udp);
        bench.Until(1);
        bench.Give(TransactionInput.Hush);
        bench.Until(20);
        bench.Give(Receive(180));
        Assert.Equal(["0 transmit", "0.5 transmit", "20 180"], bench.Log);
        Assert.Equal(TransactionState.Proceeding, machine.State);
    }

    [Fact]
    public void An_INVITE_over_TCP_is_sent_once()
    {
        var (_, bench) = Invite(TransactionBench.Tcp);
        bench.Until(100);
        Assert.Equal(["0 transmit", "32 timeout"], bench.Log);
    }

    [Fact]
    public void A_ringing_INVITE_waits_without_limit()
    {
        var (machine, bench) = Invite(TransactionBench.Udp);
        bench.Give(Receive(180));
        bench.Until(1000);
        bench.Give(Receive(183));
        Assert.Equal(["0 transmit", "0 180", "1000 183"], bench.Log);
        Assert.Equal(TransactionState.Proceeding, machine.State);
    }

    [Fact]
    public void A_refusal_is_acknowledged_each_time_it_comes_and_told_once()
    {
        var (machine, bench) = Invite(TransactionBench.Udp);
        bench.Give(Receive(486));
        bench.Until(20);
        bench.Give(Receive(486));
        bench.Until(31.9);
        Assert.Equal(TransactionState.Completed, machine.State);
        bench.Until(32);
        Assert.Equal(["0 transmit", "0 transmit", "0 486", "20 transmit"], bench.Log);
        Assert.Equal(TransactionState.Terminated, machine.State);
    }

    [Fact]
    public void Over_TCP_a_refused_INVITE_is_over_at_once()
    {
        var (machine, bench) = Invite(TransactionBench.Tcp);
        bench.Give(Receive(486));
        Assert.Equal(TransactionState.Terminated, machine.State);
    }

    [Fact]
    public void Every_2xx_reaches_the_user_for_Timer_M()
    {
        var (machine, bench) = Invite(TransactionBench.Udp);
        bench.Give(Receive(200));
        bench.Until(31);
        bench.Give(Receive(200));
        bench.Give(Receive(486)); // RFC 6026 §7.2: nothing but a 2xx counts once accepted.
        Assert.Equal(["0 transmit", "0 200", "31 200"], bench.Log);
        bench.Until(32);
        Assert.Equal(TransactionState.Terminated, machine.State);
    }

    [Fact]
    public void A_transport_failure_ends_an_INVITE_that_nobody_has_heard()
    {
        var (machine, bench) = Invite(TransactionBench.Udp);
        bench.Give(TransactionInput.Failure);
        Assert.Equal(["0 transmit", "0 failed"], bench.Log);
        Assert.Equal(TransactionState.Terminated, machine.State);
    }

    [Fact]
    public void A_transport_failure_does_not_end_a_ringing_INVITE()
    {
        var (machine, bench) = Invite(TransactionBench.Udp);
        bench.Give(Receive(180));
        bench.Give(TransactionInput.Failure);
        Assert.Equal(TransactionState.Proceeding, machine.State);
    }

    [Fact]
    public void A_non_INVITE_request_is_repeated_up_to_every_T2()
    {
        var (machine, bench) = Bye(TransactionBench.Udp);
        bench.Until(100);
        Assert.Equal(
            [
                "0 transmit", "0.5 transmit", "1.5 transmit", "3.5 transmit", "7.5 transmit", "11.5 transmit", "15.5 transmit", "19.5 transmit",
                "23.5 transmit", "27.5 transmit", "31.5 transmit", "32 timeout",
            ],
            bench.Log);
        Assert.Equal(TransactionState.Terminated, machine.State);
    }

    [Fact]
    public void A_provisional_response_slows_a_non_INVITE_request_but_does_not_save_it()
    {
        var (_, bench) = Bye(TransactionBench.Udp);
        bench.Give(Receive(100));
        bench.Until(9);
        Assert.Equal(["0 transmit", "0 100", "0.5 transmit", "4.5 transmit", "8.5 transmit"], bench.Log);
        bench.Until(32);
        Assert.Equal("32 timeout", bench.Log[^1]);
    }

    [Fact]
    public void A_final_response_is_told_once_and_remembered_for_T4()
    {
        var (machine, bench) = Bye(TransactionBench.Udp);
        bench.Give(Receive(200));
        bench.Give(Receive(200));
        bench.Until(4.9);
        Assert.Equal(TransactionState.Completed, machine.State);
        bench.Until(5);
        Assert.Equal(["0 transmit", "0 200"], bench.Log);
        Assert.Equal(TransactionState.Terminated, machine.State);
    }
}
