namespace Rappel.Storage;

/// <param name="After">Only what comes after it, for paging: the value sorted by and the id of the last of the page before; null for the first page.</param>
public sealed record CallbackOrder(CallbackSort By, bool Descending, (long Value, long Id)? After)
{
    /// <summary>In place of the moment of those that have none.</summary>
    public const long Never = long.MaxValue;
}
