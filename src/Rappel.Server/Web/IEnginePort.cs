using System.Threading;
using System.Threading.Tasks;
using Rappel.Core.Config;
using Rappel.Engine;

namespace Rappel.Server.Web;

/// <summary>How HTTP reaches the engine: commands go in by the loop, reads look at what was last published.</summary>
public interface IEnginePort
{
    /// <summary>Ends when the engine has answered and what was done is on disk.</summary>
    ValueTask<CommandAnswer> AskAsync(EngineCommand command, CancellationToken ct);

    /// <summary>Null until the engine has published for the first time.</summary>
    LiveView? Live { get; }

    /// <summary>The one in force for new calls.</summary>
    ConfigurationSnapshot Configuration { get; }
}
