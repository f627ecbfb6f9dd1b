using Rappel.Simulation.Checkers;
using Rappel.Sip.UserAgents;

namespace Rappel.Simulation;

/// <summary>A caller: listens, presses keys, changes their mind, and hangs up at any moment.</summary>
internal sealed class SimCaller(World world, SimRandom random, Site site, SimCarrier carrier, Referee referee, string? number, string language, int numbers)
{
    /// <summary>Also of whoever hears nothing any more because the agent's phone is gone.</summary>
    private static readonly TimeSpan MostPatience = TimeSpan.FromMinutes(20);

    private readonly Wish _wish = Draw(random);
    private readonly string _typed = $"{(random.Chance(0.8) ? "514" : "604")}555{random.Between(0, numbers):0000}";
    private bool _corrected;

    private enum Wish
    {
        WaitForAgent,
        CallbackKeepingNumber,
        CallbackTypingNumber,
        Operator,
        Message,
    }

    public string? Number => number;

    /// <summary>Where this phone hears.</summary>
    public int Port { get; set; }

    public SipLeg Leg { get; set; }

    /// <summary>Where the engine's end of this call is.</summary>
    public int EnginePort { get; set; }

    public bool IsOver { get; set; }

    /// <summary>Some hang up before anybody answers.</summary>
    public void Begin()
    {
        if (random.Chance(0.02))
        {
            world.After(random.Milliseconds(0, 300), () => carrier.HangUp(this));
        }
    }

    public void Answered()
    {
        if (number is not null)
        {
            referee.CallerIsThrough(number);
        }

        if (_wish == Wish.WaitForAgent && number is not null)
        {
            referee.CallerOnlyWaits(number);
        }

        var patience = random.Exponential(TimeSpan.FromMinutes(12));
        world.After(patience < MostPatience ? patience : MostPatience, () => carrier.HangUp(this));
    }

    /// <summary>Something is said to this caller.</summary>
    public void Hear(string text, string spoken)
    {
        if (IsOver)
        {
            return;
        }

        referee.Heard(site.Clock.Now, language, spoken, text);

        if (Says(text, "It is done", "C'est noté"))
        {
            referee.CallerWasPromised(site.Clock.Now, string.Concat(text.Where(char.IsAsciiDigit)));
        }

        if (random.Chance(0.03))
        {
            // Hung up at this very step.
            world.After(random.Seconds(0, 6), () => carrier.HangUp(this));
        }
        else if (AnswerTo(text) is { } keys)
        {
            var last = Press(keys);
            if (random.Chance(0.02))
            {
                // Hung up as the key is pressed, or while what it asked for is being written.
                world.After(last + random.Milliseconds(0, 60), () => carrier.HangUp(this));
            }
        }
    }

    private static Wish Draw(SimRandom random) => random.Share() switch
    {
        < 0.40 => Wish.WaitForAgent,
        < 0.65 => Wish.CallbackKeepingNumber,
        < 0.88 => Wish.CallbackTypingNumber,
        < 0.94 => Wish.Operator,
        _ => Wish.Message,
    };

    private static bool Says(string text, string english, string french) =>
        text.Contains(english, StringComparison.Ordinal) || text.Contains(french, StringComparison.Ordinal);

    private string? AnswerTo(string text)
    {
        if (Says(text, "You are calling from", "Vous appelez du"))
        {
            return _wish == Wish.CallbackTypingNumber ? "2" : "1";
        }

        if (Says(text, "Enter the number", "Composez le numéro") || Says(text, "Enter the new number", "Composez le nouveau numéro"))
        {
            // Some begin with a number that nobody may dial.
            return (random.Chance(0.1) ? "9115550000" : _typed) + "#";
        }

        if (Says(text, "We will call you back at", "Nous vous rappellerons au"))
        {
            var correct = !_corrected && random.Chance(0.3);
            _corrected |= correct;
            return correct ? "2" : "1";
        }

        if (Says(text, "To keep this callback", "Pour garder ce rappel"))
        {
            // One who rings again: keeps it, takes the place, gives another number, cancels, or says nothing.
            return random.Chance(0.1) ? null : $"{random.Between(1, 5)}";
        }

        if (Says(text, "press 3", "faites le 3"))
        {
            return _wish switch
            {
                Wish.WaitForAgent => random.Chance(0.05) ? "9" : null,
                Wish.Operator => "1",
                Wish.Message => "2",
                _ => "3",
            };
        }

        if (_wish == Wish.Message && Says(text, "tone", "signal sonore"))
        {
            world.After(random.Seconds(0, 30), () => carrier.HangUp(this));
        }

        return null;
    }

    /// <returns>When the last key is pressed.</returns>
    private TimeSpan Press(string keys)
    {
        var when = random.Seconds(0.3, 7);
        var last = when;
        foreach (var key in keys)
        {
            world.After(when, () =>
            {
                if (!IsOver)
                {
                    site.Press(EnginePort, key);
                }
            });
            last = when;
            when += random.Seconds(0.2, 0.9);
        }

        return last;
    }
}
