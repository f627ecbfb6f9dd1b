using Rappel.Sip.Messages;
using Rappel.Sip.Transactions;

namespace Rappel.Sip.UserAgents;

/// <summary>Sends a 2xx to an INVITE again and again until its ACK comes, over streams too: between us and the caller there may be datagrams (RFC 3261 §13.3.1.4).</summary>
internal sealed class AnswerRepeater
{
    private readonly UserAgentCore _core;
    private readonly ServerTransaction _transaction;
    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly string? _tag;
    private readonly Action<Instant> _unacknowledged;
    private readonly Alarm _alarm;
    private TimeSpan _interval;
    private Instant _end;

    /// <param name="unacknowledged">Called once where no ACK came for 64*T1.</param>
    public AnswerRepeater(UserAgentCore core, ServerTransaction transaction, SipResponse response, Action<Instant> unacknowledged)
    {
        (_core, _transaction, _unacknowledged) = (core, transaction, unacknowledged);
        (_bytes, _tag) = (SipWriter.Write(response), response.To()?.Tag);
        _interval = core.Timers.T1;
        _alarm = new Alarm(Ring);
    }

    public void Start(Instant now)
    {
        _end = now + _core.Timers.H;
        _core.Layer.Respond(now, _transaction, 200, _tag, _bytes);
        _core.Clock.Set(_alarm, now + _interval);
    }

    public void Stop() => _core.Clock.Set(_alarm, null);

    private void Ring(Instant now)
    {
        if (now >= _end)
        {
            _unacknowledged(now);
            return;
        }

        _core.Layer.Respond(now, _transaction, 200, _tag, _bytes);
        _interval = _interval * 2 < _core.Timers.T2 ? _interval * 2 : _core.Timers.T2;
        _core.Clock.Set(_alarm, now + _interval < _end ? now + _interval : _end);
    }
}
