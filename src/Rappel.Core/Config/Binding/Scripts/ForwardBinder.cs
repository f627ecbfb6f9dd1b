using Rappel.Core.Callbacks;
using Rappel.Core.Numbers;

namespace Rappel.Core.Config.Binding.Scripts;

/// <summary>Forward to queue, number, agent, voicemail and script.</summary>
internal static class ForwardBinder
{
    private static readonly Said NumberWords = new("an E.164 number (+15145550100), an extension (1001), or text with $variables",
        "un numéro E.164 (+15145550100), un poste (1001), ou un texte avec des $variables");

    public static ScriptObject BindQueue(ObjectReader reader) => new ForwardToQueueObject(
        reader.Path, reader.Protected, reader.Map.Reference("queue", true, NamedKind.InboundQueue) ?? "",
        reader.Exits(ScriptExits.ForwardToQueue));

    public static ScriptObject BindAgent(ObjectReader reader) => new ForwardToAgentObject(
        reader.Path, reader.Protected, reader.Map.Reference("agent", true, NamedKind.Agent) ?? "", RingTime(reader),
        reader.Exits(ScriptExits.Forward));

    public static ScriptObject BindVoicemail(ObjectReader reader) => new ForwardToVoicemailObject(
        reader.Path, reader.Protected, reader.Map.Reference("queue", true, NamedKind.VoicemailQueue) ?? "",
        reader.Exits(ScriptExits.ForwardToVoicemail));

    public static ScriptObject BindScript(ObjectReader reader)
    {
        var script = reader.Map.Reference("script", true, NamedKind.Script);
        if (script is not null)
        {
            reader.Context.GoTo(script, reader.Map.PathOf("script"), reader.Map.Find("script")!.Mark);
        }

        return new ForwardToScriptObject(reader.Path, reader.Protected, script ?? "", reader.Exits(ScriptExits.ForwardToScript));
    }

    public static ScriptObject BindNumber(ObjectReader reader)
    {
        var number = reader.Map.RequiredScalar("number", NumberWords);
        var plan = reader.Map.Reference("dialPlan", false, NamedKind.DialPlan);
        if (number is not null && number.Text.Contains('$', StringComparison.Ordinal))
        {
            reader.Context.UseIn(number.Text, reader.Map.PathOf("number"), number.Mark);
        }
        else if (number is not null && WhyNot(reader, number.Text, plan) is { } reason)
        {
            reader.Report(ProblemCode.BadNumber, "number", number.Mark,
                new($"`{MapReader.Shorten(number.Text)}` {reason.English}", $"« {MapReader.Shorten(number.Text)} » {reason.French}"), NumberWords);
        }

        return new ForwardToNumberObject(
            reader.Path, reader.Protected, number?.Text ?? "", plan, RingTime(reader), reader.Exits(ScriptExits.Forward));
    }

    private static Said? WhyNot(ObjectReader reader, string number, string? plan)
    {
        if (plan is not null && reader.Context.DialPlans.TryGetValue(plan, out var rules))
        {
            return DialPlan.Dial(rules, number, reader.Context.Dialling) is DialVerdict.Refuse refusal
                ? new($"is refused by the dial plan `{plan}`: {refusal.Reason.English}",
                    $"est refusé par le plan de numérotation « {plan} »\u00a0: {refusal.Reason.French}") : null;
        }

        return NumberForm.IsE164(number) || NumberForm.IsExtension(number) ? null : new("cannot be dialled", "ne peut être composé");
    }

    private static TimeSpan RingTime(ObjectReader reader) =>
        reader.Map.Duration("ringTime", ConfigurationLimits.RingTime, CallbackLimits.DefaultRingTime);
}
