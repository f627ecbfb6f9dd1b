using System.IO;
using System.Text;
using Rappel.Tests.Engine.Benches;
using Rappel.Tests.Server.Configuration;

namespace Rappel.Tests.Engine;

/// <summary>Trying a script and calling it must not differ: both run the interpreter, and what is around it keeps to the same rules.</summary>
public class TrialAgreementTests
{
    private const int RandomScripts = 60;

    private static readonly string NurseLine = ReadNurseLine();

    [Theory]
    [InlineData("")]
    [InlineData("30:3 120:1")]
    [InlineData("30:3 60:2 100:5 101:1 102:4 103:5 104:5 105:5 106:0 107:1 108:2 109:3 110:# 150:1")]
    [InlineData("30:3 60:2 100:9 101:1 102:1 110:#")]
    [InlineData("10:3 11:1 12:1")]
    [InlineData("5:3 300:2")]
    [InlineData("200:9 210:* 400:3 401:2 405:5")]
    public void The_nurse_line_says_the_same_when_tried_and_when_called(string keys) => Agree(NurseLine, keys, 900, null);

    [Theory]
    [InlineData(0)]
    [InlineData(50)]
    [InlineData(200)]
    public void An_agent_who_is_free_takes_the_same_callers(int tick) => Agree(NurseLine, "130:3", 400, tick);

    [Theory]
    [InlineData(5)]
    [InlineData(40)]
    public void Who_is_protected_is_passed_over_in_both(int tick) => Agree(
        """
            main: [{ forwardToQueue: nurses }]
            inQueue: [{ say: { text: { fr: Ne pas déranger }, protected: true } }, { wait: 30 s }]
        """, "", 100, tick);

    [Fact]
    public void Random_scripts_say_the_same_when_tried_and_when_called()
    {
        var said = 0;
        for (var seed = 1; seed <= RandomScripts; seed++)
        {
            var random = new Random(seed);
            var script = $"    main: [{{ forwardToQueue: nurses }}]\n    inQueue:\n      - label: Haut\n      - setVariable: {{ name: $n, value: $n + 1 }}\n{new RandomScript(random).Sequence(6, 0)}";
            var keys = string.Join(' ', Enumerable.Range(0, random.Next(12)).Select(_ => (random.Next(300), "0123456789*#"[random.Next(12)])).Order().Select(k => $"{k.Item1}:{k.Item2}"));
            said += Agree(script, keys, 300, random.Next(4) == 0 ? random.Next(300) : null, $"seed {seed}");
        }

        Assert.InRange(said, RandomScripts * 2, int.MaxValue);
    }

    private static int Agree(string script, string keys, int ticks, int? agentFree, string who = "")
    {
        var twin = new TrialTwin(script) { AgentFree = agentFree };
        twin.Keys.AddRange(keys.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(k => (int.Parse(k.Split(':')[0], null), k.Split(':')[1][0])));
        var (tried, until) = twin.Try(ticks);
        var called = twin.Call(until);
        Assert.True(tried.SequenceEqual(called), $"{who}\n{script}\nkeys {keys}, agent {agentFree}\n--- tried\n{string.Join('\n', tried)}\n--- called\n{string.Join('\n', called)}");
        return tried.Count;
    }

    private static string ReadNurseLine()
    {
        var text = File.ReadAllText(Path.Combine(ExampleFolder.AcmeHealth, "scripts", "nurse-line.yaml"));
        return text[text.IndexOf("    main:", StringComparison.Ordinal)..].Replace("nurse-callbacks", "callbacks", StringComparison.Ordinal);
    }

    /// <summary>Valid YAML of a script that goes on, as far as it can be told beforehand.</summary>
    private sealed class RandomScript(Random random)
    {
        private int said;

        public string Sequence(int indent, int depth)
        {
            var text = new StringBuilder();
            for (var count = random.Next(1, 4); count > 0; count--)
            {
                // What branches ends a sequence: nothing after it would be reached.
                if (depth < 3 && count == 1 && random.Next(3) > 0)
                {
                    return text.Append(Branch(indent, depth)).ToString();
                }

                text.Append(' ', indent).Append("- ").Append(Leaf()).Append('\n');
            }

            return text.ToString();
        }

        private string Leaf() => random.Next(6) switch
        {
            0 => $"wait: {random.Next(1, 4)} s",
            1 => "setVariable: { name: $n, value: $n + 1 }",
            2 => $"say: {{ text: {{ fr: Non {++said} }}, interruptible: false }}",
            3 => $"say: {{ text: {{ fr: Gardé {++said} }}, protected: true }}",
            4 => "play: back-to-waiting",
            _ => $"say: {{ fr: Texte {++said} $QueuePosition $n }}",
        };

        private string Branch(int indent, int depth)
        {
            var (head, exits) = random.Next(3) switch
            {
                0 => ($"getValue: {{ data: $v, prompt: {{ fr: Composez }}, maximumDigits: {random.Next(1, 4)}, terminator: \"#\", firstDigitTimeout: 2 s, betweenDigitTimeout: 1 s, tries: 2", (string[])["ok", "no-input", "invalid"]),
                1 => ("testVariable: { name: $n, moreThan: 2", ["true", "false"]),
                _ => ($"getDigit: {{ prompt: {{ fr: Choix }}, timeout: {random.Next(1, 4)} s, tries: {random.Next(1, 3)}, typeAhead: {(random.Next(2) == 0 ? "true" : "false")}", ["1", "2", "3", "\"*\"", "no-input", "invalid"]),
            };
            var pad = new string(' ', indent);
            var kind = head.Split(':')[0];
            var parameters = head[(kind.Length + 2)..].TrimStart('{', ' ').Split(", ").Aggregate("", (all, one) => all + $"{pad}    {one}\n");
            var text = new StringBuilder($"{pad}- {kind}:\n{parameters}{pad}    exits:\n");
            foreach (var exit in exits)
            {
                text.Append($"{pad}      {exit}:\n");
                text.Append(random.Next(3) == 0 ? $"{pad}        - say: {{ fr: Encore {++said} }}\n{pad}        - goto: Haut\n" : Sequence(indent + 8, depth + 1));
            }

            return text.ToString();
        }
    }
}
