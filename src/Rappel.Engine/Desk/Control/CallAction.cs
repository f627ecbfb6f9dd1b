using System.Collections.Immutable;
using Rappel.Engine.Callbacks;
using Rappel.Engine.Desk.Live;

namespace Rappel.Engine.Desk.Control;

/// <summary>What may be done with a call at each moment, in the words of the commands.</summary>
internal static class CallAction
{
    private const string HangUp = "hang-up";
    private const string Complete = "consult/complete";
    private const string Cancel = "consult/cancel";

    /// <summary>Before anybody talks.</summary>
    public static readonly ImmutableArray<string> Early = [HangUp];

    private static readonly ImmutableArray<string> Talking = ["hold", "keys", "transfer", "consult", HangUp];
    private static readonly ImmutableArray<string> Held = ["resume", "transfer", "consult", HangUp];
    private static readonly ImmutableArray<string> Reconnecting = ["transfer", HangUp];
    private static readonly ImmutableArray<string> TalkingToColleague = ["hold", "keys", HangUp];
    private static readonly ImmutableArray<string> ColleagueHeld = ["resume", HangUp];
    private static readonly ImmutableArray<string> Calling = [Complete, Cancel, HangUp];
    private static readonly ImmutableArray<string> Consulting = ["keys", Complete, Cancel, "consult/swap", "consult/join", HangUp];
    private static readonly ImmutableArray<string> Joined = ["keys", Complete, Cancel, HangUp];

    /// <param name="ownLine">Whom the agent asks is on a line of its own: the phone swaps and joins the two by itself.</param>
    public static ImmutableArray<string> Allowed(
        LiveCallState state, LiveConsultState? consult, bool whispering, bool mayBeHandedOver, bool ownLine) =>
        (state, consult) switch
        {
            (LiveCallState.Reconnecting, _) => mayBeHandedOver ? Reconnecting : Early,
            _ when whispering => Early,
            (_, LiveConsultState.Dialling or LiveConsultState.Ringing) => Calling,
            (_, LiveConsultState.Talking or LiveConsultState.Held) when !ownLine => Consulting,
            (_, LiveConsultState.Talking or LiveConsultState.Held or LiveConsultState.Joined) => Joined,
            (LiveCallState.Held, _) => mayBeHandedOver ? Held : ColleagueHeld,
            _ => mayBeHandedOver ? Talking : TalkingToColleague,
        };

    public static string Of(CallControl control) => control switch
    {
        CallControl.Hold => "hold",
        CallControl.Resume => "resume",
        CallControl.Keys => "keys",
        CallControl.Transfer => "transfer",
        CallControl.Consult => "consult",
        CallControl.Complete => Complete,
        CallControl.Cancel => Cancel,
        CallControl.Swap => "consult/swap",
        CallControl.Join => "consult/join",
        _ => HangUp,
    };

    /// <summary>As the journal has it.</summary>
    public static string Noted(CallControl control) => control switch
    {
        CallControl.Dial => "dialled",
        CallControl.RejectOffer => "rejected",
        CallControl.Record record => record.Paused ? "recording-paused" : "recording-resumed",
        _ => Of(control).Replace('/', '-'),
    };

    /// <summary>To whom, where it is to somebody. Keys are not told: they may be a password.</summary>
    public static string? DetailOf(CallControl control) => control switch
    {
        CallControl.Transfer transfer => Name(transfer.To),
        CallControl.Consult consult => Name(consult.To),
        CallControl.Dial dial => Name(dial.To),
        CallControl.Keys keys => $"{keys.Pressed.Length}",
        _ => null,
    };

    private static string Name(CallTarget to) => to switch
    {
        CallTarget.Agent agent => $"agent {agent.Key}",
        CallTarget.Queue queue => $"queue {queue.Key}",
        CallTarget.Number number => $"number {number.Typed}",
        _ => "",
    };

    public static Refusal NotNow(CallControl control, LiveCallState state) =>
        new("not-in-state", $"'{Of(control)}' does not fit a call that is {state.ToString().ToLowerInvariant()}",
            "l'appel a changé entre-temps : cette commande ne convient plus");
}
