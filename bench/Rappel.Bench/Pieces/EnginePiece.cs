using BenchmarkDotNet.Attributes;

namespace Rappel.Bench.Pieces;

/// <summary>Whole calls through the engine, from the bytes of a message to the bytes of the next, with all that is due meanwhile.</summary>
public class EnginePiece
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1);

    private readonly Queue<string> _callers = new();
    private BareCentre _centre = null!;
    private string _served = "";

    [Params(100, 5_000)]
    public int Waiting { get; set; }

    internal BareCentre Centre => _centre;

    /// <summary>The agent serves one caller, and so many wait.</summary>
    [GlobalSetup(Targets = [nameof(Serve), nameof(Hold)])]
    public void Fill()
    {
        _centre = new BareCentre();
        for (var i = 0; i <= Waiting; i++)
        {
            _callers.Enqueue(_centre.Call(BareCentre.Plain));
            _centre.Pass(Moment);
        }

        _centre.SetAvailable();
        _served = _callers.Dequeue();
    }

    [GlobalSetup(Target = nameof(Call))]
    public void Empty() => _centre = new BareCentre();

    /// <summary>A greeting, a round of the treatment, music, and after two seconds the caller hangs up.</summary>
    [Benchmark(Description = "Engine: a call into a queue and out again, two seconds")]
    public void Call()
    {
        var call = _centre.Call(BareCentre.Spoken);
        _centre.Pass(TimeSpan.FromSeconds(2));
        _centre.HangUp(call, BareCentre.Spoken);
    }

    /// <summary>The served caller hangs up, the agent is free, the first in line rings the agent and is connected; another caller comes in.</summary>
    [Benchmark(Description = "Engine: agent free, next caller rung and connected, another comes in; {0} waiting")]
    public void Serve()
    {
        var rung = _centre.Rung;
        _centre.Pass(Moment);
        _centre.HangUp(_served, BareCentre.Plain);
        _served = _callers.Dequeue();
        _callers.Enqueue(_centre.Call(BareCentre.Plain));
        if (_centre.Rung != rung + 1)
        {
            throw new InvalidOperationException("the agent was not rung");
        }
    }

    /// <summary>What is due by itself: watching over what is under way, live views.</summary>
    [Benchmark(Description = "Engine: five seconds in which nothing happens; {0} waiting")]
    public void Hold() => _centre.Pass(TimeSpan.FromSeconds(5));
}
