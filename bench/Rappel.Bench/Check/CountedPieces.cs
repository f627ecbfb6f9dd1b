using Rappel.Bench.Pieces;

namespace Rappel.BenchCheck;

/// <summary>What is counted. The sizes are such that all of it takes well under a minute; <c>make bench</c> has larger ones.</summary>
internal static class CountedPieces
{
    public static readonly CountedPiece[] All =
    [
        Of<SipMessagePiece>("sip: parse INVITE with SDP", 50, p => p.ParseInvite()),
        Of<SipMessagePiece>("sip: parse 200 with SDP", 50, p => p.ParseOk()),
        Of<SipMessagePiece>("sip: parse REGISTER with digest", 50, p => p.ParseRegister()),
        Of<SipMessagePiece>("sip: serialise INVITE with SDP", 50, p => p.WriteInvite()),
        Of<SipMessagePiece>("sip: serialise 200 with SDP", 50, p => p.WriteOk()),
        Of<SipTransactionPiece>("sip: INVITE server transaction", 20, p => p.Refuse()),
        Of<SipCallPiece>("sip: call set up and torn down, both sides", 20, p => p.Call()),
        Of<RegistrationPiece>("sip: registration renewed, both sides", 20, p => p.Renew()),
        Of<TimerPiece>("timers: 100 running", 500, p => p.Live(), p => p.Running = 100, p => p.Fill()),
        Of<TimerPiece>("timers: 100,000 running", 500, p => p.Live(), p => p.Running = 100_000, p => p.Fill()),
        Of<SdpPiece>("sdp: offer answered", 100, p => p.Answer()),
        Of<SdpPiece>("sdp: offer made", 100, p => p.Offer()),
        Of<SdpPiece>("sdp: answer read", 100, p => p.Accept()),
        Of<NumberPiece>("numbers: through the dial plan", 100, p => p.Dial()),
        Of<DistributorPiece>("match: 10 agents", 200, p => p.Decide(), p => p.Agents = 10, p => p.Fill()),
        Of<DistributorPiece>("match: 1,000 agents", 200, p => p.Decide(), p => p.Agents = 1_000, p => p.Fill()),
        Of<BacklogPiece>("match: 10 calls waiting", 100, p => p.Decide(), p => p.Size = "10 / 10 / 10", p => p.Fill()),
        Of<BacklogPiece>("match: 10,000 calls waiting", 100, p => p.Decide(), p => p.Size = "10 / 10000 / 10", p => p.Fill()),
        Of<BacklogPiece>("match: 10,000 callbacks pending", 200, p => p.Decide(), p => p.Size = "10000 / 10 / 10", p => p.Fill()),
        Of<CallbackBookPiece>("callbacks: a life, 100 pending", 100, p => p.Live(), p => p.Pending = 100, p => p.Fill()),
        Of<CallbackBookPiece>("callbacks: a life, 10,000 pending", 100, p => p.Live(), p => p.Pending = 10_000, p => p.Fill()),
        Of<ScriptPiece>("script: a round of a treatment", 50, p => p.Round(), p => p.Begin()),
        Of<EnginePiece>("engine: a call, two seconds", 10, p => p.Call(), p => p.Empty()),
        Of<EnginePiece>("engine: next caller served, 100 waiting", 10, p => p.Serve(), p => p.Waiting = 100, p => p.Fill()),
        Of<EnginePiece>("engine: next caller served, 1,000 waiting", 10, p => p.Serve(), p => p.Waiting = 1_000, p => p.Fill()),
        Of<EnginePiece>("engine: five idle seconds, 100 waiting", 2, p => p.Hold(), p => p.Waiting = 100, p => p.Fill()),
        Of<MediaPiece>("media: beat of a stream, 100 streams", 10, p => p.BeatOfHundred()) with { Each = 100 },
        Of<MediaPiece>("media: beat of a stream, 1,000 streams", 3, p => p.BeatOfThousand()) with { Each = 1_000 },
        Of<MediaPiece>("media: packet relayed, same codec", 500, p => p.Relay()),
        Of<MediaPiece>("media: packet relayed, PCMU to PCMA", 500, p => p.RelayCoded()),
        Of<MediaPiece>("media: packet of a caller who hears music", 500, p => p.Hear()),
        Of<MediaPiece>("media: session opened and closed", 50, p => p.Open()),
        Of<StorePiece>("store: callback request, 10 in a commit", 5, p => p.Ten(), p => p.Open()) with { Each = 10 },
    ];

    /// <param name="prepare">Done once, in this order.</param>
    private static CountedPiece Of<T>(string name, int times, Action<T> act, params Action<T>[] prepare)
        where T : new() => new(name, times, () =>
        {
            var piece = new T();
            foreach (var step in prepare)
            {
                step(piece);
            }

            return () => act(piece);
        });
}
