using Rappel.Core.Callbacks;
using Rappel.Core.Calls;

namespace Rappel.Engine.Callbacks;

/// <summary>What people and programs do to callback requests. Each command is answered once, when what it did is on disk.</summary>
internal sealed class CallbackCommands(EngineContext context)
{
    private readonly CallbackCreating _creating = new(context);
    private readonly CallbackWishes _wishes = new(context);

    public void Create(long ticket, EngineCommand.CreateCallback command) => _creating.Ask(ticket, command);

    public void Cancel(long ticket, EngineCommand.CancelCallback command) =>
        On(ticket, command.Callback, _ => (null, new CallbackInput.Cancel(command.Callback, command.Who, command.Why)));

    public void Handle(long ticket, CallbackCommand command) => On(ticket, command.Callback, request => _wishes.Read(command, request));

    /// <param name="read">What the command means for the request as it is, or why it cannot be done.</param>
    private void On(long ticket, CallbackId id, Func<CallbackRequest, (Refusal? Refusal, CallbackInput? Input)> read)
    {
        if (context.Book.Get(id) is not { } request)
        {
            Answer(ticket, Refusal.NotOpen(id).ToAnswer());
            return;
        }

        var (refusal, input) = read(request);
        if (refusal is not null)
        {
            Answer(ticket, refusal.ToAnswer());
            return;
        }

        var (refused, changed) = context.CallbackDesk.Do(id, input!);
        if (refused is not null)
        {
            Answer(ticket, Refusal.OfBook(refused, request).ToAnswer(refused == "already-pending" ? InTheWay(request, input!) : null));
            return;
        }

        context.AfterOutputs(() => context.Ledger.WhenDurable(() =>
            Answer(ticket, new CommandAnswer(null, null, context.Book.Get(id) ?? changed ?? request)),
            lost: () => Answer(ticket, Refusal.NotWritten)));
    }

    private CallbackRequest? InTheWay(CallbackRequest request, CallbackInput input) => input switch
    {
        CallbackInput.ChangeNumber change => context.Book.FindOpen(request.Terms.Queue, change.Number),
        CallbackInput.Transfer transfer => context.Book.FindOpen(transfer.Queue, request.Number),
        _ => null,
    };

    private void Answer(long ticket, CommandAnswer answer) => context.Emit(new EngineOutput.Answered(ticket, answer));
}
