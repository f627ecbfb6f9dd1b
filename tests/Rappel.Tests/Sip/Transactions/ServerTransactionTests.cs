using Rappel.Sip.Transactions;
using Rappel.Sip.Transports;

namespace Rappel.Tests.Sip.Transactions;

public class ServerTransactionTests
{
    private static readonly ReadOnlyMemory<byte> Bytes = new byte[] { 1 };

    private static TransactionInput.Responded Respond(int status) => new TransactionInput.Responded(status, Bytes);

    private static TransactionInput.AckReceived Ack => new TransactionInput.AckReceived(TransactionBench.Request("ACK"));

    private static InboundRequest Inbound(string method, Flow flow)
    {
        Assert.True(InboundRequest.TryRead(TransactionBench.Request(method), flow, out var request));
        return request;
    }

    private static (ServerTransaction Machine, TransactionBench Bench) Invite(Flow flow)
    {
        var machine = new InviteServerTransaction(TransactionTimers.Default, flow, Inbound("INVITE", flow));
        return (machine, new TransactionBench(machine));
    }

    private static (ServerTransaction Machine, TransactionBench Bench) Bye(Flow flow)
    {
        var machine = new NonInviteServerTransaction(TransactionTimers.Default, flow, Inbound("BYE", flow));
        return (machine, new TransactionBench(machine));
    }

    [Fact]
    public void A_repeated_INVITE_gets_the_last_provisional_response_again()
    {
        var (_, bench) = Invite(TransactionBench.Udp);
        bench.Give(TransactionInput.Again);
        bench.Give(Respond(100));
        bench.Give(TransactionInput.Again);
        Assert.Equal(["0 transmit", "0 transmit"], bench.Log);
    }

    [Fact]
    public void A_refusal_is_repeated_until_its_ACK_and_given_up_after_32_s()
    {
        var (machine, bench) = Invite(TransactionBench.Udp);
        bench.Give(Respond(486));
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
    public void The_ACK_of_a_refusal_silences_it_and_repeated_ones_are_absorbed_for_T4()
    {
        var (machine, bench) = Invite(TransactionBench.Udp);
        bench.Give(Respond(486));
        bench.Give(Ack);
        bench.Give(Ack);
        bench.Give(TransactionInput.Again);
        bench.Until(4.9);
        Assert.Equal(TransactionState.Confirmed, machine.State);
        bench.Until(5);
        Assert.Equal(["0 transmit"], bench.Log);
        Assert.Equal(TransactionState.Terminated, machine.State);
    }

    [Fact]
    public void Over_TCP_a_refusal_is_sent_once_and_over_with_its_ACK()
    {
        var (machine, bench) = Invite(TransactionBench.Tcp);
        bench.Give(Respond(486));
        bench.Until(31);
        Assert.Equal(["0 transmit"], bench.Log);
        bench.Give(Ack);
        Assert.Equal(TransactionState.Terminated, machine.State);
    }

    [Fact]
    public void An_accepted_INVITE_is_absorbed_for_Timer_L_while_the_core_repeats_the_2xx()
    {
        var (machine, bench) = Invite(TransactionBench.Udp);
        bench.Give(Respond(200));
        bench.Give(TransactionInput.Again);
        bench.Until(1);
        bench.Give(Respond(200));
        bench.Give(Ack);
        Assert.Equal(["0 transmit", "1 transmit", "1 ack"], bench.Log);
        bench.Until(31.9);
        Assert.Equal(TransactionState.Accepted, machine.State);
        bench.Until(32);
        Assert.Equal(TransactionState.Terminated, machine.State);
    }

    [Fact]
    public void A_refusal_after_a_2xx_is_not_sent()
    {
        var (_, bench) = Invite(TransactionBench.Udp);
        bench.Give(Respond(200));
        bench.Give(Respond(486));
        Assert.Equal(["0 transmit"], bench.Log);
    }

    [Fact]
    public void A_transport_failure_in_Accepted_is_told_and_the_transaction_stays()
    {
        var (machine, bench) = Invite(TransactionBench.Udp);
        bench.Give(Respond(200));
        bench.Give(TransactionInput.Failure);
        Assert.Equal(["0 transmit", "0 failed"], bench.Log);
        Assert.Equal(TransactionState.Accepted, machine.State);
    }

    [Fact]
    public void A_repeated_BYE_gets_its_answer_again_for_Timer_J()
    {
        var (machine, bench) = Bye(TransactionBench.Udp);
        bench.Give(TransactionInput.Again);
        bench.Give(Respond(200));
        bench.Until(31);
        bench.Give(TransactionInput.Again);
        bench.Give(Respond(500));
        Assert.Equal(["0 transmit", "31 transmit"], bench.Log);
        bench.Until(32);
        Assert.Equal(TransactionState.Terminated, machine.State);
    }

    [Fact]
    public void Over_TCP_an_answered_BYE_is_over_at_once()
    {
        var (machine, bench) = Bye(TransactionBench.Tcp);
        bench.Give(Respond(200));
        Assert.Equal(["0 transmit"], bench.Log);
        Assert.Equal(TransactionState.Terminated, machine.State);
    }
}
