using Rappel.Engine.Journal;

namespace Rappel.Simulation;

/// <summary>What goes to the disk, and what of it is safe.</summary>
internal sealed partial class Site
{
    private void Commit(Batch batch)
    {
        if (Disk.Faults && _profile.CrashInTurn > 0 && _random.Chance(_profile.CrashInTurn))
        {
            Crash();
            return;
        }

        foreach (var row in batch.Rows)
        {
            _trace.Add(_world.Now, row.GetType().Name, 0);
            _referee.Issued(Clock.Now, row);
            _log.Show(row);
        }

        Disk.Post(batch);
    }

    private void Durable(Batch batch)
    {
        foreach (var row in batch.Rows)
        {
            _referee.Durable(Clock.Now, row);
        }
    }
}
