namespace Rappel.Simulation;

/// <param name="Hours">Hours with faults; after them no caller calls any more, and everything open has to end.</param>
/// <param name="CallsPerHour">Mean of the arrivals.</param>
/// <param name="Log">Print what the engine logs.</param>
internal sealed record SimOptions(ulong Seed, double Hours, double CallsPerHour, bool Log)
{
    public static SimOptions? Parse(string[] arguments, out string error)
    {
        var options = new SimOptions(1, 24, 60, false);
        error = "";
        for (var i = 0; i < arguments.Length; i++)
        {
            var name = arguments[i];
            if (name == "--log")
            {
                options = options with { Log = true };
                continue;
            }

            var value = i + 1 < arguments.Length ? arguments[++i] : "";
            switch (name)
            {
                case "--seed" when ulong.TryParse(value, out var seed):
                    options = options with { Seed = seed };
                    break;
                case "--hours" when double.TryParse(value, out var hours) && hours is > 0 and <= 100_000:
                    options = options with { Hours = hours };
                    break;
                case "--calls" when double.TryParse(value, out var calls) && calls is > 0 and <= 10_000:
                    options = options with { CallsPerHour = calls };
                    break;
                default:
                    error = $"{name} {value}: expected --seed N, --hours H (above 0, at most 100000), --calls PER_HOUR (above 0, at most 10000) or --log";
                    return null;
            }
        }

        return options;
    }
}
