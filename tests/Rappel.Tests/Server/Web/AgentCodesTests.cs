using System.Threading.Tasks;
using Rappel.Core.Config;

namespace Rappel.Tests.Server.Web;

public sealed class AgentCodesTests
{
    [Fact]
    public async Task An_agent_is_told_the_names_of_codes_without_reading_the_configuration()
    {
        await using var server = await ApiServer.StartAsync();
        var configuration = FakeEngine.Sample();
        server.Engine.Configuration = configuration with
        {
            AgentStatusCodes = "reasons",
            StatusCodes = configuration.StatusCodes.Add("reasons", new("reasons", "Reasons", [new("lunch", "Lunch", CodedStatus.OnBreak)])),
            TransactionCodes = configuration.TransactionCodes.Add("calls", new("calls", "Calls", [new("rx", "Prescription")])),
        };

        var json = (await server.GetAsync("/api/v1/agents/1001/codes")).Json;

        var reason = json.GetProperty("statuses")[0];
        Assert.Equal(("lunch", "Lunch", "on-break"), (reason.GetProperty("code").GetString(), reason.GetProperty("name").GetString(), reason.GetProperty("status").GetString()));
        var list = json.GetProperty("lists")[0];
        Assert.Equal(("calls", "Prescription"), (list.GetProperty("list").GetString(), list.GetProperty("codes")[0].GetProperty("name").GetString()));
    }

    [Fact]
    public async Task Without_lists_there_is_nothing_to_choose_and_an_unknown_agent_is_not_found()
    {
        await using var server = await ApiServer.StartAsync();

        Assert.Equal(0, (await server.GetAsync("/api/v1/agents/1001/codes")).Json.GetProperty("statuses").GetArrayLength());
        Assert.Equal(404, (await server.GetAsync("/api/v1/agents/7777/codes")).Code);
    }
}
