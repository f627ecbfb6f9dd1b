using Rappel.Core.Config;
using Rappel.Core.Ivr.Running;

namespace Rappel.Core.Ivr.Objects;

/// <summary>Check number: in the lists first, which answer at once, then on the web.</summary>
internal sealed class NumberLookup(CheckNumberObject check, ScriptStage stage) : WebQuestion(stage)
{
    // What the web says besides the author's variables.
    private const string FoundPointer = "/found";
    private const string NamePointer = "/name";
    private const int OwnPointers = 2;
    private const int NoContent = 204;
    private const int NotFound = 404;

    public override Step Begin(Instant now)
    {
        Stage.Keys.StopBarging();
        Forget();
        if (Stage.Call.Caller is not { } caller)
        {
            return Step.Exit(ScriptExits.NotFound);
        }

        foreach (var key in check.Lists)
        {
            if (Stage.Configuration.ContactLists.TryGetValue(key, out var list) && list.ByNumber.TryGetValue(caller.Value, out var contact))
            {
                Take(contact);
                return Step.Exit(ScriptExits.Found);
            }
        }

        return check.Lookup is { } lookup ? Ask(now, lookup, FoundPointer, NamePointer) : Step.Exit(ScriptExits.NotFound);
    }

    protected override Step Answered(WebAnswer answer)
    {
        if (answer.Status is NotFound or NoContent || (answer.IsSuccess && answer.Value(0) == "false"))
        {
            return Step.Exit(ScriptExits.NotFound);
        }

        if (!answer.IsSuccess)
        {
            Stage.Problem($"the caller's number could not be looked up: {answer.Trouble ?? $"status {answer.Status}"}");
            return Step.Exit(ScriptExits.NotFound);
        }

        Stage.Call.ContactName = answer.Value(1);
        Store(check.Lookup!, answer, OwnPointers);
        return Step.Exit(ScriptExits.Found);
    }

    // What somebody else's entry, or an earlier answer, said must not be said of this caller.
    private void Forget()
    {
        Stage.Call.ContactName = null;
        foreach (var list in check.Lists.Select(Stage.Configuration.ContactLists.GetValueOrDefault).OfType<ContactListSnapshot>())
        {
            foreach (var name in list.Variables)
            {
                Assignments.Store(Stage, name, "");
            }
        }
    }

    private void Take(Contact contact)
    {
        Stage.Call.ContactName = contact.Name;
        foreach (var (name, value) in contact.Variables)
        {
            Assignments.Store(Stage, name, value);
        }
    }
}
