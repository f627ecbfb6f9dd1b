using Rappel.Core.Callbacks;

namespace Rappel.Core.Config.Binding.Scripts;

/// <summary>The Callback object. What it promises is asked for in full: nothing about a promise goes without saying.</summary>
internal static class CallbackBinder
{
    private const string CurrentChannel = "current channel";

    private static readonly Said CallerIdWords = new("[current channel], or the key or number of an enabled channel",
        "[current channel] (canal actuel), ou la clé ou le numéro d'un canal activé");

    public static ScriptObject Bind(ObjectReader reader)
    {
        var map = reader.Map;
        var terms = new CallbackTerms(
            map.Reference("queue", true, NamedKind.OutboundQueue) ?? "",
            CallerId(reader),
            map.Reference("dialPlan", true, NamedKind.DialPlan) ?? "",
            map.Integer("attempts", ConfigurationLimits.Attempts),
            map.Duration("retryDelay", ConfigurationLimits.RetryDelay),
            map.Duration("cancelAfter", ConfigurationLimits.CancelAfter),
            map.Duration("ringTime", ConfigurationLimits.RingTime, CallbackLimits.DefaultRingTime),
            map.Flag("agentNoAnswerUsesAttempt", true))
        {
            RungFirst = map.Choice("rungFirst", RungFirst.Agent, ("agent", RungFirst.Agent), ("customer", RungFirst.Customer)),
            OnMachine = map.Choice("onMachine", MachineAction.TryLater,
                ("try-later", MachineAction.TryLater), ("leave-message", MachineAction.LeaveMessage),
                ("count-as-attempt", MachineAction.CountAsAttempt)),
            Duplicates = map.Choice("duplicates", DuplicateChoice.Keep, ("keep", DuplicateChoice.Keep), ("renew", DuplicateChoice.Renew)),
            Announcement = map.Reference("announcement", false, NamedKind.Prompt),
            MachineMessage = map.Reference("machineMessage", false, NamedKind.Prompt),
        };
        return new CallbackObject(reader.Path, reader.Protected, terms, reader.Exits(ScriptExits.Callback));
    }

    /// <summary>Null is the current channel. In YAML <c>[current channel]</c> without quotes is a list of one text: that will do.</summary>
    private static string? CallerId(ObjectReader reader)
    {
        var node = reader.Map.Find("callerId");
        if (node is ConfigSequence { Items: [ConfigScalar { Text: CurrentChannel }] })
        {
            return null;
        }

        if (reader.Map.OptionalScalar("callerId", CallerIdWords) is not { } scalar
            || scalar.Text is CurrentChannel or $"[{CurrentChannel}]")
        {
            return null;
        }

        var path = reader.Map.PathOf("callerId");
        var channels = reader.Context.Channels;
        var channel = channels.GetValueOrDefault(scalar.Text)
            ?? channels.Values.OrderBy(c => c.Key, StringComparer.Ordinal).FirstOrDefault(c => c.Number == scalar.Text);
        if (channel is null)
        {
            reader.Map.Scope.CheckReference(scalar, path, NamedKind.Channel);
            return null;
        }

        if (!channel.Enabled)
        {
            reader.Map.Scope.Report(ProblemCode.DisabledChannel, path, scalar.Mark,
                new($"the channel `{channel.Key}` is not enabled, so its number cannot be shown",
                    $"le canal « {channel.Key} » n'est pas activé\u00a0: son numéro ne peut être affiché"), CallerIdWords);
        }

        return channel.Key;
    }
}
