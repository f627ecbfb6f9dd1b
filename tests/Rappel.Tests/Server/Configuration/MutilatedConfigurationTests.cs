using Rappel.Core.Calls;
using Rappel.Server.Configuration;

namespace Rappel.Tests.Server.Configuration;

/// <summary>Whatever is done to the files, there is a snapshot or there are problems, never both, never neither and never an exception.</summary>
public class MutilatedConfigurationTests
{
    private const string Letters = "[]{}:#'\"-,&*!|>%@`\t\n $(){}\\019ax\u0000é";

    [Theory]
    [InlineData(1, 60)]
    [InlineData(2, 60)]
    public void Changed_characters(int seed, int rounds) => Try(seed, rounds, (random, text) =>
    {
        var at = random.Next(text.Length);
        return string.Concat(text.AsSpan(0, at), Letters.AsSpan(random.Next(Letters.Length), 1), text.AsSpan(Math.Min(text.Length, at + random.Next(3))));
    });

    [Theory]
    [InlineData(3, 60)]
    public void Lines_moved_doubled_and_lost(int seed, int rounds) => Try(seed, rounds, (random, text) =>
    {
        var lines = text.Split('\n').ToList();
        var line = lines[random.Next(lines.Count)];
        if (random.Next(3) > 0)
        {
            lines.Remove(line);
        }

        if (random.Next(3) > 0)
        {
            lines.Insert(random.Next(lines.Count), new string(' ', 2 * random.Next(6)) + line.TrimStart());
        }

        return string.Join('\n', lines);
    });

    private static void Try(int seed, int rounds, Func<Random, string, string> change)
    {
        var random = new Random(seed);
        var good = ConfigurationFolder.Load(ExampleFolder.AcmeHealth).Files;
        for (var round = 0; round < rounds; round++)
        {
            var files = good;
            for (var changes = random.Next(1, 4); changes > 0; changes--)
            {
                var file = good.Keys.ElementAt(random.Next(good.Count));
                files = files.SetItem(file, change(random, files[file]));
            }

            var result = ConfigurationReader.FromFiles(files, TenantId.Default, 1, ExampleFolder.Environment);

            Assert.Equal(result.Snapshot is null, !result.Problems.IsEmpty);
            Assert.All(result.Problems, p => Assert.True(p.Line > 0 && p.Message.English.Length > 0 && p.Message.French.Length > 0 && p.Allowed.IsEmpty == (p.Allowed.French.Length == 0)));
        }
    }
}
