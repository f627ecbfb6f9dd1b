namespace Rappel.Server.Configuration.Drafts;

/// <summary>What became of an object.</summary>
public enum ChangeKind
{
    Added,
    Removed,
    Changed,
}
