using Rappel.Core.Ivr;
using Rappel.Engine;

namespace Rappel.Simulation;

/// <summary>The web servers that scripts ask: slow at times, broken at times, and silent at times.</summary>
internal sealed class SimWeb(World world, SimRandom random, Action<EngineInput> post)
{
    private readonly HashSet<long> _open = [];

    public void Take(EngineOutput output)
    {
        if (output is EngineOutput.AskWeb ask)
        {
            Ask(ask);
        }
        else if (output is EngineOutput.ForgetWeb forget)
        {
            _open.Remove(forget.Question);
        }
    }

    private void Ask(EngineOutput.AskWeb ask)
    {
        _open.Add(ask.Question);
        if (random.Chance(0.02))
        {
            return; // Never answered: the script has a deadline of its own.
        }

        world.After(random.Chance(0.2) ? TimeSpan.Zero : random.Seconds(0, 7), () =>
        {
            if (_open.Remove(ask.Question) || random.Chance(0.1))
            {
                // Now and then the answer crosses the word that nobody wants it.
                post(new EngineInput.WebAnswered(ask.Question, Answer(ask.Asking)));
            }
        });
    }

    private WebAnswer Answer(WebAsking asking) => random.Between(0, 5) switch
    {
        0 => WebAnswer.Failed("connection refused"),
        1 => new WebAnswer(500, null, []),
        2 => new WebAnswer(404, null, []),
        _ => new WebAnswer(200, null, [.. asking.Pointers.Select(_ => random.Chance(0.7) ? "Tremblay" : null)]),
    };
}
