using Rappel.Core.Calls;
using Rappel.Engine.Journal;

namespace Rappel.Tests.Engine.Journal;

public class LedgerTests
{
    private readonly Ledger _ledger = new(TenantId.Default);
    private readonly List<string> _happened = [];

    private long Turn(params Action[] what)
    {
        _ledger.Note(Benches.Bench.Start, "cb-1", "something");
        foreach (var act in what)
        {
            act();
        }

        Assert.True(_ledger.TryClose(out var batch));
        return batch.Number;
    }

    private void Asks(string name) => _ledger.WhenDurable(() => _happened.Add(name), lost: () => _happened.Add($"{name} lost"));

    private void AsksForWhatBreaks() => _ledger.WhenDurable(Break, lost: Break);

    private static void Break() => throw new InvalidOperationException("broken");

    [Fact]
    public void What_breaks_does_not_hold_up_what_waits_behind_it()
    {
        var batch = Turn(AsksForWhatBreaks, () => Asks("second"));

        _ledger.Committed(batch);
        Assert.Throws<InvalidOperationException>(_ledger.RunDue);
        _ledger.RunDue();

        Assert.Equal(["second"], _happened);
    }

    [Fact]
    public void What_is_lost_stays_lost_though_something_broke_before_it()
    {
        var first = Turn(() => Asks("first"));
        var failed = Turn(AsksForWhatBreaks, () => Asks("second"));
        var third = Turn(() => Asks("third"));

        _ledger.Failed(failed);
        Assert.Throws<InvalidOperationException>(_ledger.RunDue);
        _ledger.Committed(third);
        _ledger.RunDue();

        Assert.Equal((1, 3), (first, third));
        Assert.Equal(["first", "second lost", "third"], _happened);
    }
}
