using Rappel.Core.Calls;

namespace Rappel.Storage.Callers;

/// <summary>Answers to programs that may ask again. Any member may be called from any thread; all throw <see cref="StoreException"/>.</summary>
public interface IKeptAnswers
{
    KeptAnswer? FindAnswer(TenantId tenant, string source, string key);

    /// <summary>Adds it, or replaces the one of this key.</summary>
    void KeepAnswer(KeptAnswer answer);

    /// <summary>Removes those first asked before the moment.</summary>
    void PruneAnswers(TenantId tenant, Instant before);
}
