using System.Threading;
using System.Threading.Tasks;
using Rappel.Core.Config;
using Rappel.Engine;
using Rappel.Server.Hosting;
using Rappel.Server.Web;

namespace Rappel.Server.Composition;

/// <summary>The engine as HTTP sees it.</summary>
public sealed class EnginePort(CommandDesk desk, ServerState state, LiveDesk live) : IEnginePort
{
    public ValueTask<LiveView?> LookAsync(CancellationToken ct) => live.LookAsync(ct);

    public ConfigurationSnapshot Configuration => state.Configuration;

    public ValueTask<CommandAnswer> AskAsync(EngineCommand command, CancellationToken ct) => new(desk.Ask(command, ct));
}
