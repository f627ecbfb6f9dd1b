using Rappel.Core.Config;
using Rappel.Core.Numbers;

namespace Rappel.Engine.Callbacks;

/// <summary>
/// A number as requests may hold it: as it was delivered or typed, and as each dial plan would dial it, because a request holds what its
/// plan made of the same number.
/// </summary>
internal sealed class NumberForms
{
    private ConfigurationSnapshot? _of;
    private DialContext _context = DialContext.None;
    private DialPlanSnapshot[] _plans = [];

    /// <summary>Each once, the number itself first, then in order of the plans' keys.</summary>
    public IReadOnlyList<string> Of(ConfigurationSnapshot configuration, string number)
    {
        if (!ReferenceEquals(_of, configuration))
        {
            _of = configuration;
            _context = DialContext.Of(configuration);
            _plans = [.. configuration.DialPlans.Values.OrderBy(p => p.Key, StringComparer.Ordinal)];
        }

        List<string> forms = [number];
        foreach (var plan in _plans)
        {
            if (DialPlan.Dial(plan, number, _context) is DialVerdict.Dial dial && !forms.Contains(dial.Number.Value))
            {
                forms.Add(dial.Number.Value);
            }
        }

        return forms;
    }
}
