using Rappel.Sip.Messages;
using Rappel.Sip.Transports;

namespace Rappel.Sip.Transactions;

/// <summary>
/// All transactions of a user agent: matching (RFC 3261 §17.1.3, §17.2.3), their timers on the shared clock, and what they want sent or told.
/// </summary>
public sealed class TransactionLayer(TransactionTimers timers, AlarmClock clock, int limit, Action<Flow, ReadOnlyMemory<byte>> send)
{
    private readonly Dictionary<ClientTransactionKey, ClientTransaction> _clients = [];
    private readonly Dictionary<ServerTransactionKey, ServerTransaction> _servers = [];
    private readonly Dictionary<MergeKey, ServerTransaction> _merges = [];
    private long _number;

    public int Count => _clients.Count + _servers.Count;

    /// <summary>True where no further request of a peer is taken. Our own always go: they belong to legs, which have their own limit.</summary>
    public bool IsFull => Count >= limit;

    /// <summary>Sends a request. Its top Via must carry a branch of ours that is unique for its method.</summary>
    public ClientTransaction Send(Instant now, SipRequest request, Flow flow, IClientTransactionUser user)
    {
        var key = new ClientTransactionKey(request.TopVia()!.Branch!, request.Method);
        ClientTransaction transaction = request.Method == "INVITE"
            ? new InviteClientTransaction(timers, flow, request, user) { Key = key, Number = ++_number }
            : new NonInviteClientTransaction(timers, flow, request, user) { Key = key, Number = ++_number };
        transaction.Alarm = new ClientAlarm(this, transaction);
        _clients.Add(key, transaction);
        Step(now, transaction, TransactionInput.Start);
        return transaction;
    }

    /// <summary>True where the request belongs to a transaction under way: it came again, or it is the ACK to a response.</summary>
    public bool Absorb(Instant now, InboundRequest request)
    {
        if (!_servers.TryGetValue(request.Key, out var transaction))
        {
            return false;
        }

        if (request.Method != "ACK")
        {
            Step(now, transaction, TransactionInput.Again);
            return true;
        }

        // §17.2.3: an old client's ACK must carry the tag of our response, else it belongs to another branch of a fork.
        if (!request.Key.IsByBranch && request.To.Tag != transaction.ResponseTag)
        {
            return false;
        }

        Step(now, transaction, new TransactionInput.AckReceived(request.Message));
        return true;
    }

    /// <summary>Begins the transaction of a request that <see cref="Absorb"/> did not know. Not for ACK.</summary>
    public ServerTransaction Open(Instant now, InboundRequest request)
    {
        ServerTransaction transaction = request.Method == "INVITE"
            ? new InviteServerTransaction(timers, request.ResponseFlow, request) { Number = ++_number }
            : new NonInviteServerTransaction(timers, request.ResponseFlow, request) { Number = ++_number };
        transaction.Alarm = new ServerAlarm(this, transaction);
        _servers.Add(transaction.Key, transaction);
        if (transaction.MergeKey is { } merge)
        {
            _merges.TryAdd(merge, transaction);
        }

        Step(now, transaction, TransactionInput.Start);
        return transaction;
    }

    /// <summary>True where the same request is under way by another branch (§8.2.2.2): to be answered 482.</summary>
    public bool IsMerged(InboundRequest request) => request.MergeKey is { } merge && _merges.ContainsKey(merge);

    /// <summary>The INVITE that a CANCEL means (§9.2); null where there is none.</summary>
    public ServerTransaction? InviteOf(InboundRequest cancel) => _servers.GetValueOrDefault(cancel.Key with { Method = "INVITE" });

    public void Respond(Instant now, ServerTransaction transaction, SipResponse response)
    {
        Respond(now, transaction, response.Status, response.To()?.Tag, SipWriter.Write(response));
    }

    /// <summary>The same for one that was written before.</summary>
    /// <param name="tag">Of its To.</param>
    public void Respond(Instant now, ServerTransaction transaction, int status, string? tag, ReadOnlyMemory<byte> bytes)
    {
        transaction.ResponseTag = tag;
        Step(now, transaction, new TransactionInput.Responded(status, bytes));
    }

    /// <summary>Takes a response to its request; one that belongs to none is dropped (RFC 6026 §8.9).</summary>
    /// <returns>False where it was dropped.</returns>
    public bool Receive(Instant now, SipResponse response)
    {
        // §8.1.3.3: more than one Via says that it was meant for another.
        if (response.OnlyVia()?.Branch is not { } branch || response.CSeq() is not { } cseq
            || !_clients.TryGetValue(new ClientTransactionKey(branch, cseq.Method), out var transaction))
        {
            return false;
        }

        Step(now, transaction, new TransactionInput.ResponseReceived(response));
        return true;
    }

    /// <summary>Forgets a request whose answer nobody waits for any more.</summary>
    public void Abandon(Instant now, ClientTransaction transaction) => Step(now, transaction, TransactionInput.GiveUp);

    /// <summary>Sends a request that nothing has answered no more; an answer is still heard.</summary>
    public void Hush(Instant now, ClientTransaction transaction) => Step(now, transaction, TransactionInput.Hush);

    /// <summary>Every transaction on this flow hears of it; those on a lost stream go on over a new one.</summary>
    public void TransportFailed(Instant now, Flow flow)
    {
        // A TCP connection that was open carried nothing wrong: RFC 3261 §18.2.2, §18.4. Only one that could not be opened is a failure.
        var reroute = flow.Transport == SipTransport.Tcp && flow.Connection != 0;
        foreach (var client in _clients.Values.Where(t => t.Flow == flow).OrderBy(t => t.Number).ToList())
        {
            client.Flow = reroute ? flow with { Connection = 0 } : flow;
            Step(now, client, reroute ? TransactionInput.NewFlow : TransactionInput.Failure);
        }

        foreach (var server in _servers.Values.Where(t => t.Flow == flow).OrderBy(t => t.Number).ToList())
        {
            server.Flow = reroute ? server.FallbackFlow : flow;
            Step(now, server, reroute ? TransactionInput.NewFlow : TransactionInput.Failure);
        }
    }

    private void Step(Instant now, ClientTransaction transaction, TransactionInput input)
    {
        if (transaction.State == TransactionState.Terminated)
        {
            return; // Its key may belong to another by now.
        }

        transaction.Handle(now, input);
        Settle(transaction, transaction.Alarm!);
        if (transaction.State == TransactionState.Terminated)
        {
            _clients.Remove(transaction.Key);
        }

        while (transaction.TryTake(out var output))
        {
            switch (output)
            {
                case TransactionOutput.Transmit transmit:
                    send(transaction.Flow, transmit.Bytes);
                    break;
                case TransactionOutput.Response response:
                    transaction.User.Responded(now, transaction, response.Message);
                    break;
                case TransactionOutput.TimedOut:
                    transaction.User.Undelivered(now, transaction, 408);
                    break;
                case TransactionOutput.TransportFailed:
                    transaction.User.Undelivered(now, transaction, 503);
                    break;
            }
        }
    }

    private void Step(Instant now, ServerTransaction transaction, TransactionInput input)
    {
        if (transaction.State == TransactionState.Terminated)
        {
            return; // Its key may belong to another by now.
        }

        transaction.Handle(now, input);
        Settle(transaction, transaction.Alarm!);
        if (transaction.State == TransactionState.Terminated)
        {
            Forget(transaction);
        }

        while (transaction.TryTake(out var output))
        {
            switch (output)
            {
                case TransactionOutput.Transmit transmit:
                    send(transaction.Flow, transmit.Bytes);
                    break;
                case TransactionOutput.Ack ack:
                    transaction.User?.Acknowledged(now, transaction, ack.Message);
                    break;
                case TransactionOutput.TimedOut or TransactionOutput.TransportFailed:
                    transaction.User?.Undelivered(now, transaction);
                    break;
            }
        }
    }

    private sealed class ClientAlarm(TransactionLayer layer, ClientTransaction transaction) : Alarm
    {
        internal override void Ring(Instant now) => layer.Step(now, transaction, TransactionInput.Time);
    }

    private sealed class ServerAlarm(TransactionLayer layer, ServerTransaction transaction) : Alarm
    {
        internal override void Ring(Instant now) => layer.Step(now, transaction, TransactionInput.Time);
    }

    private void Settle(Transaction transaction, Alarm alarm) => clock.Set(alarm, transaction.NextDeadline);

    private void Forget(ServerTransaction transaction)
    {
        _servers.Remove(transaction.Key);
        if (transaction.MergeKey is { } merge && _merges.GetValueOrDefault(merge) == transaction)
        {
            _merges.Remove(merge);
        }
    }
}
