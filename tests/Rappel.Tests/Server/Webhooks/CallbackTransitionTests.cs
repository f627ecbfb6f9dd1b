using Rappel.Core.Callbacks;
using Rappel.Core.Config;
using Rappel.Server.Webhooks;

namespace Rappel.Tests.Server.Webhooks;

public class CallbackTransitionTests
{
    [Theory]
    [InlineData(CallbackStatus.Waiting, CallbackEvents.Requested, "callback.requested")]
    [InlineData(CallbackStatus.Delayed, CallbackEvents.Requested, "callback.requested")]
    [InlineData(CallbackStatus.Offering, CallbackEvents.Offered, "callback.offered")]
    [InlineData(CallbackStatus.Waiting, CallbackEvents.OfferReturned, "callback.changed")]
    [InlineData(CallbackStatus.Dialling, CallbackEvents.OfferAccepted, "callback.dialling")]
    [InlineData(CallbackStatus.Dialling, CallbackEvents.Rung, "callback.changed")]
    [InlineData(CallbackStatus.Connected, CallbackEvents.Connected, "callback.connected")]
    [InlineData(CallbackStatus.Delayed, CallbackEvents.AttemptFailed, "callback.delayed")]
    [InlineData(CallbackStatus.Exhausted, CallbackEvents.Exhausted, "callback.exhausted")]
    [InlineData(CallbackStatus.Cancelled, CallbackEvents.Dismissed, "callback.cancelled")]
    [InlineData(CallbackStatus.BadNumber, CallbackEvents.BadNumber, "callback.bad-number")]
    [InlineData(CallbackStatus.Waiting, CallbackEvents.NumberChanged, "callback.changed")]
    public void A_change_is_an_event(CallbackStatus status, string happened, string word) =>
        Assert.Equal(word, CallbackTransition.WordOf(status, happened));

    [Fact]
    public void Every_final_status_has_an_event_that_can_be_asked_for() => Assert.All(
        Enum.GetValues<CallbackStatus>().Where(s => s >= CallbackStatus.Completed), s => Assert.Contains(CallbackTransition.WordOf(s, null), WebhookEvents.All));
}
