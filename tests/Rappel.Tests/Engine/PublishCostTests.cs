using System.Diagnostics;
using System.Globalization;
using Rappel.Core.Acd;
using Rappel.Core.Calls;
using Rappel.Core.Config;
using Rappel.Engine;
using Rappel.Engine.Journal;
using Rappel.Tests.Engine.Benches;
using Rappel.Tests.Server.Configuration;

namespace Rappel.Tests.Engine;

/// <summary>While the engine takes a configuration into force no call is answered. Bounds are wide: machines that test are busy.</summary>
[Trait("Category", "Slow")]
public class PublishCostTests(ITestOutputHelper output)
{
    [Fact]
    public void A_large_configuration_is_in_force_before_a_caller_notices()
    {
        var engine = Boot(LargeConfiguration.Snapshot(1));

        // The first is the one that an administrator's first publication meets: nothing of this has run before in the process.
        var first = Publish(engine, LargeConfiguration.Snapshot(2));
        var best = TimeSpan.MaxValue;
        for (var version = 3; version < 9; version++)
        {
            var took = Publish(engine, LargeConfiguration.Snapshot(version));
            best = took < best ? took : best;
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"first {first.TotalMilliseconds:0.0} ms, then {best.TotalMilliseconds:0.0} ms at best"));
        Assert.InRange(first, TimeSpan.Zero, TimeSpan.FromMilliseconds(200));
        Assert.InRange(best, TimeSpan.Zero, TimeSpan.FromMilliseconds(20));
    }

    private static TimeSpan Publish(ContactCentre engine, ConfigurationSnapshot configuration)
    {
        var watch = Stopwatch.StartNew();
        engine.Handle(Bench.Start.AddSeconds(configuration.Version), new EngineInput.Published(configuration));
        var took = watch.Elapsed;
        Assert.Equal(configuration.Version, Assert.Single(Outputs(engine).OfType<EngineOutput.Publish>()).View.ConfigurationVersion);
        return took;
    }

    /// <summary>All agents are there and free, which is when a publication has most to do.</summary>
    private static ContactCentre Boot(ConfigurationSnapshot configuration)
    {
        var stored = StoredState.Empty with
        {
            Agents = [.. configuration.Agents.Keys.Select(key => new AgentRow(TenantId.Default, key, AgentStatus.Available, Bench.Start, Bench.Start))],
            Bindings =
            [
                .. configuration.Agents.Keys.Select(key => new BindingRow(
                    TenantId.Default, key, $"sip:{key}@10.0.1.1:5060", "Udp", "10.0.1.1", 5060, Bench.Start.AddDays(365), "Phone", $"call-{key}", 1, false)),
            ],
        };
        var random = 0UL;
        var engine = new ContactCentre(new EngineSettings(Bench.Address, Bench.Port), configuration, stored, () => ++random, Bench.Start);
        engine.Handle(Bench.Start, new EngineInput.RtpPortReady(10_000));
        engine.Handle(Bench.Start + EngineLimits.PortsSettle, new EngineInput.TimePassed());
        Outputs(engine);
        Assert.Equal(LargeConfiguration.Agents, engine.Context.Acd.ReadAgents().Count(a => a is { Status: AgentStatus.Available, Reachable: true }));
        return engine;
    }

    private static List<EngineOutput> Outputs(ContactCentre engine)
    {
        List<EngineOutput> all = [];
        while (engine.TryTake(out var output))
        {
            all.Add(output);
        }

        return all;
    }
}
