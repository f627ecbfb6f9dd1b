using Rappel.Core.Callbacks;
using Rappel.Storage;

namespace Rappel.Tests.Core.Callbacks.Lifecycle;

/// <summary>A step of a request's life, in the document's words.</summary>
/// <param name="From">Empty for a request that is new.</param>
/// <param name="Input">Name of the input, or <c>Restart</c>.</param>
internal sealed record Transition(string From, string Input, string To)
{
    public bool Stays => From == To;
}

/// <summary>How one attempt may end.</summary>
internal sealed record Ending(string Outcome, bool Used, string Next);

/// <summary>What can happen to a request: as the document says, or as the book does.</summary>
internal sealed record LifeOfRequests(SortedSet<Transition> Transitions, SortedSet<Ending> Endings)
{
    public static LifeOfRequests New() => new(
        new(Comparer<Transition>.Create((a, b) => string.CompareOrdinal(a.ToString(), b.ToString()))),
        new(Comparer<Ending>.Create((a, b) => string.CompareOrdinal(a.ToString(), b.ToString()))));

    /// <summary>Notes every change of this request that was told.</summary>
    /// <param name="before">Its row before; null for a new one.</param>
    public void Watch(string input, CallbackRequest? before, IEnumerable<CallbackOutput> told)
    {
        foreach (var changed in told.OfType<CallbackOutput.Changed>().Where(c => before is null || c.Request.Id == before.Id))
        {
            var next = Words.Of(changed.Request.Status);
            Transitions.Add(new(before is null ? "" : Words.Of(before.Status), input, next));
            if (changed.Attempt is { Outcome: { } outcome } attempt)
            {
                Endings.Add(new(Words.Of(outcome), attempt.UsesAttempt, next));
            }

            before = changed.Request;
        }
    }
}
