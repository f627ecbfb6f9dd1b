using System.IO;
using Rappel.Acceptance.Staging;
using Rappel.Core.Calls;
using Rappel.Core.Config;
using Rappel.Server.Configuration;

namespace Rappel.Bench.Pieces;

/// <summary>The configuration that ships.</summary>
internal static class ExampleCentre
{
    public static ConfigurationSnapshot Read()
    {
        var folder = Path.Combine(Checkout.Root, "examples", "acme-health");
        var result = ConfigurationReader.FromFolder(folder, TenantId.Default, 1, new Dictionary<string, string> { ["AGENT_PASSWORD"] = "bench" });
        return result.Snapshot ?? throw new InvalidOperationException(ConfigurationReport.Format(result.Problems));
    }
}
