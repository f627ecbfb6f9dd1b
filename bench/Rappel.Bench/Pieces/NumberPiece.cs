using BenchmarkDotNet.Attributes;
using Rappel.Core.Config;
using Rappel.Core.Numbers;

namespace Rappel.Bench.Pieces;

/// <summary>A number as a caller types it, through the example's dial plan.</summary>
public class NumberPiece
{
    private readonly DialPlanSnapshot _plan;
    private readonly DialContext _context;

    public NumberPiece()
    {
        var example = ExampleCentre.Read();
        _plan = example.DialPlans["north-american"];
        _context = DialContext.Of(example);
    }

    [Benchmark(Description = "Numbers: take a number through the dial plan")]
    public object Dial() => DialPlan.Dial(_plan, "(514) 555-0142", _context);
}
