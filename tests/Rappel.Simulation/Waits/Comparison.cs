using System.Globalization;

namespace Rappel.Simulation.Waits;

/// <summary>The estimators on every load shape, over many days of each: what they told on entering against what came of it.</summary>
internal static class Comparison
{
    private const int Days = 40;

    public static int Run(ulong seed)
    {
        Console.WriteLine("| load | callers judged | mean wait (s) | estimator | mean error | mean size of error | root mean square | 9 in 10 within |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        foreach (var load in LoadShape.All)
        {
            var (errors, waits) = Play(load, seed);
            for (var i = 0; i < errors.Length; i++)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"| {load.Name} | {errors[i].Count} | {waits.Average():0} | {Panel.Names[i]} | {errors[i].Bias:+0;-0} | {errors[i].MeanSize:0} | {errors[i].RootMeanSquare:0} | {errors[i].NinetiethPercentile:0} |"));
            }
        }

        return 0;
    }

    /// <returns>The errors in the order of <see cref="Panel.Names"/>, and the waits they are about, in seconds.</returns>
    public static (Errors[] Errors, List<double> Waits) Play(LoadShape load, ulong seed, int days = Days)
    {
        var random = new SimRandom(seed);
        var errors = Array.ConvertAll(Panel.Names, _ => new Errors());
        var waits = new List<double>();
        for (var day = 0; day < days; day++)
        {
            var floor = new WaitFloor(load, random.Fork(), errors);
            floor.Play();
            waits.AddRange(floor.Waits);
        }

        return (errors, waits);
    }
}
