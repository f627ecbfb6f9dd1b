using System.Threading;
using System.Threading.Tasks;
using Rappel.Core.Config;
using Rappel.Engine;

namespace Rappel.Server.Web;

/// <summary>How HTTP reaches the engine: commands go in by the loop, reads look at what it publishes.</summary>
public interface IEnginePort
{
    /// <summary>Ends when the engine has answered and what was done is on disk.</summary>
    ValueTask<CommandAnswer> AskAsync(EngineCommand command, CancellationToken ct);

    /// <summary>The live state of a moment ago at most, unless the engine does not answer; null until it has published for the first time.</summary>
    ValueTask<LiveView?> LookAsync(CancellationToken ct);

    /// <summary>The one in force for new calls.</summary>
    ConfigurationSnapshot Configuration { get; }
}
