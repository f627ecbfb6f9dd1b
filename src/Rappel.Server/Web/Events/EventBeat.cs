using Rappel.Core.Config;
using Rappel.Engine;
using Rappel.Engine.Journal;

namespace Rappel.Server.Web.Events;

/// <summary>What is so at one beat of the feed.</summary>
/// <param name="Live">Null before the engine has published for the first time.</param>
/// <param name="Rows">On disk since the beat before, in order.</param>
/// <param name="RowsLost">There were more: which, is not known.</param>
/// <param name="Agents">Whose work somebody listens to.</param>
internal sealed record EventBeat(
    LiveView? Live, ConfigurationSnapshot Configuration, IReadOnlyList<StoreRow> Rows, bool RowsLost, IReadOnlySet<string> Agents);
