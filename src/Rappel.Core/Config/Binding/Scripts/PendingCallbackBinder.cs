using System.Collections.Immutable;

namespace Rappel.Core.Config.Binding.Scripts;

/// <summary>Check callback and Change callback: a caller with a pending request rings again.</summary>
internal static class PendingCallbackBinder
{
    private static readonly ImmutableArray<(string Word, CallbackChange Action)> Actions =
    [
        ("cancel", CallbackChange.Cancel),
        ("changeNumber", CallbackChange.ChangeNumber),
        ("takePlace", CallbackChange.TakePlace),
    ];

    public static ScriptObject BindCheck(ObjectReader reader) => new CheckCallbackObject(
        reader.Path, reader.Protected, reader.Map.Reference("queue", false, NamedKind.OutboundQueue),
        reader.Exits(ScriptExits.CheckCallback, required: true));

    public static ScriptObject BindChange(ObjectReader reader)
    {
        var words = Actions.Select(a => a.Word).ToArray();
        var allowed = Said.Listed(words);
        var action = CallbackChange.Cancel;
        if (reader.Map.RequiredScalar("action", allowed) is { } scalar)
        {
            var at = Array.IndexOf(words, scalar.Text);
            if (at < 0)
            {
                reader.Report(ProblemCode.BadValue, "action", scalar.Mark,
                    new Said($"`action` is `{MapReader.Shorten(scalar.Text)}`", $"« action » vaut « {MapReader.Shorten(scalar.Text)} »")
                    + NearestWord.Hint(scalar.Text, words), allowed);
            }
            else
            {
                action = Actions[at].Action;
            }
        }

        return new ChangeCallbackObject(reader.Path, reader.Protected, action, reader.Exits(ScriptExits.ChangeCallback));
    }
}
