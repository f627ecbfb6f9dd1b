using Rappel.Engine.Callbacks;

namespace Rappel.Engine.Desk.Control.Phones;

/// <summary>What a phone is answered where a command would be refused.</summary>
internal static class SipRefusal
{
    public static int StatusOf(Refusal refusal) => refusal.Error switch
    {
        "not-permitted" or "refused-number" => 403,
        "unknown-target" or "unknown-agent" => 404,
        "target-unreachable" or "agent-unreachable" or "queue-closed" => 480,
        "same-agent" => 482,
        "target-busy" or "agent-busy" or "queue-full" => 486,
        "not-a-person" => 488,
        "no-trunk" or "no-channel" => 503,

        // RFC 3515 §2.4.2: not wanted, for whatever reason.
        _ => 603,
    };
}
