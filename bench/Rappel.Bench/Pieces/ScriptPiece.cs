using BenchmarkDotNet.Attributes;
using Rappel.Core.Ivr;
using Rappel.Core.Numbers;

namespace Rappel.Bench.Pieces;

/// <summary>A waiting caller's round of the example's treatment: the place is said, the choice is offered, twenty seconds pass.</summary>
public class ScriptPiece : IScriptEnvironment
{
    private ScriptRun _run = null!;
    private Instant _now = new(2026, 3, 2, 15, 0, 0, TimeSpan.Zero);
    private int _token;

    public int QueuePosition => 3;

    public TimeSpan? ExpectedWait => TimeSpan.FromMinutes(4);

    public int CallbackPosition => 0;

    public TimeSpan Waited => TimeSpan.FromMinutes(1);

    public QueueReading Read(string queue) => new(1, 0, 3, ExpectedWait, false, null);

    [GlobalSetup]
    public void Begin()
    {
        var example = ExampleCentre.Read();
        _run = new ScriptRun(
            example, example.Scripts["nurse-line"], ScriptEntry.InQueue, new ScriptCall(new PhoneNumber("+15145550177"), "ligne-info-sante", "+15145550100", "fr"), this);
        _run.Start(_now);
        Listen();
    }

    [Benchmark(Description = "Script: one round of a caller's treatment")]
    public int Round()
    {
        var before = _token;
        Give(2, new IvrInput.SpeakEnded(_token));
        Give(6, new IvrInput.SpeakEnded(_token));
        Give(20, new IvrInput.TimePassed());
        return _token == before + 2 ? _token : throw new InvalidOperationException("the round took another way");
    }

    private void Give(int seconds, IvrInput input)
    {
        _now += TimeSpan.FromSeconds(seconds);
        _run.Handle(_now, input);
        Listen();
    }

    private void Listen()
    {
        while (_run.TryTake(out var output))
        {
            if (output is IvrOutput.Speak speak)
            {
                _token = speak.Token;
            }
        }
    }
}
