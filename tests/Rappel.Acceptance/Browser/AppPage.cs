using System.Collections.Immutable;

namespace Rappel.Acceptance.Browser;

/// <summary>Every page of the browser application, with the example's objects where a page is of one.</summary>
/// <param name="Name">Of its picture.</param>
internal sealed record AppPage(string Name, string Path)
{
    /// <summary>Whoever adds a page adds it here: <c>web/src/app/pages.ts</c> is the list they are held against.</summary>
    public static readonly ImmutableArray<AppPage> All =
    [
        new("overview", "/config/overview"),
        new("channels", "/config/channels"),
        new("channel", "/config/channels/health-line"),
        new("trunks", "/config/trunks"),
        new("trunk", "/config/trunks/carrier"),
        new("queues", "/config/queues"),
        new("inbound-queue", "/config/queues/inbound/nurses"),
        new("outbound-queue", "/config/queues/outbound/nurse-callbacks"),
        new("voicemail-queue", "/config/queues/voicemail/care-team"),
        new("agents", "/config/agents"),
        new("agent", "/config/agents/1001"),
        new("dial-plans", "/config/dial-plans"),
        new("dial-plan", "/config/dial-plans/north-american"),
        new("schedules", "/config/schedules"),
        new("schedule", "/config/schedules/office-hours"),
        new("scripts", "/config/scripts"),
        new("script", "/config/scripts/nurse-line"),
        new("new-script", "/config/scripts/~new"),
        new("prompts", "/config/prompts"),
        new("prompt", "/config/prompts/nurses-whisper"),
        new("contact-lists", "/config/contact-lists"),
        new("contact-list", "/config/contact-lists/~new"),
        new("codes", "/config/codes"),
        new("transaction-codes", "/config/codes/transaction/~new"),
        new("status-codes", "/config/codes/status/~new"),
        new("alerts", "/config/alerts"),
        new("alert", "/config/alerts/~new"),
        new("widgets", "/config/widgets"),
        new("widget", "/config/widgets/~new"),
        new("webhooks", "/config/webhooks"),
        new("webhook", "/config/webhooks/~new"),
        new("publish", "/config/publish"),
        new("versions", "/config/versions"),
        new("desk-choice", "/desk"),
        new("desk", "/desk/1001"),
        new("test-phone", "/try/phone"),
        new("tour", "/tour"),
        new("board", "/board"),
        new("callbacks", "/callbacks"),
        new("callback", "/callbacks/cb-1"),
        new("agents-now", "/agents"),
        new("voicemails", "/voicemails"),
        new("reports", "/reports"),
        new("report", "/reports/callbacks"),
        new("script-paths", "/reports/scripts/nurse-line"),
        new("interactions", "/interactions"),
        new("interaction", "/interactions/i-1"),
        new("users", "/users"),
        new("user", "/users/~new"),
        new("tokens", "/tokens"),
        new("audit", "/audit"),
        new("account", "/account"),
    ];
}
