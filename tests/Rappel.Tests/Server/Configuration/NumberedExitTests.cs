using Rappel.Core.Ivr;
using Rappel.Core.Numbers;
using Rappel.Tests.Core.Ivr;

namespace Rappel.Tests.Server.Configuration;

/// <summary>Numbered treatments of a schedule, from what is written to what a caller hears.</summary>
public class NumberedExitTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void Each_leads_to_its_own_exit(int treatment)
    {
        var exits = string.Join(", ", Enumerable.Range(1, 6).Select(n => $"\"#{n}\": {{ say: Traitement {n}. }}"));
        var draft = Draft.Alone($$"""
            tenant: { name: T, language: fr }
            schedules:
              hours: { timeZone: Etc/UTC, weekly: { every-day: [{ hours: "14:00-16:00", treatment: {{treatment}} }, "16:00-17:00"] } }
            scripts:
              line:
                main:
                  - schedule: { schedule: hours, exits: { {{exits}}, open: { say: Ouvert. }, closed: { say: Fermé. } } }
            """);
        Assert.True(draft.Result.Snapshot is not null, draft.Report);

        // The bench's clock stands at 15:00 UTC.
        var call = new ScriptCall(new PhoneNumber("+15145550177"), "main", "+15145550100", "fr");
        Assert.Equal($"Traitement {treatment}.", ScriptBench.Of(draft.Result.Snapshot!, "line", ScriptEntry.Main, call, new FakeEnvironment()).Heard);
    }
}
