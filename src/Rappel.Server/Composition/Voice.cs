using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging;
using Rappel.Core.Calls;
using Rappel.Core.Config;
using Rappel.Server.Hosting;
using Rappel.Server.Speech;
using Rappel.Storage;

namespace Rappel.Server.Composition;

/// <summary>Speech and recordings, and the speaking ahead of what the configuration in force can say.</summary>
public sealed class Voice : IDisposable
{
    private readonly ILogger log;
    private readonly SpeechSynthesizer speech;
    private CancellationTokenSource warming = new();

    public Voice(ServerSettings settings, IConfigurationStore store, TenantId tenant, ILoggerFactory loggers)
    {
        log = loggers.CreateLogger("speech");
        var memory = new ClipMemory();
        speech = new SpeechSynthesizer(new EspeakNg(), new SpeechStock(Path.Combine(settings.DataFolder, "speech"), log), memory, log);
        Library = new AudioLibrary(speech, new Recordings(store, tenant, memory, log));
    }

    public AudioLibrary Library { get; }

    /// <summary>Speaks ahead in the background; what an earlier configuration had still to say is let go.</summary>
    public void Warm(ConfigurationSnapshot configuration)
    {
        var own = new CancellationTokenSource();
        Interlocked.Exchange(ref warming, own).Cancel();
        _ = Task.Run(async () =>
        {
            try
            {
                await Library.PrewarmAsync(configuration, own.Token);
                log.LogInformation(LogKinds.Lifecycle, "all fixed texts of configuration version {Version} are spoken", configuration.Version);
            }
            catch (OperationCanceledException)
            {
                // A newer configuration, or the end.
            }
        });
    }

    public void Dispose()
    {
        warming.Cancel();
        speech.Dispose();
        warming.Dispose();
    }
}
