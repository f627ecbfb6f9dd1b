using Rappel.Engine;

namespace Rappel.Tests.Engine.Benches;

/// <summary>People at their screens.</summary>
internal static class Looking
{
    /// <summary>The live state as somebody sees it who looks now.</summary>
    public static LiveView Look(this Bench bench)
    {
        bench.Feed(new EngineInput.ViewWanted());
        return bench.View!;
    }
}
