using Rappel.Core.Calls;
using Rappel.Server.Configuration;

namespace Rappel.Tests.Server.Configuration;

public class BadCallbackTests
{
    [Fact]
    public void One_run_lists_all_five_mistakes_with_file_line_and_what_is_allowed()
    {
        var result = ConfigurationReader.FromFolder(ExampleFolder.Corpus("bad-callback"), TenantId.Default, 1, ExampleFolder.Environment);

        Assert.Null(result.Snapshot);
        Assert.Equal(
            """
            channels.yaml:12: channels/health-line/number: +15145550100 is already the number of `channels/ligne-info-sante` at channels.yaml:6 (allowed: each number once)
            scripts/nurse-line.yaml:239: scripts/nurse-line/inQueue/13/exits/1/0: there is no label `Rapel`; did you mean `Rappel`? (allowed: labels here: Attente, Choix, Operateur, SansOperateur, Rappeler, Numero, Confirmer, Rappel, Retour)
            scripts/nurse-line.yaml:246: scripts/nurse-line/inQueue/15/queue: `nurses` is an inbound queue, and an outbound queue is needed here (allowed: an outbound queue: nurse-callbacks)
            scripts/nurse-line.yaml:253: scripts/nurse-line/inQueue/15/retryDelay: `retryDelay` is 39 s (allowed: 40 s to 90 min)
            scripts/nurse-line.yaml:255: scripts/nurse-line/inQueue/15/cancelAfter: `cancelAfter` is 73 h (allowed: 120 s to 72 h)
            5 problems

            """,
            ConfigurationReport.Format(result.Problems), ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void The_folder_is_the_example_with_those_lines_and_a_comment_changed()
    {
        var good = ConfigurationFolder.Load(ExampleFolder.AcmeHealth).Files;
        var bad = ConfigurationFolder.Load(ExampleFolder.Corpus("bad-callback")).Files;

        Assert.Equal(good.Keys, bad.Keys);
        Assert.Equal(
            ["channels.yaml", "scripts/nurse-line.yaml", "scripts/nurse-line.yaml", "scripts/nurse-line.yaml", "scripts/nurse-line.yaml", "tenant.yaml"],
            good.SelectMany(file => file.Value.Split('\n').Zip(bad[file.Key].Split('\n')).Where(pair => pair.First != pair.Second).Select(_ => file.Key)));
    }
}
