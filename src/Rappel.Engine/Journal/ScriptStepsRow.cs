using System.Collections.Immutable;
using Rappel.Core.Calls;

namespace Rappel.Engine.Journal;

/// <summary>The way one caller took through scripts, written once, when the call ends. A process that dies loses those of the calls it had.</summary>
/// <param name="At">When the call began: all of its steps count there, so that shares add up.</param>
public sealed record ScriptStepsRow(TenantId Tenant, Instant At, ImmutableArray<ScriptStep> Steps);

/// <param name="Path">Of the object, for example <c>scripts/nurse-line/inQueue/0/exits/3/1</c>.</param>
/// <param name="Word">The exit, or the outcome of the call that ended there; empty for entering the object.</param>
/// <param name="Times">How often in this call.</param>
public readonly record struct ScriptStep(string Path, ScriptStepKind Kind, string Word, int Times);

public enum ScriptStepKind
{
    /// <summary>The caller came to the object.</summary>
    Entered,

    /// <summary>The caller left it by an exit.</summary>
    Exit,

    /// <summary>The call ended, or an agent took it, while the object ran.</summary>
    Ended,
}
