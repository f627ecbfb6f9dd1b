using System.Threading;
using System.Threading.Tasks;

namespace Rappel.Server.Hosting;

/// <summary>Who tells the server to end, or to read its configuration again.</summary>
public interface IOperator
{
    /// <summary>Ends when the server is to end.</summary>
    Task Stopping { get; }

    /// <summary>Cancelled when the operator does not want to wait for the calls.</summary>
    CancellationToken AtOnce { get; }

    /// <summary>Asked to read the configuration folder again. Called on any thread.</summary>
    Action? ReadAgain { get; set; }
}
