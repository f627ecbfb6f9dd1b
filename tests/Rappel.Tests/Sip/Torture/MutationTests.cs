namespace Rappel.Tests.Sip.Torture;

/// <summary>Not beside other tests: the memory measured is that of the whole process.</summary>
[CollectionDefinition(nameof(MutationTests), DisableParallelization = true)]
[Collection(nameof(MutationTests))]
public class MutationTests(ITestOutputHelper output)
{
    private const ulong Seed = 20_260_101;
    private const int WarmUp = 20_000;
    private const long MostGrowth = 8 * 1024 * 1024;

    [Fact]
    public void Five_thousand_mutations_raise_no_exception() => Run(Seed + 1, 5_000);

    [Fact]
    [Trait("Category", "Slow")]
    public void A_million_mutations_raise_no_exception_and_leave_nothing_behind()
    {
        // The first ones load code and fill caches; growth is counted from there.
        Run(Seed + 2, WarmUp);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        Run(Seed, 1_000_000);
        var growth = GC.GetTotalMemory(forceFullCollection: true) - before;

        output.WriteLine($"growth {growth} bytes");
        Assert.InRange(growth, long.MinValue, MostGrowth);
    }

    private void Run(ulong seed, int count)
    {
        // Sound ones weigh more: a mutation of a bad one seldom gets past the first check.
        var messages = Corpus.AllMessages();
        var sound = messages.Where(m => Verdict.Of(m) == "ok").ToList();
        var mutator = new Mutator(seed, [.. messages, .. sound, .. sound, .. sound]);
        var gauntlet = new Gauntlet(mutator);
        output.WriteLine($"seed {seed}, {count} mutations, RFC 4475 messages {(Corpus.Rfc4475 is null ? "absent" : "included")}");
        for (var i = 0; i < count; i++)
        {
            RunOne(gauntlet, mutator.Next(), i);
        }

        output.WriteLine($"taken {gauntlet.Taken}, answered {gauntlet.Answered}, dropped {gauntlet.Dropped}, stream items {gauntlet.Framed}");
        // A mutator that hit only one of the ways through would prove little.
        Assert.All([gauntlet.Taken, gauntlet.Answered, gauntlet.Dropped, gauntlet.Framed], n => Assert.True(n > count / 50, $"only {n}"));
    }

    private static void RunOne(Gauntlet gauntlet, byte[] bytes, int number)
    {
        try
        {
            gauntlet.Run(bytes);
        }
        catch (Exception e)
        {
            Assert.Fail($"mutation {number}: {e.Message}\n{Convert.ToBase64String(bytes)}\n{e.StackTrace}");
        }
    }
}
