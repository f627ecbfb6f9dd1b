using Rappel.Core.Config;

namespace Rappel.Storage.Tables;

/// <summary>
/// A callback's terms as they lie in the database. A type of its own, so that a renaming in the domain cannot orphan stored requests. What
/// came later is absent from older rows and where it is the default.
/// </summary>
internal sealed record StoredTerms(
    string Queue, string? CallerIdChannel, string DialPlan, int Attempts, long RetryDelayTicks, long CancelAfterTicks, long RingTimeTicks,
    bool AgentNoAnswerUsesAttempt, string? RungFirst = null, string? OnMachine = null, string? Duplicates = null, string? Announcement = null,
    string? MachineMessage = null)
{
    public static StoredTerms Of(CallbackTerms terms) => new(
        terms.Queue, terms.CallerIdChannel, terms.DialPlan, terms.Attempts, terms.RetryDelay.Ticks, terms.CancelAfter.Ticks, terms.RingTime.Ticks,
        terms.AgentNoAnswerUsesAttempt, WordOf(terms.RungFirst), WordOf(terms.OnMachine), WordOf(terms.Duplicates), terms.Announcement,
        terms.MachineMessage);

    public CallbackTerms ToTerms() => new(
        Queue, CallerIdChannel, DialPlan, Attempts, new TimeSpan(RetryDelayTicks), new TimeSpan(CancelAfterTicks), new TimeSpan(RingTimeTicks),
        AgentNoAnswerUsesAttempt)
    {
        RungFirst = Of<RungFirst>(RungFirst),
        OnMachine = Of<MachineAction>(OnMachine),
        Duplicates = Of<DuplicateChoice>(Duplicates),
        Announcement = Announcement,
        MachineMessage = MachineMessage,
    };

    private static string? WordOf<T>(T value) where T : struct, Enum => value.Equals(default(T)) ? null : Words.Of(value);

    private static T Of<T>(string? word) where T : struct, Enum =>
        word is null ? default
        : Words.TryParse<T>(word, out var value) ? value
        : throw new StoreException($"The stored word '{word}' is no {typeof(T).Name} this program knows.");
}
