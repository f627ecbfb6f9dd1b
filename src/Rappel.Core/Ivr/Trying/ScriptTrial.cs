using System.Collections.Immutable;
using Rappel.Core.Config;
using Rappel.Core.Ivr.Running;

namespace Rappel.Core.Ivr.Trying;

/// <summary>
/// Plays a call through a script on virtual time, from its beginning, with what happens to it given beforehand: the interpreter that
/// serves callers, and nothing dialled. The same request always gives the same result.
/// </summary>
public static class ScriptTrial
{
    /// <param name="configuration">Has the script, and what it uses as far as that is there.</param>
    /// <param name="lengths">How long each piece of speech takes.</param>
    public static TrialResult Play(ConfigurationSnapshot configuration, TrialRequest request, Func<AudioSegment, SpokenLength> lengths)
    {
        var log = new TrialLog { Path = $"scripts/{request.Script}/{(request.Entry == ScriptEntry.Main ? "main" : "inQueue")}" };
        var call = new TrialCall(configuration, request, lengths, log);
        call.Begin();
        foreach (var input in request.Inputs.Where(i => i.At <= request.Until).OrderBy(i => i.At))
        {
            AdvanceTo(call, request.At, input.At, log);
            if (!log.IsFull)
            {
                call.Take(request.At + input.At, input);
            }
        }

        AdvanceTo(call, request.At, request.Until, log);
        return Result(configuration, request, call, log);
    }

    /// <summary>What falls due on the way happens at its own moment, before what comes from outside at the same one.</summary>
    private static void AdvanceTo(TrialCall call, Instant began, TimeSpan to, TrialLog log)
    {
        while (!log.IsFull && call.NextDeadline is { } due && due <= began + to)
        {
            log.At = due - began > log.At ? due - began : log.At;
            call.Advance(began + log.At);
        }

        log.At = log.IsFull ? log.At : to;
    }

    private static TrialResult Result(ConfigurationSnapshot configuration, TrialRequest request, TrialCall call, TrialLog log)
    {
        var waiting = call.Listening is { } run ? TrialExits.Find(configuration, run.CurrentPath) : null;
        var exits = waiting is null ? [] : ScriptExits.Possible(waiting);
        return new TrialResult(
            log.At, State(call, waiting), waiting, TrialExits.IsForward(call.Asked) ? [.. exits, TrialInput.Answered] : exits,
            call.NextDeadline - request.At, Variables(request.Call, call.Variables), [.. log.Events]);
    }

    private static TrialState State(TrialCall call, ScriptObject? waiting) => call switch
    {
        { IsOver: true } => TrialState.Ended,
        { IsConnected: true } => TrialState.Connected,
        { Asked: IvrOutput.RequestCallback or IvrOutput.ChangeCallback } => TrialState.RequestingCallback,
        { Asked: { } asked } => TrialExits.IsForward(asked) ? TrialState.Forwarding : TrialState.Asking,
        { IsIdle: true } => TrialState.InQueue,
        { IsSpeaking: true } => TrialState.Speaking,
        _ => waiting is WaitObject ? TrialState.Music : TrialState.WaitingForKey,
    };

    private static ImmutableSortedDictionary<string, string> Variables(ScriptCall call, RunVariables variables)
    {
        var all = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var name in ScriptVariables.System)
        {
            all[name] = variables.Value(name) ?? "";
        }

        if (call.CallbackNumber is { } number)
        {
            all[RunVariables.CustomerPhoneNumber] = number.Value;
        }

        foreach (var (name, value) in call.Variables)
        {
            all[name] = value;
        }

        return all.ToImmutable();
    }
}
