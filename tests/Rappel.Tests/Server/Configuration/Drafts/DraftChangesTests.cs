using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rappel.Server.Configuration;
using Rappel.Server.Configuration.Drafts;

namespace Rappel.Tests.Server.Configuration.Drafts;

public class DraftChangesTests
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly DraftFiles Example = DraftFiles.Of(ConfigurationFolder.Load(ExampleFolder.AcmeHealth).Files);

    [Fact]
    public void Nothing_differs_from_itself_however_it_is_written()
    {
        var other = Example.PutText("agents", "1001", "1001: { language: fr, password: '${AGENT_PASSWORD}', name: Amélie Tremblay, offerTimeout: 20 s }").Files;

        Assert.NotEqual(Example.Texts["agents.yaml"], other.Texts["agents.yaml"]);
        Assert.Empty(DraftChanges.Between(Example, other));
    }

    [Fact]
    public void What_was_added_removed_and_changed_is_told_by_object()
    {
        var other = Example.Put("agents", "1005", JsonNode.Parse("""{"name":"Zoé","password":"${AGENT_PASSWORD}"}""")).Files.Remove("agents", "1002").Files;
        other = Change(other, "tenant", "", t => t["name"] = "Acme");

        Assert.Equal(
            ["tenant  Acme Changed", "agents 1005 Zoé Added", "agents 1002 Mathieu Gagnon Removed"],
            DraftChanges.Between(Example, other).Select(c => $"{c.Section} {c.Key} {c.Name} {c.Kind}"));
    }

    [Fact]
    public void A_field_has_its_pointer_with_what_was_there_and_what_is() =>
        AssertFields("inboundQueues", "nurses", q => { q["wrapUp"] = "30 s"; q.Remove("whisper"); q["schedule"] = "office-hours"; },
            "/inboundQueues/nurses/wrapUp: \"5 s\" -> \"30 s\"", "/inboundQueues/nurses/schedule: nothing -> \"office-hours\"",
            "/inboundQueues/nurses/whisper: \"nurses-whisper\" -> nothing");

    [Fact]
    public void A_member_put_in_first_leaves_the_others_as_they_are() =>
        AssertFields("inboundQueues", "nurses",
            q => { q["members"]!.AsArray().Insert(0, new JsonObject { ["agent"] = "1004" }); q["members"]![2]!["skill"] = 9; },
            "/inboundQueues/nurses/members/0: nothing -> {\"agent\":\"1004\"}", "/inboundQueues/nurses/members/2/skill: 8 -> 9");

    [Fact]
    public void An_object_put_into_a_script_leaves_what_comes_after_as_it_is() =>
        AssertFields("scripts", "nurse-line", s =>
        {
            s["main"]!.AsArray().Insert(0, JsonNode.Parse("""{"type":"setLanguage","language":"fr"}"""));
            s["inQueue"]![1]!["objects"]![2]!["tries"] = 2;
        },
        "/scripts/nurse-line/main/0: nothing -> {\"type\":\"setLanguage\",\"language\":\"fr\"}", "/scripts/nurse-line/inQueue/1/objects/2/tries: 1 -> 2");

    [Fact]
    public void An_object_that_was_moved_is_told_once_with_where_it_came_from()
    {
        var other = Change(Example, "scripts", "nurse-line", s =>
        {
            var main = s["main"]!.AsArray();
            var hello = main[0];
            main.RemoveAt(0);
            main.Insert(2, hello);
        });

        var moved = Assert.Single(Assert.Single(DraftChanges.Between(Example, other)).Fields);
        Assert.Equal(("/scripts/nurse-line/main/2", "/scripts/nurse-line/main/0"), (moved.Pointer, moved.From));
    }

    [Fact]
    public void Another_type_of_object_is_another_object() =>
        AssertFields("scripts", "nurse-line", s => s["inQueue"]!.AsArray()[^1] = JsonNode.Parse("""{"type":"hangUp"}"""),
            "/scripts/nurse-line/inQueue/18: nothing -> {\"type\":\"hangUp\"}", "/scripts/nurse-line/inQueue/18: {\"type\":\"goto\",\"label\":\"Attente\"} -> nothing");

    [Fact]
    public void A_secret_shows_that_it_changed_and_not_to_what()
    {
        var before = Example.Put("agents", "1009", JsonNode.Parse("""{"password":"hunter2"}""")).Files;
        var after = before.Put("agents", "1009", JsonNode.Parse("""{"password":"hunter3"}""")).Files;

        Assert.Equal(["/agents/1009/password: \"********\" -> \"********\""], Fields(before, after));
        Assert.Equal(["/agents/1009: nothing -> {\"password\":\"********\"}"], Fields(Example, after));
    }

    private static void AssertFields(string section, string key, Action<JsonObject> change, params string[] fields) =>
        Assert.Equal(fields, Fields(Example, Change(Example, section, key, change)));

    private static IEnumerable<string> Fields(DraftFiles before, DraftFiles after) =>
        Assert.Single(DraftChanges.Between(before, after)).Fields.Select(f => $"{f.Pointer}: {Show(f.Before)} -> {Show(f.After)}");

    private static string Show(JsonNode? value) => value?.ToJsonString(Readable) ?? "nothing";

    private static DraftFiles Change(DraftFiles draft, string section, string key, Action<JsonObject> change)
    {
        var value = draft.Get(section, key)!.AsObject();
        change(value);
        return draft.Put(section, key, value).Files;
    }
}
