using System.Diagnostics;
using System.IO;

namespace Rappel.Acceptance.Staging;

/// <summary>What happened in a scene, when, and who did it; and what of it was not as it should be.</summary>
internal sealed class Timeline(string title)
{
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly List<(TimeSpan At, string Who, string What, bool Wrong)> lines = [];

    public string Title { get; } = title;

    public TimeSpan Now => clock.Elapsed;

    public bool AsExpected
    {
        get
        {
            lock (lines)
            {
                return lines.Exists(l => l.Who == "check") && !lines.Exists(l => l.Wrong);
            }
        }
    }

    public void Add(string who, string what) => Add(who, what, false);

    public void Wrong(string what) => Add("check", $"DIFFERS: {what}", true);

    public void Right(string what) => Add("check", what, false);

    public void Print(TextWriter to)
    {
        lock (lines)
        {
            to.WriteLine();
            to.WriteLine($"== {Title}");
            foreach (var (at, who, what, _) in lines.OrderBy(l => l.At))
            {
                to.WriteLine($"   {at:mm\\:ss\\.f}  {who,-9} {what}");
            }

            to.WriteLine(AsExpected ? "   as expected" : "   DIFFERENT");
        }
    }

    private void Add(string who, string what, bool wrong)
    {
        lock (lines)
        {
            lines.Add((clock.Elapsed, who, what, wrong));
        }
    }
}
