using Rappel.Core.Config;

namespace Rappel.Core.Numbers;

/// <summary>Decides what is dialled when somebody gives a number: the first rule that matches the whole of it wins.</summary>
public static class DialPlan
{
    /// <param name="typed">As typed, written or delivered; decoration (spaces, dashes, parentheses) does not matter.</param>
    /// <param name="context">The tenant's own numbers.</param>
    public static DialVerdict Dial(DialPlanSnapshot plan, string typed, DialContext context)
    {
        if (!NumberForm.TryNormalise(typed, out var number))
        {
            return new DialVerdict.Refuse(RefusalKind.NotANumber, new("not a phone number", "ce n'est pas un numéro de téléphone"));
        }

        foreach (var rule in plan.Rules)
        {
            var match = DialPattern.Of(rule).Match(number);
            if (match.Success)
            {
                return rule.Refusal is { } reason
                    ? new DialVerdict.Refuse(RefusalKind.Rule, Said.Same(reason))
                    : Apply(rule, number, rule.Rewrite is { } rewrite ? DialPattern.Rewrite(rewrite, match) : number, context);
            }
        }

        // Reserved numbers are called what they are even where the plan has no rule for them.
        return Reserved(number, number, context) ?? new DialVerdict.Refuse(RefusalKind.NoRule, new("no rule of the dial plan matches", "aucune règle du plan de numérotation ne s'applique"));
    }

    private static DialVerdict Apply(DialRuleSnapshot rule, string number, string result, DialContext context)
    {
        if (!rule.AllowReserved && Reserved(number, result, context) is { } refusal)
        {
            return refusal;
        }

        return NumberForm.IsE164(result) || NumberForm.IsExtension(result)
            ? new DialVerdict.Dial(new PhoneNumber(result), rule.Trunk, rule.TimeZone)
            : new DialVerdict.Refuse(RefusalKind.BadResult, new($"the dial plan makes `{result}` of it, which cannot be dialled",
                $"le plan de numérotation en fait « {result} », qui ne peut être composé"));
    }

    // Both forms count: a rewrite must not hide an emergency number, nor make one.
    private static DialVerdict.Refuse? Reserved(string number, string result, DialContext context) =>
        (ReservedNumbers.Find(result, context) ?? ReservedNumbers.Find(number, context)) switch
        {
            RefusalKind.Emergency => new DialVerdict.Refuse(RefusalKind.Emergency, new("emergency number", "numéro d'urgence")),
            RefusalKind.Premium => new DialVerdict.Refuse(RefusalKind.Premium, new("premium-rate number", "numéro surtaxé")),
            RefusalKind.OwnChannel => new DialVerdict.Refuse(RefusalKind.OwnChannel, new("one of our own numbers", "un de nos propres numéros")),
            _ => null,
        };
}
