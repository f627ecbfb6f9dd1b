using Rappel.Engine.Journal;
using Rappel.Storage.Callers;
using Rappel.Storage.Webhooks;

namespace Rappel.Tests.Storage;

/// <summary>Events on their way to webhooks, and answers kept.</summary>
public abstract partial class StoreConformance
{
    [Fact]
    public void Of_one_subject_only_the_oldest_event_is_due()
    {
        Store.Apply([new Batch(1, [new DeliveryAdded(Delivery("cb-1", 1)), new DeliveryAdded(Delivery("cb-1", 2)), new DeliveryAdded(Delivery("cb-2", 1))])]);
        Reopen();

        var due = Store.DueDeliveries(Tenant, "crm", At, 10);
        Assert.Equal([("cb-1", 1L), ("cb-2", 1L)], due.Select(d => (d.Subject, d.Serial)).Order());
        Assert.Equal(Delivery("cb-1", 1) with { Id = due[0].Id, NextAt = At }, due[0]);

        Store.EndTries([new(Tenant, due[0].Id, At.AddSeconds(1), 200, null, DeliveryState.Delivered, null), new(Tenant, due[1].Id, At.AddSeconds(1), null, "down", DeliveryState.Waiting, At.AddMinutes(1))]);

        Assert.Equal([("cb-1", 2L)], Store.DueDeliveries(Tenant, "crm", At.AddSeconds(1), 10).Select(d => (d.Subject, d.Serial)));
        Assert.Equal(At.AddMinutes(1), Store.NextDelivery(Tenant, "crm", At.AddSeconds(1)));
        Assert.Equal(new WebhookBacklog("crm", 2, At, At.AddSeconds(1), 0), Assert.Single(Store.Backlogs(Tenant)));
        Assert.Equal("cb-2", Store.FindDeliveries(Tenant, "crm", DeliveryState.Waiting, 1, null)[0].Subject);
        Assert.NotNull(Store.LastTried(Tenant, "crm"));
    }

    [Fact]
    public void An_event_that_is_told_twice_is_there_once()
    {
        Store.AddDeliveries([Delivery("cb-1", 1), Delivery("cb-1", 1), Delivery("cb-1", 1) with { Webhook = "other" }]);

        Assert.Single(Store.FindDeliveries(Tenant, "crm", null, 10, null));
        Assert.Single(Store.FindDeliveries(Tenant, "other", null, 10, null));
    }

    [Fact]
    public void What_was_given_up_can_be_sent_again_and_those_after_it_wait()
    {
        Store.AddDeliveries([Delivery("cb-1", 1), Delivery("cb-1", 2)]);
        Store.GiveUpDeliveries(Tenant, "crm", At, "gone");
        var ids = Store.FindDeliveries(Tenant, "crm", DeliveryState.GivenUp, 10, null).Select(d => d.Id).Order().ToArray();

        Assert.True(Store.RetryDelivery(Tenant, "crm", ids[1], At, At.AddDays(3)));
        Assert.True(Store.RetryDelivery(Tenant, "crm", ids[0], At.AddSeconds(1), At.AddDays(3)));
        Assert.False(Store.RetryDelivery(Tenant, "other", ids[0], At, At));

        Assert.Equal([ids[0]], Store.DueDeliveries(Tenant, "crm", At.AddMinutes(1), 10).Select(d => d.Id));
    }

    [Fact]
    public void Those_that_ended_long_ago_are_removed_and_those_that_wait_stay()
    {
        Store.AddDeliveries([Delivery("cb-1", 1), Delivery("cb-2", 1), Delivery("cb-3", 1)]);
        var due = Store.DueDeliveries(Tenant, "crm", At, 10);
        Store.EndTries([.. due.Take(2).Select(d => new DeliveryTry(Tenant, d.Id, At, 200, null, DeliveryState.Delivered, null))]);

        Assert.True(Store.PruneDeliveries(Tenant, At.AddDays(1), 1));
        Assert.True(Store.PruneDeliveries(Tenant, At.AddDays(1), 1));
        Assert.False(Store.PruneDeliveries(Tenant, At.AddDays(1), 1));
        Assert.Equal(DeliveryState.Waiting, Assert.Single(Store.FindDeliveries(Tenant, "crm", null, 10, null)).State);
    }

    [Fact]
    public void Answers_are_kept_for_their_source_and_key()
    {
        var begun = new KeptAnswer(Tenant, "api", "k", "f", At, null, null);
        Store.KeepAnswer(begun);
        Store.KeepAnswer(begun with { Status = 201, Body = "{}" });
        Reopen();

        Assert.Equal(begun with { Status = 201, Body = "{}" }, Store.FindAnswer(Tenant, "api", "k"));
        Assert.Null(Store.FindAnswer(Tenant, "other", "k"));
        Store.PruneAnswers(Tenant, At.AddSeconds(1));
        Assert.Null(Store.FindAnswer(Tenant, "api", "k"));
    }

    private static DeliveryRow Delivery(string subject, long serial) =>
        new(Tenant, 0, "crm", subject, serial, "callback.requested", $"{subject}-{serial}", At, At.AddDays(3), "{}");
}
