using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Rappel.Server.Configuration.Drafts;

namespace Rappel.Tests.Server.Configuration.Drafts;

/// <summary>Files that are not written a line an object are edited all the same.</summary>
public class OddSpellingTests
{
    [Theory]
    [InlineData("{ agents: { 1001: { name: A }, 1002: { name: B } }, channels: { c: { script: s } } }")]
    [InlineData("agents: { 1001: { name: A },\n 1002: { name: B } }\nchannels: { c: { script: s } }\n")]
    [InlineData("---\nagents:\n  1001:\n    name: A\n  1002: { name: B }\nchannels:\n  c: { script: s }\n...\n")]
    [InlineData("agents:\n  ? 1001\n  : name: A\n  1002:\n    name: B\nchannels:\n  c:\n    script: s")]
    [InlineData("agents:\r\n  1001:\r\n    name: A\r\n  1002:\r\n    name: B\r\nchannels:\r\n  c:\r\n    script: s\r\n")]
    [InlineData("agents:\n    '1001': # first\n        name: A\n\n    \"1002\":\n        name: |-\n          B\n\n# the end\nchannels:\n c:\n   script: s\n")]
    [InlineData("agents:\n  1001:\n    name: >\n      A\n\n\n  1002:\n    name: B\nchannels:\n  c:\n    script: s\n# last")]
    [InlineData("agents: {}\nchannels:\n  c: { script: s }\n")]
    [InlineData("agents:\nchannels:\n  c: { script: s }\n")]
    public void Every_edit_comes_out_right_and_leaves_the_others(string text)
    {
        var draft = Of(text);
        var value = JsonNode.Parse("""{"name":"New: one","mayReject":false}""");
        foreach (var key in draft.Keys("agents").Append("1003"))
        {
            AssertOthersSame(draft, draft.Put("agents", key, value), key);
            AssertOthersSame(draft, draft.PutText("agents", key, $"{key}:\n  name: 'New: one'\n  mayReject: no # never\n"), key);
            Assert.True(JsonNode.DeepEquals(value, draft.Put("agents", key, value).Files.Get("agents", key)));
            Assert.True(JsonNode.DeepEquals(value, draft.PutText("agents", key, $"{key}: {{ name: 'New: one', mayReject: no }}").Files.Get("agents", key)));
        }

        foreach (var key in draft.Keys("agents"))
        {
            AssertOthersSame(draft, draft.Remove("agents", key), key);
            Assert.False(draft.Remove("agents", key).Files.Has("agents", key));
            Assert.Equal(draft.Etag("agents", key), draft.Rename("agents", key, "x").Files.Etag("agents", "x"));
        }
    }

    [Fact]
    public void Lines_end_as_the_file_s_do()
    {
        var draft = Of("agents:\r\n  1001:\r\n    name: A\r\n");

        Assert.Equal("agents:\r\n  1001:\r\n    name: B\r\n    mayReject: true\r\n",
            draft.Put("agents", "1001", JsonNode.Parse("""{"name":"B","mayReject":true}""")).Files.Texts["all.yaml"]);
    }

    [Fact]
    public void A_file_that_is_no_YAML_is_left_alone()
    {
        var draft = DraftFiles.Of(Texts(("agents.yaml", "agents: ["), ("b.yaml", "channels: {}")));

        var edited = draft.Put("agents", "1001", new JsonObject { ["name"] = "A" }).Files;

        Assert.Equal("agents: [", edited.Texts["agents.yaml"]);
        Assert.Equal("agents:\n  1001:\n    name: A\n", edited.Texts["agents-2.yaml"]);
    }

    [Fact]
    public void A_key_given_twice_goes_altogether() =>
        Assert.Equal(["2"], Of("agents:\n  1: { name: A }\n  2: { name: B }\n  1: { name: C }\n").Remove("agents", "1").Files.Keys("agents"));

    private static void AssertOthersSame(DraftFiles before, DraftEdit edit, string key)
    {
        Assert.Empty(edit.Problems);
        Assert.Equal(before.Etag("channels", "c"), edit.Files.Etag("channels", "c"));
        foreach (var other in before.Keys("agents").Where(k => k != key))
        {
            Assert.Equal(before.Etag("agents", other), edit.Files.Etag("agents", other));
        }
    }

    private static DraftFiles Of(string text) => DraftFiles.Of(Texts(("all.yaml", text)));

    private static ImmutableSortedDictionary<string, string> Texts(params (string Path, string Text)[] files) =>
        files.ToImmutableSortedDictionary(f => f.Path, f => f.Text, StringComparer.Ordinal);
}
