using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Rappel.Core.Calls;
using Rappel.Server.Web.Auth;
using Rappel.Storage;
using Rappel.Storage.People;

namespace Rappel.Tests.Server.Web;

public sealed class AuditTrailTests
{
    private readonly FakePeople _store = new();
    private readonly ShiftedTime _time = new();
    private readonly AuditTrail _trail;

    public AuditTrailTests() => _trail = new AuditTrail(_store, new HttpContextAccessor(), new(null, null), _time, NullLogger<AuditTrail>.Instance);

    [Fact]
    public async Task What_a_failing_store_did_not_take_is_written_with_the_next_entry_in_order()
    {
        _store.Failing = true;
        _trail.Record("marie", "created", "users/a", null, null);
        await _trail.FlushAsync();
        _trail.Record("marie", "created", "users/b", null, null);
        await _trail.FlushAsync();
        Assert.Empty(_store.Rows);

        _store.Failing = false;
        _trail.Record("marie", "created", "users/c", null, null);
        await _trail.FlushAsync();

        Assert.Equal(["users/a", "users/b", "users/c"], _store.Rows.Select(r => r.Subject));
    }

    [Fact]
    public async Task Old_entries_are_looked_for_now_and_then()
    {
        foreach (var hours in (int[])[0, 1, 6, 7, 13])
        {
            _time.Ahead = TimeSpan.FromHours(hours) + TimeSpan.FromSeconds(hours);
            _trail.Record("marie", "created", "users/a", null, null);
            await _trail.FlushAsync();
        }

        Assert.Equal(3, _store.Pruned);
    }

    [Fact]
    public async Task An_end_of_the_server_waits_for_what_was_recorded()
    {
        for (var i = 0; i < 500; i++)
        {
            _trail.Record("marie", "created", $"users/{i}", null, null);
        }

        await _trail.StopAsync(TestContext.Current.CancellationToken);

        Assert.Equal(Enumerable.Range(0, 500).Select(i => $"users/{i}"), _store.Rows.Select(r => r.Subject));
    }

    private sealed class FakePeople : IPeopleStore
    {
        public volatile bool Failing;

        public List<AuditRow> Rows { get; } = [];

        public int Pruned { get; private set; }

        public void AddAudit(IReadOnlyList<AuditRow> rows)
        {
            if (Failing)
            {
                throw new StoreException("the disk is full");
            }

            Rows.AddRange(rows);
        }

        public void PruneAudit(TenantId tenant, Instant olderThan, long keep) => Pruned++;

        public IReadOnlyList<AuditRow> FindAudit(TenantId tenant, AuditFilter filter) => Rows;

        public IReadOnlyList<UserRow> Users(TenantId tenant) => [];

        public void PutUser(UserRow user)
        {
        }

        public void RemoveUser(TenantId tenant, string name)
        {
        }

        public IReadOnlyList<TokenRow> Tokens(TenantId tenant) => [];

        public TokenRow AddToken(TokenRow token) => token;

        public void RemoveToken(TenantId tenant, long id)
        {
        }

        public void SetTokenUsed(TenantId tenant, long id, Instant at)
        {
        }
    }
}
