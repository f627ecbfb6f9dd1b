using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Rappel.Core.Acd;
using Rappel.Core.Calls;
using Rappel.Core.Config;
using Rappel.Engine;
using Rappel.Engine.Admission;
using Rappel.Server.Hosting;
using Rappel.Server.Web;

namespace Rappel.Tests.Server.Web;

internal sealed class FakeEngine : IEnginePort
{
    public static readonly Instant At = new(2026, 3, 2, 14, 5, 0, TimeSpan.Zero);

    public List<EngineCommand> Commands { get; } = [];

    /// <summary>What to answer; null leaves the asker waiting.</summary>
    public Func<EngineCommand, CommandAnswer?> Answer { get; set; } = _ => new CommandAnswer(null, null, null);

    public LiveView? Live { get; set; } = new(
        At, 3, false, 2,
        [
            new("1001", "Alice Bouchard", AgentStatus.Available, true, At.AddMinutes(-3), null, null, null),
            new("1002", "Bruno Côté", AgentStatus.Busy, true, At.AddMinutes(-1), "cb-4", "callbacks", "+15145550142"),
        ],
        [
            new("nurse-line", "Infirmières-conseils", "inbound", 5, 2, 0, 1, At.AddMinutes(-7), 340, 2, 1, true),
            new("callbacks", "Rappels infirmières", "outbound", 5, 1, 1, 1, At.AddMinutes(-20), null, 2, 1, false),
        ]);

    public ValueTask<LiveView?> LookAsync(CancellationToken ct) => new(Live);

    public ConfigurationSnapshot Configuration { get; set; } = Sample();

    public async ValueTask<CommandAnswer> AskAsync(EngineCommand command, CancellationToken ct)
    {
        Commands.Add(command);
        if (Answer(command) is { } answer)
        {
            return answer;
        }

        var never = new TaskCompletionSource<CommandAnswer>();
        await using var registration = ct.Register(() => never.TrySetCanceled(ct));
        return await never.Task;
    }

    public static ConfigurationSnapshot Sample() => new(
        3, TenantId.Default, "AcmeHealth", "fr", Empty<TrunkSnapshot>(),
        new Dictionary<string, ChannelSnapshot>
        {
            ["english"] = new("english", "English", "+15145550101", true, "main", "en"),
            ["french"] = new("french", "Français", "+15145550100", true, "main", "fr"),
            ["off"] = new("off", "Off", "+15145550102", false, "main", "fr"),
        }.ToImmutableDictionary(),
        Empty<InboundQueueSnapshot>(),
        Empty<OutboundQueueSnapshot>().Add("callbacks", new("callbacks", "Rappels infirmières", 5, [new("1001", 5, true), new("1002", 5, false)], TimeSpan.Zero, null, null, 10)),
        Empty<VoicemailQueueSnapshot>().Add("team", new("team", "Équipe", 1, [new("1001", 5, true)], TimeSpan.Zero, null, TimeSpan.FromMinutes(1))),
        new[] { "1001", "1002", "1003" }.ToImmutableDictionary(k => k, k => new AgentSnapshot(
            k, k switch { "1001" => "Alice Bouchard", "1002" => "Bruno Côté", _ => "Chloé Diaz" }, "secret", TimeSpan.FromSeconds(20), true, null, "fr")),
        Empty<DialPlanSnapshot>().Add("north-america", new("north-america", "NANP", [])),
        Empty<ScheduleSnapshot>(), Empty<ScriptSnapshot>(), Empty<PromptSnapshot>());

    private static ImmutableDictionary<string, T> Empty<T>() => ImmutableDictionary<string, T>.Empty;
}

internal sealed class FakeHealth : IHealthPort
{
    public static readonly LoadReport Idle = new(AdmissionState.Open, LoadCause.None, null, 0, 0, 0, default);

    public HealthReading Reading { get; set; } = new(true, [], [], Idle);

    public HealthReading Read() => Reading;
}

internal sealed class FakeConfiguration : IConfigurationPort
{
    public List<(bool Apply, string Who)> Asked { get; } = [];

    public ImmutableArray<ConfigurationImportProblem> Problems { get; set; } = [];

    public Task<ConfigurationImport> ImportAsync(bool apply, string who, CancellationToken ct)
    {
        Asked.Add((apply, who));
        var applied = apply && Problems.IsEmpty;
        return Task.FromResult(new ConfigurationImport(applied, applied ? 4 : 3, Problems));
    }
}
