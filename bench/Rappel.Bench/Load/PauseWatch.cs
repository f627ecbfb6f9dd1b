using System.Diagnostics.Tracing;
using System.Threading;
using Microsoft.Diagnostics.NETCore.Client;
using Microsoft.Diagnostics.Tracing;
using Microsoft.Diagnostics.Tracing.Parsers;
using Microsoft.Diagnostics.Tracing.Parsers.Clr;

namespace Rappel.Bench.Load;

/// <summary>Listens to the runtime of another process: how long it stopped all threads to collect garbage.</summary>
internal sealed class PauseWatch : IDisposable
{
    private readonly List<double> taken = [];
    private readonly EventPipeSession session;
    private readonly Thread thread;

    public PauseWatch(int process)
    {
        session = new DiagnosticsClient(process).StartEventPipeSession(
            [new EventPipeProvider(ClrTraceEventParser.ProviderName, EventLevel.Informational, (long)ClrTraceEventParser.Keywords.GC)], requestRundown: false);
        thread = new Thread(Listen) { Name = "pauses", IsBackground = true };
        thread.Start();
    }

    /// <summary>No more is listened to.</summary>
    /// <returns>Milliseconds of each pause, from the order to stop to the last thread's going on.</returns>
    public IReadOnlyList<double> End()
    {
        session.Stop();
        thread.Join();
        return taken;
    }

    public void Dispose() => session.Dispose();

    private void Listen()
    {
        using var source = new EventPipeEventSource(session.EventStream);
        double? since = null;
        source.Clr.GCSuspendEEStart += stop => since = stop.Reason is GCSuspendEEReason.SuspendForGC or GCSuspendEEReason.SuspendForGCPrep ? stop.TimeStampRelativeMSec : null;
        source.Clr.GCRestartEEStop += go =>
        {
            if (since is { } begun)
            {
                taken.Add(go.TimeStampRelativeMSec - begun);
                since = null;
            }
        };
        source.Process();
    }
}
