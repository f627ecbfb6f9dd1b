using System.Diagnostics;
using Rappel.Simulation;
using Rappel.Simulation.Waits;

if (args is ["waits", ..])
{
    return Comparison.Run(args.Length > 1 && ulong.TryParse(args[1], out var seed) ? seed : 1);
}

if (SimOptions.Parse(args, out var error) is not { } options)
{
    Console.Error.WriteLine(error);
    return 2;
}

var watch = Stopwatch.StartNew();
var report = new Run(options).Play();
report.Print(watch.Elapsed);
return report.Violations.Count == 0 ? 0 : 1;
