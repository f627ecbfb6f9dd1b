using Rappel.Core.Config;
using Rappel.Core.Ivr.Running;

namespace Rappel.Core.Ivr.Trying;

/// <summary>What a script needs to run: the configuration paths whose problems keep it from being tried.</summary>
public static class ScriptUse
{
    /// <summary>
    /// The script, the scripts that a call goes on in from it, and the prompts, dial plans, schedules and contact lists of all of these. Queues, agents and channels
    /// are told figures for, so that what is wrong with them does not matter here.
    /// </summary>
    public static IReadOnlySet<string> Of(ConfigurationSnapshot configuration, string script)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([script]);
        while (open.TryPop(out var key))
        {
            if (used.Add($"scripts/{key}") && configuration.Scripts.TryGetValue(key, out var found))
            {
                foreach (var item in ScriptTree.All(found))
                {
                    Add(configuration, item, used, open);
                }
            }
        }

        return used;
    }

    /// <summary>Whether a problem's path lies in what is used.</summary>
    public static bool IsIn(IReadOnlySet<string> used, string path) =>
        path.Split('/') is [var section, var key, ..] && used.Contains($"{section}/{key}");

    private static void Add(ConfigurationSnapshot configuration, ScriptObject item, HashSet<string> used, Stack<string> open)
    {
        switch (item)
        {
            case SayObject say:
                AddPrompts(say.Utterances, used);
                break;
            case GetDigitObject question:
                AddPrompts(question.Prompt, used);
                break;
            case GetValueObject question:
                AddPrompts(question.Prompt, used);
                Add("dialPlans", question.DialPlan, used);
                break;
            case ScheduleObject schedule:
                Add("schedules", schedule.Schedule, used);
                break;
            case ForwardToNumberObject forward:
                Add("dialPlans", forward.DialPlan, used);
                break;
            case CallbackObject callback:
                Add("dialPlans", callback.Terms.DialPlan, used);
                break;
            case CheckNumberObject check:
                used.UnionWith(check.Lists.Select(list => $"contactLists/{list}"));
                break;
            case ForwardToScriptObject forward:
                open.Push(forward.Script);
                break;
            case ForwardToQueueObject forward when configuration.InboundQueues.TryGetValue(forward.Queue, out var queue):
                Add("schedules", queue.Schedule, used);
                if (queue.Treatment is { } treatment)
                {
                    open.Push(treatment);
                }

                break;
        }
    }

    private static void AddPrompts(IEnumerable<Utterance> utterances, HashSet<string> used)
    {
        foreach (var utterance in utterances)
        {
            Add("prompts", utterance.Prompt, used);
        }
    }

    private static void Add(string section, string? key, HashSet<string> used)
    {
        if (key is not null)
        {
            used.Add($"{section}/{key}");
        }
    }
}
