namespace Rappel.Simulation;

/// <param name="Hours">Hours with faults in all; of each stretch where new seeds are played for a time.</param>
/// <param name="CallsPerHour">Mean of the arrivals.</param>
/// <param name="Log">Print what the engine logs.</param>
/// <param name="Kept">A file of seeds that are played instead; null for none.</param>
/// <param name="Seconds">Play new seeds, from this seed on, until so much time has passed; null for one run.</param>
internal sealed record SimOptions(ulong Seed, double Hours, double CallsPerHour, bool Log, string? Kept, double? Seconds)
{
    private const string Expected =
        "expected --seed N, --hours H (above 0, at most 100000), --calls PER_HOUR (above 0, at most 10000), --kept FILE, --for SECONDS or --log";

    public static SimOptions? Parse(string[] arguments, out string error)
    {
        var options = new SimOptions(1, 24, 60, false, null, null);
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
                case "--for" when double.TryParse(value, out var seconds) && seconds is > 0 and <= 100_000:
                    options = options with { Seconds = seconds };
                    break;
                case "--kept" when value.Length > 0:
                    options = options with { Kept = value };
                    break;
                default:
                    error = $"{name} {value}: {Expected}";
                    return null;
            }
        }

        return options;
    }
}
