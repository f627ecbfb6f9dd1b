using Rappel.Core.Callbacks;

namespace Rappel.Engine.Callbacks;

/// <summary>Who asked for a callback, while the answer is awaited.</summary>
internal interface ICallbackAsker
{
    /// <summary>Taken; not yet on disk.</summary>
    void Accepted(CallbackRequest request);

    /// <summary>Taken and on disk.</summary>
    void Durable(CallbackRequest request);

    void AlreadyPending(CallbackRequest existing);

    /// <param name="reason">A stable word.</param>
    void Refused(string reason);
}
