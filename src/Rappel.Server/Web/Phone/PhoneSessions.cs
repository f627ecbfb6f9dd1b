using System.Collections.Concurrent;
using System.Security.Claims;
using System.Threading;
using Rappel.Server.Web.Auth;

namespace Rappel.Server.Web.Phone;

/// <summary>Phones that are open, by the session they were opened with: they end with it.</summary>
internal sealed class PhoneSessions
{
    private readonly ConcurrentDictionary<CancellationTokenSource, string> _open = new();

    public void Add(ClaimsPrincipal caller, CancellationTokenSource end) => _open[end] = caller.SessionMark();

    public void Remove(CancellationTokenSource end) => _open.TryRemove(end, out _);

    /// <summary>This session is over: somebody signed out.</summary>
    public void End(ClaimsPrincipal caller)
    {
        var mark = caller.SessionMark();
        foreach (var (end, _) in _open.Where(open => open.Value == mark))
        {
            Cancel(end);
        }
    }

    private static void Cancel(CancellationTokenSource end)
    {
        try
        {
            end.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It has closed by itself meanwhile.
        }
    }
}
