using System.Text.Json;
using Rappel.Core.Callbacks;
using Rappel.Core.Config;
using Rappel.Server.Net.Web;
using Rappel.Storage.Webhooks;

namespace Rappel.Tests.Server.Webhooks;

public class WebhookCourierTests
{
    [Fact]
    public void A_receiver_that_is_down_for_ten_minutes_misses_nothing_and_is_told_in_order()
    {
        using var rig = new CourierRig();
        var begin = rig.Time.GetUtcNow();
        rig.Answer = _ => rig.Time.GetUtcNow() - begin < TimeSpan.FromMinutes(10) ? 0 : 204;

        for (var minute = 0; minute < 10; minute++)
        {
            for (var callback = minute * 10; callback < minute * 10 + 10; callback++)
            {
                rig.Happen(callback, CallbackStatus.Waiting, CallbackEvents.Requested);
                rig.Happen(callback, CallbackStatus.Offering, CallbackEvents.Offered);
                rig.Happen(callback, CallbackStatus.Cancelled, CallbackEvents.Cancelled);
            }

            rig.Pass(TimeSpan.FromMinutes(1));
        }

        Assert.Empty(rig.Taken);
        Assert.InRange(rig.Tried.Count, 3, 60);
        rig.Pass(TimeSpan.FromSeconds(90));

        Assert.Equal(300, rig.Taken.Count);
        Assert.Equal(300, rig.Taken.Select(d => d.EventId).Distinct().Count());
        Assert.All(rig.Taken.GroupBy(d => d.Subject), of => Assert.Equal([1, 2, 3], of.Select(d => d.Serial)));
        Assert.Equal(0, Assert.Single(rig.Store.Backlogs(rig.Configuration.Tenant)).Waiting);
    }

    [Fact]
    public void What_was_under_way_when_the_process_died_is_sent_again_with_the_same_id()
    {
        using var rig = new CourierRig { Slow = true };
        rig.Happen(1, CallbackStatus.Waiting, CallbackEvents.Requested);
        rig.Happen(1, CallbackStatus.Expired, CallbackEvents.Expired);
        rig.Turn();
        var first = Assert.Single(rig.Tried);

        rig.Restart();
        rig.Slow = false;
        rig.Pass(TimeSpan.FromSeconds(1));

        Assert.Equal(["callback.requested", "callback.expired"], rig.Taken.Select(d => d.Event));
        Assert.Equal(first.EventId, rig.Taken[0].EventId);
    }

    [Fact]
    public void Requests_go_at_once_but_the_events_of_one_go_one_after_the_other()
    {
        using var rig = new CourierRig { Slow = true };
        for (var callback = 1; callback <= 3; callback++)
        {
            rig.Happen(callback, CallbackStatus.Waiting, CallbackEvents.Requested);
            rig.Happen(callback, CallbackStatus.Offering, CallbackEvents.Offered);
        }

        rig.Turn();
        Assert.Equal(["cb-1", "cb-2", "cb-3"], rig.Tried.Select(d => d.Subject).Order());
        Assert.All(rig.Tried, d => Assert.Equal("callback.requested", d.Event));

        rig.Held[1].SetResult(new WebReply(200, null, default, TimeSpan.Zero));
        rig.Turn();

        Assert.Equal(("callback.offered", rig.Tried[1].Subject), (rig.Tried[3].Event, rig.Tried[3].Subject));
        Assert.Equal(4, rig.Tried.Count);
    }

    [Fact]
    public void An_event_that_one_receiver_refuses_holds_up_no_other_request()
    {
        using var rig = new CourierRig { Answer = d => d.Subject == "cb-1" ? 500 : 200 };
        rig.Happen(1, CallbackStatus.Waiting, CallbackEvents.Requested);
        rig.Happen(2, CallbackStatus.Waiting, CallbackEvents.Requested);
        rig.Happen(1, CallbackStatus.Cancelled, CallbackEvents.Cancelled);
        rig.Happen(2, CallbackStatus.Cancelled, CallbackEvents.Cancelled);

        rig.Pass(TimeSpan.FromMinutes(1));

        Assert.Equal(["cb-2", "cb-2"], rig.Taken.Select(d => d.Subject));
        Assert.DoesNotContain(rig.Tried, d => d is { Subject: "cb-1", Event: "callback.cancelled" });
    }

    [Fact]
    public void After_three_days_an_event_is_given_up_with_an_alarm_and_can_be_sent_by_hand()
    {
        using var rig = new CourierRig { Answer = _ => 503 };
        rig.Happen(1, CallbackStatus.Waiting, CallbackEvents.Requested);

        rig.Pass(TimeSpan.FromDays(3.1));

        var given = Assert.Single(rig.Store.FindDeliveries(rig.Configuration.Tenant, "crm", null, 10, null));
        Assert.Equal((DeliveryState.GivenUp, 503, "answered 503"), (given.State, given.Status, given.Trouble));
        Assert.InRange(given.Tries, 300, 600);
        Assert.Equal("webhook-given-up", Assert.Single(rig.Alarms.Raised).Kind);

        rig.Answer = _ => 200;
        var now = rig.Time.GetUtcNow();
        Assert.True(rig.Store.RetryDelivery(rig.Configuration.Tenant, "crm", given.Id, now, now.AddDays(3)));
        rig.Pass(TimeSpan.FromMinutes(2));

        Assert.Equal(given.EventId, Assert.Single(rig.Taken).EventId);
    }

    [Fact]
    public void A_webhook_is_told_only_of_what_it_asks_for()
    {
        using var rig = new CourierRig();
        rig.Configuration = rig.Configuration with
        {
            Webhooks = rig.Configuration.Webhooks.SetItem("crm", CourierRig.Crm with { Events = [WebhookEvents.Connected] })
                .Add("off", CourierRig.Crm with { Key = "off", Enabled = false }),
        };
        rig.Happen(1, CallbackStatus.Waiting, CallbackEvents.Requested);
        rig.Happen(1, CallbackStatus.Connected, CallbackEvents.Connected);
        rig.Pass(TimeSpan.FromSeconds(5));

        var told = Assert.Single(rig.Taken);
        var body = JsonElement.Parse(told.Body);
        Assert.Equal(("callback.connected", "cb-1", 2), (body.GetProperty("event").GetString(), body.GetProperty("subject").GetString(), body.GetProperty("serial").GetInt32()));
        var callback = body.GetProperty("data").GetProperty("callback");
        Assert.Equal(("connected", "+15145550001"), (callback.GetProperty("status").GetString(), callback.GetProperty("number").GetString()));
        Assert.StartsWith("/c/", callback.GetProperty("link").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_ended_long_ago_is_forgotten()
    {
        using var rig = new CourierRig();
        rig.Happen(1, CallbackStatus.Waiting, CallbackEvents.Requested);
        rig.Pass(TimeSpan.FromMinutes(1));
        Assert.Single(rig.Store.FindDeliveries(rig.Configuration.Tenant, "crm", DeliveryState.Delivered, 10, null));

        rig.Time.Pass(TimeSpan.FromDays(7.1));
        rig.Turn();

        Assert.Empty(rig.Store.FindDeliveries(rig.Configuration.Tenant, "crm", null, 10, null));
    }

    [Fact]
    public void What_waits_for_a_webhook_that_is_removed_is_given_up()
    {
        using var rig = new CourierRig { Answer = _ => 0 };
        rig.Happen(1, CallbackStatus.Waiting, CallbackEvents.Requested);
        rig.Pass(TimeSpan.FromMinutes(1));

        rig.Configuration = rig.Configuration with { Webhooks = rig.Configuration.Webhooks.Clear() };
        rig.Turn();

        Assert.Equal(DeliveryState.GivenUp, Assert.Single(rig.Store.FindDeliveries(rig.Configuration.Tenant, "crm", null, 10, null)).State);
    }
}
