using System.Collections.Immutable;
using Rappel.Core.Config.Binding.Scripts;

namespace Rappel.Core.Config.Forms;

/// <summary>
/// One type of script object. Besides its own fields each has <c>protected</c>, and <c>exits</c> where it has exits.
/// </summary>
/// <param name="Name">As it is written: <c>getDigit</c>.</param>
public sealed record ObjectForm(string Name, RecordForm Record)
{
    private RecordForm? whole;

    /// <summary>The exits it can take; empty for one that goes on to the next object, or nowhere.</summary>
    public ImmutableArray<string> Exits { get; init; } = [];

    /// <summary>Whether its exits must be written.</summary>
    public bool ExitsRequired { get; init; }

    /// <summary>Whether it makes sense only while a caller waits.</summary>
    public bool InQueueOnly { get; init; }

    /// <summary>The whole object in its long form: its type, its own fields, and those that every type has.</summary>
    public RecordForm Whole => whole ??= Record with
    {
        Fields =
        [
            new FieldForm(ObjectForms.Type, new ScalarForm(ScalarKind.Choice)) { Required = true },
            .. Record.Fields,
            ObjectForms.ProtectedField,
            .. Exits.IsEmpty ? [] : new[] { new FieldForm(ObjectForms.Exits, new ExitsForm(Exits)) { Required = ExitsRequired } },
        ],
    };

    internal Func<ObjectReader, ScriptObject> Bind { get; init; } = _ => throw new NotSupportedException("This type of object has no binder.");

    /// <summary>
    /// Whether a value stands for the principal field, as in <c>goto: Rappel</c>. A map does where what is said may be a map and no
    /// field of the object is in it, as in <c>say: { fr: ..., en: ... }</c>.
    /// </summary>
    public bool IsShort(ConfigNode value) => Record.Principal is { } principal && value switch
    {
        ConfigScalar => true,
        ConfigSequence => Record.Field(principal)!.Value is not ScalarForm,
        ConfigMap map => Record.Field(principal)!.Value is UtterancesForm && !map.Entries.Any(e => IsField(e.Key.Text)),
        _ => false,
    };

    private bool IsField(string name) => Whole.Field(name) is not null;
}
