using Rappel.Engine;

namespace Rappel.Simulation;

/// <summary>What agents see of the live state. A view costs as much as there are agents, and each of them looks: they share one that is painted anew now and then.</summary>
internal sealed class SimScreen(World world, Site site)
{
    private static readonly TimeSpan Age = TimeSpan.FromSeconds(1);

    private LiveView? _shown;
    private Instant _painted;
    private int _life;

    /// <summary>Null where no server is up.</summary>
    public LiveView? Look()
    {
        if (_shown is null || !site.IsUp || _life != site.Crashes || world.Now - _painted >= Age)
        {
            _shown = site.Look();
            _painted = world.Now;
            _life = site.Crashes;
        }

        return _shown;
    }
}
