using System.Diagnostics;
using System.Globalization;
using Rappel.Simulation;
using Rappel.Simulation.Mutants;
using Rappel.Simulation.Waits;

if (args is ["waits", ..])
{
    return Comparison.Run(args.Length > 1 && ulong.TryParse(args[1], out var seed) ? seed : 1);
}

if (args is ["mutants", ..])
{
    return Hunt.Run(args[1..]);
}

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (SimOptions.Parse(args, out var error) is not { } options)
{
    Console.Error.WriteLine(error);
    return 2;
}

var watch = Stopwatch.StartNew();
var campaign = new Campaign();
if (options.Kept is { } file)
{
    return Report.Print("kept seeds", campaign.Play(KeptSeeds.Read(file, options.CallsPerHour)), watch.Elapsed) ? 0 : 1;
}

if (options.Seconds is { } seconds)
{
    var results = campaign.PlayFor(
        TimeSpan.FromSeconds(seconds), i => new StretchOptions(options.Seed + (ulong)i, options.Hours, options.CallsPerHour, options.Log));
    return Report.Print($"new seeds from {options.Seed} on", results, watch.Elapsed) ? 0 : 1;
}

return Report.Print($"seed {options.Seed}", campaign.Play(Campaign.Split(options)), watch.Elapsed) ? 0 : 1;
