using Rappel.Core.Config;
using Rappel.Core.Numbers;

namespace Rappel.Core.Ivr.Running;

/// <summary>Puts a number through a dial plan at the moment it is given, so that one we may not dial is asked for again.</summary>
internal static class NumberCapture
{
    /// <param name="plan">Key of a dial plan; null takes the number as it is.</param>
    /// <returns>Null where the number is refused, or is none.</returns>
    public static CapturedNumber? Through(ConfigurationSnapshot configuration, string? plan, string number)
    {
        if (plan is null)
        {
            return NumberForm.TryNormalise(number, out var normal) ? new CapturedNumber(new PhoneNumber(normal), null, null, null) : null;
        }

        return configuration.DialPlans.TryGetValue(plan, out var rules)
            && DialPlan.Dial(rules, number, DialContext.Of(configuration)) is DialVerdict.Dial dial
                ? new CapturedNumber(dial.Number, dial.Trunk, dial.TimeZone, plan)
                : null;
    }
}
