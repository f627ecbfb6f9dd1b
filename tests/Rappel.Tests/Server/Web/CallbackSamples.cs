using System.Collections.Immutable;
using Rappel.Core.Callbacks;
using Rappel.Core.Calls;

namespace Rappel.Tests.Server.Web;

/// <summary>Requests to test with.</summary>
internal static class CallbackSamples
{
    public static CallbackRequest Request(int id) => new(
        new(id), TenantId.Default, 1, CallbackStatus.Waiting,
        new("callbacks", null, "north-america", 3, TimeSpan.FromMinutes(5), TimeSpan.FromHours(4), TimeSpan.FromSeconds(30), true),
        $"+1514555{id:0000}", "carrier", "America/Toronto", "+15145550100", "fr", "Zoé", "nurse-line", CallbackOrigin.Script, new(id + 100), new(id + 50),
        FakeEngine.At.AddMinutes(-9), FakeEngine.At, FakeEngine.At.AddHours(4), null, 0, 0, null, 0, null, null, null, null,
        ImmutableDictionary<string, string>.Empty.Add("case.number", "42"));
}
