using Dapper;
using Microsoft.Data.Sqlite;
using Rappel.Core.Callbacks;
using Rappel.Core.Calls;
using Rappel.Core.Config;
using Rappel.Engine.Journal;
using Rappel.Storage.Migrations;
using Rappel.Storage.Sqlite;

namespace Rappel.Tests.Storage;

/// <summary>Requests that a program of the first schema took, as this one finds them.</summary>
public sealed class CallbackUpgradeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Database => _folder.File("rappel.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_request_of_the_first_schema_has_the_default_terms_and_nothing_decided_by_hand()
    {
        WriteByTheFirstSchema();

        using var store = SqliteStore.Open(new(Database));
        var request = Assert.Single(store.Load(TenantId.Default).Callbacks);

        Assert.Equal(new CallbackTerms(
            "nurse-callbacks", null, "north-america", 3, TimeSpan.FromMinutes(5), TimeSpan.FromHours(4), TimeSpan.FromSeconds(30), true), request.Terms);
        Assert.Equal((RungFirst.Agent, MachineAction.TryLater, DuplicateChoice.Keep), (request.Terms.RungFirst, request.Terms.OnMachine, request.Terms.Duplicates));
        Assert.Equal((null, 0, null), (request.Handling, request.MachinesMet, request.ToldWait));
        Assert.Equal((CallbackStatus.Waiting, "+15145550001"), (request.Status, request.Number));
    }

    [Fact]
    public void It_can_be_handled_by_hand_afterwards()
    {
        WriteByTheFirstSchema();
        using var store = SqliteStore.Open(new(Database));
        var request = Assert.Single(store.Load(TenantId.Default).Callbacks);

        var held = request with { Revision = 2, Handling = CallbackHandling.None with { HeldBecause = CallbackHold.ByHand }, MachinesMet = 2, ToldWait = 60 };
        store.Apply([new Batch(1, [new StoreRow.OfCallback(held)])]);

        var read = store.GetCallback(TenantId.Default, request.Id)!;
        Assert.Equal((CallbackHold.ByHand, 2, 60), (read.Handling?.HeldBecause, read.MachinesMet, read.ToldWait));
    }

    private void WriteByTheFirstSchema()
    {
        using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        connection.Open();
        SchemaUpgrade.Run(connection, Database, [.. Migration.BuiltIn("Sqlite").Take(1)], TimeProvider.System);
        connection.Execute("""
            INSERT INTO callback (
                tenant_id, id, revision, status, is_final, queue, terms, number, caller_id, language, origin, interaction_id, place, requested_at,
                expires_at, attempts_used, attempts_begun, trunk_failures, variables)
            VALUES (
                'default', 1, 1, 'waiting', 0, 'nurse-callbacks',
                '{"queue":"nurse-callbacks","callerIdChannel":null,"dialPlan":"north-america","attempts":3,"retryDelayTicks":3000000000,"cancelAfterTicks":144000000000,"ringTimeTicks":300000000,"agentNoAnswerUsesAttempt":true}',
                '+15145550001', '+15145550100', 'fr', 'script', 5, 638765000000000000, 638765000000000000, 638766000000000000, 0, 0, 0, '{}')
            """);
    }
}
