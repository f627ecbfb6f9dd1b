namespace Rappel.Storage.Tables;

/// <summary>A published version as it lies in its table.</summary>
internal sealed record VersionRow(long Number, long At, string Who, string Note, string Origin, long? Changes)
{
    public ConfigurationVersion ToVersion() => new(
        Number, new Instant(At, TimeSpan.Zero), Who, Note,
        Words.TryParse<ConfigurationOrigin>(Origin, out var origin) ? origin : throw new StoreException($"The stored word '{Origin}' is no origin."),
        (int?)Changes);
}
