using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Rappel.Core.Calls;
using Rappel.Server.Configuration;
using Rappel.Server.Configuration.Drafts;

namespace Rappel.Tests.Server.Configuration.Drafts;

/// <summary>500 channels, 200 queues, 2,000 agents and 300 scripts stay quick to edit. Bounds are wide: machines that test are busy.</summary>
[Trait("Category", "Slow")]
public class DraftSpeedTests(ITestOutputHelper output)
{
    private static readonly ImmutableSortedDictionary<string, string> Texts = LargeConfiguration.Texts;

    [Fact]
    public void A_large_configuration_is_bound_within_a_second()
    {
        var draft = DraftFiles.Of(Texts);
        Assert.Equal(LargeConfiguration.Agents, draft.Keys("agents").Count);

        Assert.InRange(BestOf(5, "bind", () => Assert.NotNull(Bind(draft).Snapshot)), TimeSpan.Zero, TimeSpan.FromSeconds(2));
    }

    [Theory]
    [InlineData("agents", "1700")]
    [InlineData("scripts", "script-200")]
    [InlineData("inboundQueues", "in-7")]
    public void One_edit_takes_milliseconds(string section, string key)
    {
        var draft = DraftFiles.Of(Texts);
        draft.Etag(section, key);
        var number = 0;

        Assert.InRange(BestOf(5, $"put {section}", () => draft = Edited(draft, section, key, $"name {number++}")), TimeSpan.Zero, TimeSpan.FromMilliseconds(200));
    }

    private static DraftFiles Edited(DraftFiles draft, string section, string key, string name)
    {
        var value = draft.Get(section, key)!;
        value["name"] = name;
        return draft.Put(section, key, value).Files;
    }

    private static Rappel.Core.Config.ConfigurationResult Bind(DraftFiles draft) =>
        ConfigurationReader.FromFiles(draft.Texts, TenantId.Default, 1, ExampleFolder.Environment);

    private TimeSpan BestOf(int times, string what, Action act)
    {
        var best = TimeSpan.MaxValue;
        for (var round = 0; round < times; round++)
        {
            var watch = Stopwatch.StartNew();
            act();
            best = watch.Elapsed < best ? watch.Elapsed : best;
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {best.TotalMilliseconds:0.0} ms"));
        return best;
    }
}
