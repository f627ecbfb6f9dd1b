namespace Rappel.Storage.Reports;

/// <summary>One row of a table of counts. Keys the table does not have are empty.</summary>
public readonly record struct RollupKey(RollupTable Table, string Tenant, int Slot, string First, string Second = "", string Third = "", string Fourth = "")
{
    /// <summary>The key's texts in the order of the table's columns.</summary>
    public string this[int key] => key switch { 0 => First, 1 => Second, 2 => Third, _ => Fourth };

    public bool Equals(RollupKey other) =>
        ReferenceEquals(Table, other.Table) && Slot == other.Slot && First == other.First && Second == other.Second && Tenant == other.Tenant
        && Third == other.Third && Fourth == other.Fourth;

    public override int GetHashCode() => HashCode.Combine(Table.Name, Slot, First, Second, Third, Fourth);
}
