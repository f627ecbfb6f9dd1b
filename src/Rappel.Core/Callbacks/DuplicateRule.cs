namespace Rappel.Core.Callbacks;

/// <summary>
/// Rule 8: one open request per dialable number and outbound queue. A second is answered with the first, which keeps its older place.
/// Numbers are compared as they would be dialled: they went through the dial plan.
/// </summary>
internal sealed class DuplicateRule
{
    private readonly Dictionary<(string Queue, string Number), CallbackEntry> open = [];

    public CallbackEntry? Find(string queue, string number) => open.GetValueOrDefault((queue, number));

    public void Opened(CallbackEntry entry) => open.TryAdd((entry.Request.Terms.Queue, entry.Request.Number), entry);

    public void Ended(CallbackEntry entry)
    {
        var key = (entry.Request.Terms.Queue, entry.Request.Number);
        if (open.TryGetValue(key, out var found) && found == entry)
        {
            open.Remove(key);
        }
    }
}
