using Rappel.Engine;

namespace Rappel.Tests.Server.Hosting;

/// <summary>An engine that writes down what it is given and says what it is told to say.</summary>
internal sealed class FakeEngine : IEngine
{
    private readonly Queue<EngineOutput> outputs = new();

    public List<EngineInput> Handled { get; } = [];

    public Func<EngineInput, IEnumerable<EngineOutput>> Answers { get; set; } = _ => [];

    public Instant? NextDeadline { get; set; }

    public void Handle(Instant now, EngineInput input)
    {
        Handled.Add(input);
        if (input is EngineInput.TimePassed)
        {
            NextDeadline = null;
        }

        foreach (var output in Answers(input))
        {
            outputs.Enqueue(output);
        }
    }

    public bool TryTake(out EngineOutput output) => outputs.TryDequeue(out output!);
}
