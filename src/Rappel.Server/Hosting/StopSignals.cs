using System.Runtime.InteropServices;
using System.Threading;
using System.Threading.Tasks;

namespace Rappel.Server.Hosting;

/// <summary>The signals of an operator: TERM and INT end the server, INT once more ends it at once, HUP reads the configuration folder again.</summary>
public sealed class StopSignals : IOperator, IDisposable
{
    // A signal to the process group and one passed on by a parent come together: that is one wish.
    private static readonly TimeSpan OneWish = TimeSpan.FromSeconds(1);

    private readonly TaskCompletionSource stop = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource atOnce = new();
    private readonly List<PosixSignalRegistration> registrations = [];
    private long stoppedAt;

    public StopSignals()
    {
        registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Stop(context, insist: false)));
        registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Stop(context, insist: true)));
        registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGHUP, context =>
        {
            context.Cancel = true;
            ReadAgain?.Invoke();
        }));
    }

    public Action? ReadAgain { get; set; }

    public Task Stopping => stop.Task;

    public CancellationToken AtOnce => atOnce.Token;

    public void Dispose()
    {
        registrations.ForEach(r => r.Dispose());
        atOnce.Dispose();
    }

    private void Stop(PosixSignalContext context, bool insist)
    {
        context.Cancel = true;
        if (stop.TrySetResult())
        {
            stoppedAt = TimeProvider.System.GetTimestamp();
        }
        else if (insist && TimeProvider.System.GetElapsedTime(stoppedAt) > OneWish)
        {
            atOnce.Cancel();
        }
    }
}
