namespace Rappel.Acceptance.Chaos;

/// <summary>What else goes wrong around a kill.</summary>
internal enum Fault
{
    None,
    DiskFull,
    ReadOnlyAtStart,
    Locked,
    LockedAtStart,
    KilledWhileStarting,
    DiskFullAtStart,
}
