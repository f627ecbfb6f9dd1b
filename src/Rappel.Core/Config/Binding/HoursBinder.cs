using System.Globalization;

namespace Rappel.Core.Config.Binding;

/// <param name="To">00:00 is the day's end; at or before <paramref name="From"/> it is in the next day.</param>
internal readonly record struct Hours(TimeOnly From, TimeOnly To, int Treatment, SourceMark Mark);

/// <summary>Reads hours: <c>08:00-17:30</c>, a map with a treatment, a list of those, or <c>closed</c>.</summary>
internal static class HoursBinder
{
    private const string DayEnd = "24:00";

    public static List<Hours> Bind(BindingScope scope, ConfigNode node, string path, Said allowed)
    {
        var hours = new List<Hours>();
        if (node is ConfigSequence sequence)
        {
            for (var index = 0; index < sequence.Items.Length; index++)
            {
                Add(scope, hours, sequence.Items[index], $"{path}/{index}", allowed);
            }
        }
        else if (node is not ConfigScalar { Text: "closed" })
        {
            Add(scope, hours, node, path, allowed);
        }

        return hours;
    }

    private static void Add(BindingScope scope, List<Hours> hours, ConfigNode node, string path, Said allowed)
    {
        switch (node)
        {
            case ConfigScalar { Faulty: false, IsNull: false } scalar:
                Add(scope, hours, scalar, path, 0, allowed);
                break;
            case ConfigMap map:
                var reader = new MapReader(scope, map, path, map.Mark);
                var text = reader.RequiredScalar("hours", allowed);
                var treatment = reader.Has("treatment") ? reader.Integer("treatment", ConfigurationLimits.Treatment) : 0;
                reader.End();
                if (text is not null)
                {
                    Add(scope, hours, text, $"{path}/hours", treatment, allowed);
                }

                break;
            default:
                MapReader.WrongKind(scope, path, node, allowed);
                break;
        }
    }

    private static void Add(BindingScope scope, List<Hours> hours, ConfigScalar scalar, string path, int treatment, Said allowed)
    {
        var ends = scalar.Text.Split('-');
        if (ends.Length != 2 || !TryTime(ends[0].Trim(), false, out var from) || !TryTime(ends[1].Trim(), true, out var to))
        {
            scope.Report(ProblemCode.BadHours, path, scalar.Mark, new($"`{MapReader.Shorten(scalar.Text)}` is not hours of a day",
                $"« {MapReader.Shorten(scalar.Text)} » n'est pas une plage d'heures"), allowed);
            return;
        }

        if (from == to && ends[1].Trim() != DayEnd)
        {
            scope.Report(ProblemCode.BadHours, path, scalar.Mark, new($"`{scalar.Text}` ends when it begins", $"« {scalar.Text} » finit quand elle commence"),
                new($"two different times; the whole day is 00:00-{DayEnd}", $"deux heures différentes; la journée entière est 00:00-{DayEnd}"));
            return;
        }

        hours.Add(new Hours(from, to, treatment, scalar.Mark));
    }

    private static bool TryTime(string text, bool end, out TimeOnly time)
    {
        time = TimeOnly.MinValue;
        return (end && text == DayEnd)
            || TimeOnly.TryParseExact(text, ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
    }
}
