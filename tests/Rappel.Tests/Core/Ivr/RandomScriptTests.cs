using System.Collections.Immutable;
using Rappel.Core.Config;
using Rappel.Core.Ivr;
using Rappel.Core.Numbers;
using static Rappel.Tests.Core.Ivr.Objects;

namespace Rappel.Tests.Core.Ivr;

/// <summary>Whatever an administrator builds and whatever a caller does, a run waits for something or has ended.</summary>
public class RandomScriptTests
{
    private const int Scripts = 800;
    private const int Acts = 60;
    private const string Keys = "0123456789*#ABCD";
    private static readonly string[] ExitNames =
        [.. Keys.Select(k => k.ToString()), "no-input", "invalid", "ok", "true", "false", "busy", "failed", "requested", "refused", "open", "closed", "left"];

    [Fact]
    public void A_run_never_throws_and_always_waits_or_has_ended()
    {
        for (var seed = 1; seed <= Scripts; seed++)
        {
            try
            {
                Journey(new Random(seed), tell: false);
            }
            catch (Exception fault) when (fault is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"seed {seed}: {fault}");
            }
        }
    }

    [Fact]
    public void The_same_caller_hears_the_same()
    {
        for (var seed = 1; seed <= 100; seed++)
        {
            Assert.Equal(Journey(new Random(seed), tell: true), Journey(new Random(seed), tell: true));
        }
    }

    private static string Journey(Random random, bool tell)
    {
        var entry = (ScriptEntry)random.Next(2);
        var script = new ScriptSnapshot("random", "Random", Sequence(random, 0), Sequence(random, 0));
        PhoneNumber? caller = random.Next(3) == 0 ? null : new PhoneNumber("+15145550177");
        var run = new ScriptRun(
            ScriptBench.Configuration, script, entry, new ScriptCall(caller, "main-line", "+15145550100", "fr"), new FakeEnvironment { QueuePosition = random.Next(3) });
        var now = new Instant(2026, 3, 2, 15, 0, 0, TimeSpan.Zero);
        var watch = new Watch(run, entry, tell);
        run.Start(now);
        watch.Check();
        for (var act = 0; act < Acts; act++)
        {
            now += TimeSpan.FromMilliseconds(random.Next(3) switch { 0 => 0, 1 => random.Next(500), _ => random.Next(20_000) });
            run.Handle(now, Input(random, watch.Token));
            watch.Check();
        }

        return watch.Story;
    }

    private static IvrInput Input(Random random, int token) => random.Next(5) switch
    {
        0 => new IvrInput.SpeakEnded(token - random.Next(2)),
        1 or 2 => new IvrInput.DigitPressed(Keys[random.Next(Keys.Length)]),
        3 => new IvrInput.TimePassed(),
        _ => new IvrInput.Exit(ExitNames[random.Next(ExitNames.Length)]),
    };

    private static ImmutableArray<ScriptObject> Sequence(Random random, int depth) =>
        [.. Enumerable.Range(0, random.Next(depth == 0 ? 6 : 4)).Select(_ => One(random, depth))];

    private static ImmutableDictionary<string, ImmutableArray<ScriptObject>> Branches(Random random, int depth) =>
        depth > 2 ? To() : ExitNames.Where(_ => random.Next(depth + 3) == 0).ToImmutableDictionary(n => n, _ => Sequence(random, depth + 1));

    private static ScriptObject One(Random random, int depth)
    {
        var label = $"L{random.Next(4)}";
        var protect = random.Next(4) == 0;
        var text = random.Next(4) switch { 0 => "$QueuePosition. $a", 1 => "de $ExpectedWait", 2 => "$customer.phoneNumber $$ $", _ => "plain" };
        return random.Next(17) switch
        {
            0 => new ScheduleObject("schedule", protect, random.Next(2) == 0 ? "hours" : "none", Branches(random, depth)),
            1 => Say(text, interruptible: random.Next(2) == 0, protect: protect),
            2 => Play(random.Next(2) == 0 ? "welcome" : "none"),
            3 => Menu(text, random.Next(1, 4), random.Next(2) == 0, protect, random.Next(6)) with { Exits = Branches(random, depth) },
            4 => Value(random.Next(2) == 0 ? "customer.phoneNumber" : "$a", text, random.Next(1, 4), random.Next(4, 11), random.Next(2) == 0 ? '#' : null,
                random.Next(1, 4), random.Next(2) == 0, random.Next(2) == 0 ? "plan" : null) with
            { Exits = Branches(random, depth) },
            5 => Set(random.Next(3) == 0 ? "customer.phoneNumber" : "a", random.Next(2) == 0 ? "$a + 1" : "$a$callerPhoneNumber"),
            6 => new TestVariableObject("test", protect, "a", (Comparison)random.Next(8), "$a", Branches(random, depth)),
            7 => TestQueue() with { NoAgentFree = true, CallsAhead = random.Next(3), Exits = Branches(random, depth) },
            8 => Label(label),
            9 => Goto(label),
            10 => Wait(random.Next(4) * 0.5, protect),
            11 => depth > 3 ? HangUp : new LoopObject("loop", protect, Sequence(random, depth + 1)),
            12 => new ForwardToQueueObject("queue", protect, "nurses", Branches(random, depth)),
            13 => new ForwardToNumberObject("number", protect, "$a", random.Next(2) == 0 ? "plan" : null, TimeSpan.FromSeconds(20), Branches(random, depth)),
            14 => Callback() with { Exits = Branches(random, depth), Protected = protect },
            15 => Speak(random.Next(3) switch { 0 => "en", 1 => "fr", _ => "xx" }),
            _ => new ForwardToVoicemailObject("voicemail", protect, "messages", Branches(random, depth)),
        };
    }

    /// <summary>Follows the outputs and holds what the machine promises.</summary>
    private sealed class Watch(ScriptRun run, ScriptEntry entry, bool tell)
    {
        private readonly List<string> story = [];
        private bool away;
        private bool ended;
        private bool isProtected;

        public int Token { get; private set; }

        public string Story => string.Join('\n', story);

        public void Check()
        {
            while (run.TryTake(out var output))
            {
                Assert.False(ended, "something came after the end");
                if (tell)
                {
                    story.Add(output is IvrOutput.Speak speak ? ScriptBench.Text(speak) : output.ToString());
                }

                See(output);
            }

            Assert.Equal(isProtected, run.IsProtected);
            Assert.Equal(ended, run.HasEnded);
            Assert.True(ended || away || run.NextDeadline is not null, $"waits for nothing at {run.CurrentPath}");
        }

        private void See(IvrOutput output)
        {
            away = output is IvrOutput.Entered ? false : away;
            switch (output)
            {
                case IvrOutput.Speak speak:
                    Assert.True(speak.Token > Token, "a token was used twice");
                    Assert.NotEmpty(speak.Segments);
                    Token = speak.Token;
                    break;
                case IvrOutput.ProtectionChanged changed:
                    Assert.NotEqual(isProtected, changed.Protected);
                    isProtected = changed.Protected;
                    break;
                case IvrOutput.EnterQueue or IvrOutput.ForwardToNumber or IvrOutput.ForwardToAgent or IvrOutput.ForwardToVoicemail:
                    away = true;
                    break;
                case IvrOutput.RequestCallback:
                    Assert.True(isProtected);
                    away = true;
                    break;
                case IvrOutput.PlayMusic or IvrOutput.TreatmentEnded:
                    Assert.Equal(ScriptEntry.InQueue, entry);
                    ended = output is IvrOutput.TreatmentEnded;
                    break;
                case IvrOutput.HangUp:
                    ended = true;
                    break;
            }
        }
    }
}
