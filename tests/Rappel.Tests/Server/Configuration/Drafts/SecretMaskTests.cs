using System.Text.Json.Nodes;
using Rappel.Server.Configuration;
using Rappel.Server.Configuration.Drafts;

namespace Rappel.Tests.Server.Configuration.Drafts;

public class SecretMaskTests
{
    private static readonly DraftFiles Draft = DraftFiles.Of(ConfigurationFolder.Load(ExampleFolder.AcmeHealth).Files)
        .PutText("agents", "1001", "1001:\n  name: A # first\n  password: hunter2 # secret\n").Files;

    [Fact]
    public void A_secret_is_read_as_a_mask_in_json_and_in_text()
    {
        Assert.Equal("""{"name":"A","password":"********"}""", Draft.GetMasked("agents", "1001")!.ToJsonString());
        Assert.DoesNotContain("hunter2", Draft.TextMasked("agents", "1001"), StringComparison.Ordinal);
        Assert.Contains("# first", Draft.TextMasked("agents", "1001"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_secret_of_the_environment_is_no_secret() =>
        Assert.Equal("${AGENT_PASSWORD}", Draft.GetMasked("agents", "1002")!["password"]!.GetValue<string>());

    [Fact]
    public void Writing_the_mask_back_keeps_the_secret()
    {
        var value = Draft.GetMasked("agents", "1001")!;
        value["name"] = "B";

        Assert.Equal("hunter2", Draft.Put("agents", "1001", value).Files.Get("agents", "1001")!["password"]!.GetValue<string>());
        Assert.Equal("hunter2", Draft.PutText("agents", "1001", Draft.TextMasked("agents", "1001")!).Files.Get("agents", "1001")!["password"]!.GetValue<string>());
    }

    [Fact]
    public void A_mask_for_nothing_is_nothing()
    {
        var edited = Draft.Put("agents", "1009", JsonNode.Parse("""{"name":"Z","password":"********"}""")).Files;

        Assert.Equal("""{"name":"Z"}""", edited.Get("agents", "1009")!.ToJsonString());
    }

    [Fact]
    public void Another_secret_takes_its_place() =>
        Assert.Equal("hunter3", Draft.Put("agents", "1001", JsonNode.Parse("""{"password":"hunter3"}""")).Files.Get("agents", "1001")!["password"]!.GetValue<string>());
}
