using Rappel.Core.Acd;

namespace Rappel.Engine;

/// <summary>
/// What the engine is at work for at this moment: the call, callback or message whose input, appointment or word from the disk is being
/// handled. What is put off for later (<see cref="Telephony.Agenda"/>, <see cref="Journal.Ledger"/>) is put off in its name. So where an
/// invariant breaks it is known whose call that ends, and whose it does not.
/// </summary>
internal sealed class CurrentWork
{
    /// <summary>Null while it is nobody's in particular.</summary>
    public WorkId? Id { get; set; }

    /// <summary>The act, to be done later in the name of whose work it is now.</summary>
    public Action Continue(Action act)
    {
        var id = Id;
        return () =>
        {
            Id = id;
            act();
        };
    }
}
