using System.Collections.Immutable;
using Rappel.Core.Calls;
using Rappel.Core.Config;
using Rappel.Core.Ivr;
using Rappel.Core.Numbers;

namespace Rappel.Tests.Core.Ivr;

internal sealed class FakeEnvironment : IScriptEnvironment
{
    public int QueuePosition { get; set; }

    public TimeSpan? ExpectedWait { get; set; }

    public int CallbackPosition { get; set; }

    public TimeSpan Waited { get; set; }

    public string? Queue { get; set; }

    public PendingCallback? Pending { get; set; }

    public List<string?> Looked { get; } = [];

    public QueueReading Reading { get; set; } = new(1, 1, 0, null, false, null);

    public PendingCallback? FindCallback(string? queue)
    {
        Looked.Add(queue);
        return Pending;
    }

    public QueueReading Read(string queue) => Reading;
}

/// <summary>A run on virtual time, with the caller's hands on the keys.</summary>
internal sealed class ScriptBench
{
    public static readonly ConfigurationSnapshot Configuration = Configure();

    private ScriptBench(ScriptRun run, ScriptCall call, FakeEnvironment environment)
    {
        (Run, Call, Environment) = (run, call, environment);
    }

    private ScriptBench(ScriptEntry entry, ScriptObject[] objects, string language, string? caller, FakeEnvironment? environment, ScriptCall? call)
    {
        Environment = environment ?? new FakeEnvironment();
        Call = call ?? new ScriptCall(caller is null ? null : new PhoneNumber(caller), "main-line", "+15145550100", language);
        var script = new ScriptSnapshot(
            "line", "Line", entry == ScriptEntry.Main ? [.. objects] : [], entry == ScriptEntry.InQueue ? [.. objects] : []);
        Run = new ScriptRun(Configuration, script, entry, Call, Environment);
    }

    public FakeEnvironment Environment { get; }

    public ScriptCall Call { get; }

    public ScriptRun Run { get; }

    public Instant Now { get; private set; } = new(2026, 3, 2, 15, 0, 0, TimeSpan.Zero);

    /// <summary>What the last act brought.</summary>
    public List<IvrOutput> Fresh { get; private set; } = [];

    public List<IvrOutput> All { get; } = [];

    /// <summary>What the last act made the caller hear; empty for nothing new.</summary>
    public string Heard => Fresh.OfType<IvrOutput.Speak>().LastOrDefault() is { } speak ? Text(speak) : "";

    /// <summary>Paths entered by the last act.</summary>
    public string Path => string.Join(" > ", Fresh.OfType<IvrOutput.Entered>().Select(e => e.Path));

    public IEnumerable<string> Problems => All.OfType<IvrOutput.Problem>().Select(p => p.Text);

    public static ScriptBench InMain(params ScriptObject[] objects) => InMain("en", "+15145550177", objects);

    public static ScriptBench InMain(string language, string? caller, params ScriptObject[] objects) =>
        new ScriptBench(ScriptEntry.Main, objects, language, caller, null, null).Begin();

    public static ScriptBench InQueue(params ScriptObject[] objects) => InQueue(new FakeEnvironment { QueuePosition = 1 }, objects);

    public static ScriptBench InQueue(FakeEnvironment environment, params ScriptObject[] objects) =>
        new ScriptBench(ScriptEntry.InQueue, objects, "en", "+15145550177", environment, null).Begin();

    public static ScriptBench With(FakeEnvironment environment, string language, params ScriptObject[] objects) =>
        new ScriptBench(ScriptEntry.Main, objects, language, "+15145550177", environment, null).Begin();

    public static ScriptBench With(ScriptCall call, ScriptEntry entry, params ScriptObject[] objects) =>
        new ScriptBench(entry, objects, "en", null, null, call).Begin();

    /// <summary>A script of a configuration, from its beginning.</summary>
    public static ScriptBench Of(ConfigurationSnapshot configuration, string script, ScriptEntry entry, ScriptCall call, FakeEnvironment environment) =>
        new ScriptBench(new ScriptRun(configuration, configuration.Scripts[script], entry, call, environment), call, environment).Begin();

    public static string Text(IvrOutput.Speak speak) => string.Join(' ', speak.Segments.Select(s => s switch
    {
        AudioSegment.Speech speech => speech.Text,
        AudioSegment.Recording recording => $"[{recording.File}]",
        _ => "[beep]",
    }));

    /// <summary>What is said now has been said.</summary>
    public ScriptBench Listen(double seconds = 2)
    {
        var token = All.OfType<IvrOutput.Speak>().Last().Token;
        Now += TimeSpan.FromSeconds(seconds);
        return Handle(new IvrInput.SpeakEnded(token));
    }

    public ScriptBench Press(string keys)
    {
        var fresh = new List<IvrOutput>();
        foreach (var key in keys)
        {
            Now += TimeSpan.FromMilliseconds(200);
            Handle(new IvrInput.DigitPressed(key));
            fresh.AddRange(Fresh);
        }

        Fresh = fresh;
        return this;
    }

    public ScriptBench Pass(double seconds)
    {
        Now += TimeSpan.FromSeconds(seconds);
        return Handle(new IvrInput.TimePassed());
    }

    public ScriptBench Exit(string name, double seconds = 10)
    {
        Now += TimeSpan.FromSeconds(seconds);
        return Handle(new IvrInput.Exit(name));
    }

    public ScriptBench Handle(IvrInput input)
    {
        Run.Handle(Now, input);
        return Take();
    }

    private ScriptBench Begin()
    {
        Run.Start(Now);
        return Take();
    }

    private ScriptBench Take()
    {
        Fresh = [];
        while (Run.TryTake(out var output))
        {
            Fresh.Add(output);
        }

        All.AddRange(Fresh);
        return this;
    }

    private static ConfigurationSnapshot Configure()
    {
        ImmutableArray<DialRuleSnapshot> rules =
        [
            new(@"\+?1?(\d{3}5559\d{3})", null, "not those", null, null, false),
            new(@"1?([2-9]\d{2}[2-9]\d{6})", "+1$1", null, "America/Toronto", "carrier", false),
            new(@"\+1([2-9]\d{2}[2-9]\d{6})", "+1$1", null, "America/Toronto", "carrier", false),
        ];
        ImmutableArray<DialRuleSnapshot> typedOnly = [new(@"([2-9]\d{9})", "+1$1", null, null, "other", false)];
        var channel = new ChannelSnapshot("main-line", "Main line", "+15145550100", true, "line", "en");
        return new ConfigurationSnapshot(
            1, TenantId.Default, "Test", "en",
            ImmutableDictionary<string, TrunkSnapshot>.Empty,
            ImmutableDictionary<string, ChannelSnapshot>.Empty.Add(channel.Key, channel),
            ImmutableDictionary<string, InboundQueueSnapshot>.Empty,
            ImmutableDictionary<string, OutboundQueueSnapshot>.Empty,
            ImmutableDictionary<string, VoicemailQueueSnapshot>.Empty,
            ImmutableDictionary<string, AgentSnapshot>.Empty,
            ImmutableDictionary<string, DialPlanSnapshot>.Empty
                .Add("plan", new DialPlanSnapshot("plan", "North America", rules))
                .Add("typed", new DialPlanSnapshot("typed", "Typed only", typedOnly)),
            ImmutableDictionary<string, ScheduleSnapshot>.Empty.Add("hours", Hours()),
            ImmutableDictionary<string, ScriptSnapshot>.Empty,
            ImmutableDictionary<string, PromptSnapshot>.Empty
                .Add("welcome", new PromptSnapshot("welcome", "Welcome", ImmutableDictionary<string, PromptAudio>.Empty
                    .Add("en", new PromptAudio(null, "audio/welcome.wav"))
                    .Add("fr", new PromptAudio("Bienvenue, position $QueuePosition", null)))));
    }

    private static ScheduleSnapshot Hours() => new(
        "hours", "Hours", "Etc/UTC",
        [
            new WeeklyInterval(DayOfWeek.Monday, new TimeOnly(9, 0), new TimeOnly(16, 0), 0),
            new WeeklyInterval(DayOfWeek.Monday, new TimeOnly(16, 0), new TimeOnly(17, 0), 2),
        ],
        []);
}
