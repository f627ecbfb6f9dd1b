using System.Diagnostics;
using Rappel.Simulation;

if (SimOptions.Parse(args, out var error) is not { } options)
{
    Console.Error.WriteLine(error);
    return 2;
}

var watch = Stopwatch.StartNew();
var report = new Run(options).Play();
report.Print(watch.Elapsed);
return report.Violations.Count == 0 ? 0 : 1;
