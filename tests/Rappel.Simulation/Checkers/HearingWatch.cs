using System.Collections.Immutable;
using Rappel.Engine;
using Rappel.Media.Sessions;
using Rappel.Sip.Messages;

namespace Rappel.Simulation.Checkers;

/// <summary>Who hears whom, and what is played to whom, as the media are told. Objects to nothing itself; others ask it.</summary>
internal sealed class HearingWatch(Referee referee) : Checker(referee)
{
    private readonly Dictionary<MediaSessionId, Ear> _ears = [];
    private readonly Dictionary<int, MediaSessionId> _byPort = [];

    public IEnumerable<KeyValuePair<MediaSessionId, Ear>> All => _ears;

    public Ear? Of(MediaSessionId session) => _ears.GetValueOrDefault(session);

    /// <summary>True for the end of a leg that a supervisor listens at.</summary>
    public bool IsWatcher(MediaSessionId session) => _ears.TryGetValue(session, out var ear) && ear.Watches;

    /// <summary>Legs to phones of this user that are open, those it listens at left out.</summary>
    public IEnumerable<MediaSessionId> AtWork(string user) => _ears.Where(e => e.Value.Phone == user && !e.Value.Watches).Select(e => e.Key);

    public override void PhoneRung(string user, int enginePort, bool watches)
    {
        if (_byPort.TryGetValue(enginePort, out var session) && _ears.TryGetValue(session, out var ear))
        {
            (ear.Phone, ear.Watches) = (user, watches);
        }
    }

    /// <summary>A call that an agent's phone makes is answered.</summary>
    public override void Sent(ReadOnlyMemory<byte> message)
    {
        if (message.Span.StartsWith("SIP/2.0 200 "u8) && SipParser.TryParse(message, out var read, out _) && read.CSeq()?.Method == "INVITE"
            && read.From()?.Uri.User is { } user && Configuration.Agents.ContainsKey(user)
            && _byPort.TryGetValue(SimCarrier.RtpPort(read.Body), out var session) && _ears.TryGetValue(session, out var ear))
        {
            // What rang is known already, also where the phone changes its call later.
            ear.Phone ??= user;
        }
    }

    public override void Ordered(Instant now, MediaOrder order)
    {
        switch (order)
        {
            case MediaOrder.Open open:
                _ears[open.Session] = new Ear();
                _byPort[open.Port] = open.Session;
                break;
            case MediaOrder.Close close:
                Part(close.Session);
                _ears.Remove(close.Session);
                break;
            case MediaOrder.Do { Command: MediaCommand.Bridge bridge }:
                Part(bridge.Session);
                Part(bridge.Other);
                Hear(bridge.Session, [bridge.Other], isRelay: true);
                Hear(bridge.Other, [bridge.Session], isRelay: true);
                Play(bridge.Session, null);
                Play(bridge.Other, null);
                break;
            case MediaOrder.Do { Command: MediaCommand.Mix mix }:
                Part(mix.Session);
                Hear(mix.Session, mix.Hears, isRelay: false);
                break;
            case MediaOrder.Do { Command: MediaCommand.Unbridge or MediaCommand.Unmix }:
                Part(order.Session);
                Hear(order.Session, [], isRelay: false);
                break;
            case MediaOrder.Do { Command: MediaCommand.StopPlaying }:
                Play(order.Session, null);
                break;
            case MediaOrder.Music or MediaOrder.RingingTone or MediaOrder.Speak:
                Play(order.Session, order.GetType().Name);
                break;
        }
    }

    public override void Crashed()
    {
        _ears.Clear();
        _byPort.Clear();
    }

    /// <summary>Ends a relay, on both sides.</summary>
    private void Part(MediaSessionId session)
    {
        if (_ears.TryGetValue(session, out var ear) && ear is { IsRelay: true, Hears: [var other] })
        {
            Hear(session, [], isRelay: false);
            Hear(other, [], isRelay: false);
        }
    }

    private void Hear(MediaSessionId session, ImmutableArray<MediaSessionId> others, bool isRelay)
    {
        if (_ears.TryGetValue(session, out var ear))
        {
            (ear.Hears, ear.IsRelay) = (others, isRelay);
        }
    }

    private void Play(MediaSessionId session, string? what)
    {
        if (_ears.TryGetValue(session, out var ear))
        {
            ear.Plays = what;
        }
    }

    /// <summary>What one leg hears.</summary>
    internal sealed class Ear
    {
        public ImmutableArray<MediaSessionId> Hears { get; set; } = [];

        /// <summary>One other, and that one hears this.</summary>
        public bool IsRelay { get; set; }

        /// <summary>The order by which something plays; null for nothing.</summary>
        public string? Plays { get; set; }

        /// <summary>User the phone at its other end is registered as; null for carriers, and before it rings.</summary>
        public string? Phone { get; set; }

        /// <summary>It rang for somebody who wants to listen.</summary>
        public bool Watches { get; set; }
    }
}
