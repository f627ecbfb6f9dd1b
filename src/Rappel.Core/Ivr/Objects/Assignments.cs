using Rappel.Core.Config;
using Rappel.Core.Ivr.Running;
using Rappel.Core.Numbers;

namespace Rappel.Core.Ivr.Objects;

/// <summary>Set Variable and Set language: objects that change the call and go on.</summary>
internal static class Assignments
{
    public static Step Set(SetVariableObject set, ScriptStage stage)
    {
        var name = set.Name.TrimStart('$');
        if (RunVariables.SystemName(name) is not null)
        {
            stage.Problem($"${name} is read only");
            return Step.Next;
        }

        // Adding to a counter that was never set is how one begins to count, so no problem is told for its missing value.
        var value = Expression.Evaluate(set.Expression, n => n == name ? stage.Variables.Value(n) ?? "" : stage.Value(n));
        Store(stage, name, value);
        return Step.Next;
    }

    /// <summary>Gives a variable of the author's a value.</summary>
    public static void Store(ScriptStage stage, string name, string value)
    {
        if (name == RunVariables.CustomerPhoneNumber)
        {
            SetCallbackNumber(stage.Call, value.Trim());
        }
        else
        {
            stage.Variables.Set(name, value);
            stage.Call.Collected.Remove(name);
        }
    }

    public static Step Set(SetLanguageObject set, ScriptStage stage)
    {
        if (stage.Call.Language != set.Language)
        {
            stage.Call.Language = set.Language;
            stage.Give(new IvrOutput.LanguageChanged(set.Language));
        }

        return Step.Next;
    }

    /// <summary>Empty takes a typed number back: the one the caller rings from counts again. The Callback object puts it through its plan.</summary>
    private static void SetCallbackNumber(ScriptCall call, string value)
    {
        call.CallbackNumber = value.Length == 0 ? null : new PhoneNumber(value);
        call.Captured = null;
    }
}
