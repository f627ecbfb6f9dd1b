using System.Collections.Immutable;

namespace Rappel.Core.Config.Forms;

/// <summary>What a field may hold.</summary>
public abstract record ValueForm
{
    /// <summary>The kind as screens and programs are told it.</summary>
    public abstract string Kind { get; }

    /// <summary>The form of what stands under a key or an index of a value of this form; null where nothing does.</summary>
    public virtual ValueForm? Inner(string step) => null;
}

/// <summary>A list. A single value in its place is a list of one.</summary>
/// <param name="Most">Items at most.</param>
public sealed record ListForm(ValueForm Item, int Most) : ValueForm
{
    public override string Kind => "list";

    public override ValueForm Inner(string step) => Item;
}

/// <summary>Names with values, in any order.</summary>
/// <param name="Keys">What the names are, in a word: <c>variable</c>, <c>header</c>.</param>
public sealed record MapForm(string Keys, ValueForm Value, int Most) : ValueForm
{
    public override string Kind => "map";

    public override ValueForm Inner(string step) => Value;
}

/// <summary>Fields.</summary>
public sealed record RecordForm(ImmutableArray<FieldForm> Fields) : ValueForm
{
    public override string Kind => "record";

    /// <summary>The field that a single value alone stands for, as <c>1001</c> for <c>{ agent: 1001 }</c>; null where none does.</summary>
    public string? Principal { get; init; }

    /// <summary>Fields of which exactly one must be given; empty where there is no such rule.</summary>
    public ImmutableArray<string> ExactlyOne { get; init; } = [];

    public FieldForm? Field(string name) => Fields.FirstOrDefault(f => f.Name == name);

    public override ValueForm? Inner(string step) => Field(step)?.Value;
}

/// <summary>What is said: a list of texts by language, and of prompts. A text alone is one in the default language.</summary>
public sealed record UtterancesForm(RecordForm Item, int Most) : ValueForm
{
    public override string Kind => "utterances";

    public override ValueForm Inner(string step) => Item;
}

/// <summary>Hours by day of the week, or by date (<paramref name="ByDate"/>).</summary>
/// <param name="Item">One stretch of a day.</param>
public sealed record DaysForm(bool ByDate, ListForm Item) : ValueForm
{
    public override string Kind => ByDate ? "exceptions" : "weekly";

    public override ValueForm Inner(string step) => Item;
}

/// <summary>Script objects, one after the other. Nothing is an empty sequence.</summary>
public sealed record SequenceForm : ValueForm
{
    public static readonly SequenceForm Instance = new();

    private SequenceForm()
    {
    }

    public override string Kind => "objects";

    public override ValueForm Inner(string step) => ScriptObjectForm.Instance;
}

/// <summary>One script object. Which fields it has depends on its type: see <see cref="ObjectForms"/>.</summary>
public sealed record ScriptObjectForm : ValueForm
{
    public static readonly ScriptObjectForm Instance = new();

    private ScriptObjectForm()
    {
    }

    public override string Kind => "object";
}

/// <summary>Sequences by the name of the exit that leads to them.</summary>
public sealed record ExitsForm(ImmutableArray<string> Names) : ValueForm
{
    public override string Kind => "exits";

    public override ValueForm Inner(string step) => SequenceForm.Instance;
}
