using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Rappel.Core.Config;
using Rappel.Server.Configuration;
using Rappel.Server.Configuration.Drafts;

namespace Rappel.Tests.Server.Configuration.Drafts;

/// <summary>Edits touch no more of the files than they must.</summary>
public class DraftEditTests
{
    private static readonly DraftFiles Example = DraftFiles.Of(ConfigurationFolder.Load(ExampleFolder.AcmeHealth).Files);

    [Fact]
    public void One_field_is_one_line() => AssertLines("queues.yaml", Put("inboundQueues", "nurses", q => q["wrapUp"] = "30 s"),
        ["-    wrapUp: 5 s", "+    wrapUp: 30 s"]);

    [Fact]
    public void A_new_field_stands_in_its_place_among_the_others() => AssertLines("queues.yaml", Put("inboundQueues", "nurses", q => q["schedule"] = "office-hours"),
        ["+    schedule: office-hours"]);

    [Fact]
    public void A_field_that_is_taken_out_takes_its_comment_along() => AssertLines("queues.yaml", Put("inboundQueues", "nurses", q => q.Remove("treatment")),
        ["-    # The script whose `inQueue` runs while callers wait.", "-    treatment: nurse-line"]);

    [Fact]
    public void One_member_more_is_one_line_more() => AssertLines("queues.yaml",
        Put("inboundQueues", "nurses", q => q["members"]!.AsArray().Insert(1, new JsonObject { ["agent"] = "1004", ["skill"] = 3 })),
        ["+      - { agent: 1004, skill: 3 }"]);

    [Fact]
    public void A_list_on_one_line_is_that_line() => AssertLines("queues.yaml",
        Put("voicemailQueues", "care-team", q => q["members"]!.AsArray().Add(new JsonObject { ["agent"] = "1001" })),
        ["-    members: [1004]", "+    members: [1004, 1001]"]);

    [Fact]
    public void A_day_of_a_week_is_split_from_the_others() => AssertLines("schedules.yaml",
        Put("schedules", "office-hours", s => s["weekly"]!["wednesday"] = JsonNode.Parse("""[{"hours":"08:00-12:00"}]""")),
        ["-      monday-friday: 08:00-20:00", "+      monday-tuesday: 08:00-20:00", "+      wednesday: 08:00-12:00", "+      thursday-friday: 08:00-20:00"]);

    [Fact]
    public void The_tenant_is_edited_like_the_others() => AssertLines("tenant.yaml", Put("tenant", "", t => t["name"] = "Acme: Health"),
        ["-  name: AcmeHealth", "+  name: \"Acme: Health\""]);

    [Fact]
    public void A_number_of_a_script_is_one_line_however_deep() => AssertLines("scripts/nurse-line.yaml",
        Put("scripts", "nurse-line", s => s["inQueue"]![1]!["objects"]![2]!["timeout"] = "25 s"), ["-              timeout: 20 s", "+              timeout: 25 s"]);

    [Fact]
    public void An_object_put_into_a_script_moves_nothing_else() => AssertLines("scripts/nurse-line.yaml",
        Put("scripts", "nurse-line", s => s["main"]!.AsArray().Insert(1, JsonNode.Parse("""{"type":"play","prompt":["back-to-waiting"]}"""))),
        ["+      - play: back-to-waiting"]);

    [Fact]
    public void An_object_taken_out_of_an_exit_leaves_the_rest() => AssertLines("scripts/nurse-line.yaml",
        Put("scripts", "nurse-line", s => s["main"]!.AsArray()[^1]!["exits"]!["overload"]!.AsArray().RemoveAt(0)),
        ["-            overload:", "-              - say:", "-                  fr: Toutes nos lignes sont occupées.", "-                  en: All our lines are busy.",
            "-              - forwardToVoicemail: care-team", "+            overload: { forwardToVoicemail: care-team }"]);

    [Fact]
    public void A_moved_object_is_taken_out_and_put_in()
    {
        var edited = Put("scripts", "nurse-line", s =>
        {
            var label = s["inQueue"]![0]!.DeepClone();
            s["inQueue"]!.AsArray().RemoveAt(0);
            s["inQueue"]!.AsArray().Insert(1, label);
        });

        Assert.Equal(2, Changes("scripts/nurse-line.yaml", edited).Count);
    }

    [Fact]
    public void A_new_object_goes_to_the_end_of_its_section_set_apart_like_the_others()
    {
        var edited = Example.Put("inboundQueues", "dentists", JsonNode.Parse("""{"members":[{"agent":"1001"}],"name":"Dentistes"}""")).Files;

        AssertLines("queues.yaml", edited, ["+  dentists:", "+    name: Dentistes", "+    members: [1001]", "+"]);
        Assert.Equal(["nurses", "dentists"], edited.Keys("inboundQueues"));
    }

    [Fact]
    public void A_new_script_has_a_file_of_its_own()
    {
        var edited = Example.Put("scripts", "closing", JsonNode.Parse("""{"name":"Fermeture","main":[{"type":"hangUp"}]}""")).Files;

        Assert.Equal("scripts:\n  closing:\n    name: Fermeture\n    main:\n      - hangUp\n", edited.Texts["scripts/closing.yaml"]);
    }

    [Fact]
    public void An_object_that_goes_takes_its_comment_along_and_leaves_one_empty_line()
    {
        AssertLines("agents.yaml", Example.Remove("agents", "1004").Files,
            ["-  # The front desk: the operator of the nurse line. Takes no calls from the nurses' queues.", "-  1004:", "-    name: Accueil", "-    password: ${AGENT_PASSWORD}",
                "-    offerTimeout: 30 s", "-    language: fr", "-"]);
        Assert.DoesNotContain("\n\n\n", Example.Remove("agents", "1002").Files.Texts["agents.yaml"], StringComparison.Ordinal);
    }

    [Fact]
    public void The_last_object_of_the_last_section_takes_its_file_along() =>
        Assert.DoesNotContain("scripts/nurse-line.yaml", Example.Remove("scripts", "nurse-line").Files.Texts.Keys);

    [Fact]
    public void A_new_key_is_followed_by_what_names_it()
    {
        var edited = Example.Rename("outboundQueues", "nurse-callbacks", "rappels").Files;

        AssertLines("queues.yaml", edited,
            ["-    outboundQueue: nurse-callbacks", "-  nurse-callbacks:", "+    outboundQueue: rappels", "+  rappels:"]);
        Assert.Empty(edited.UsedBy("outboundQueues", "nurse-callbacks"));
        Assert.Equal(Example.UsedBy("outboundQueues", "nurse-callbacks"), edited.UsedBy("outboundQueues", "rappels"));
    }

    [Fact]
    public void A_script_s_file_follows_its_name()
    {
        var edited = Example.Rename("scripts", "nurse-line", "ligne").Files;

        Assert.Equal(Example.Texts["scripts/nurse-line.yaml"].Replace("  nurse-line:", "  ligne:", StringComparison.Ordinal), edited.Texts["scripts/ligne.yaml"]);
        Assert.DoesNotContain("scripts/nurse-line.yaml", edited.Texts.Keys);
        AssertLines("channels.yaml", edited, ["-    script: nurse-line", "-    script: nurse-line", "+    script: ligne", "+    script: ligne"]);
    }

    [Fact]
    public void A_key_that_is_taken_or_not_there_is_refused()
    {
        Assert.Equal(ProblemCode.DuplicateKey, Assert.Single(Example.Rename("agents", "1001", "1002").Problems).Code);
        Assert.Equal(ProblemCode.UnknownReference, Assert.Single(Example.Copy("agents", "1009", "1010").Problems).Code);
    }

    [Fact]
    public void A_copy_is_the_same_under_another_key() =>
        Assert.Equal(Example.Etag("dialPlans", "north-american"), Example.Copy("dialPlans", "north-american", "other").Files.Etag("dialPlans", "other"));

    [Fact]
    public void Text_keeps_its_comments_and_its_order()
    {
        const string text = "1002:\n  # on leave\n  password: ${AGENT_PASSWORD}\n\n  name: Mathieu\n";

        var edited = Example.PutText("agents", "1002", text).Files;

        Assert.Equal(text, edited.Text("agents", "1002"));
        Assert.Equal("""{"name":"Mathieu","password":"${AGENT_PASSWORD}"}""", edited.Get("agents", "1002")!.ToJsonString());
    }

    [Theory]
    [InlineData("1002: [", ProblemCode.YamlSyntax)]
    [InlineData("1003: {}", ProblemCode.WrongKind)]
    [InlineData("1002: {}\n1003: {}", ProblemCode.WrongKind)]
    [InlineData("- 1", ProblemCode.WrongKind)]
    [InlineData("1002: &a {}", ProblemCode.YamlFeature)]
    public void Text_that_is_not_the_object_is_refused(string text, string code)
    {
        var edit = Example.PutText("agents", "1002", text);

        Assert.Equal(code, Assert.Single(edit.Problems).Code);
        Assert.Same(Example, edit.Files);
    }

    private static DraftFiles Put(string section, string key, Action<JsonObject> change)
    {
        var value = Example.Get(section, key)!.AsObject();
        change(value);
        var edit = Example.Put(section, key, value);
        Assert.Empty(edit.Problems);
        Assert.True(JsonNode.DeepEquals(value, edit.Files.Get(section, key)));
        return edit.Files;
    }

    private static void AssertLines(string file, DraftFiles edited, string[] changes) => Assert.Equal(changes, Changes(file, edited));

    private static List<string> Changes(string file, DraftFiles edited)
    {
        var before = Example.Texts[file].Split('\n');
        var after = edited.Texts[file].Split('\n');
        var pairs = Alignment.Of(before, after, (a, b) => a == b, (_, _) => false);
        return [.. pairs.Where(p => p.After < 0).Select(p => $"-{before[p.Before]}"), .. pairs.Where(p => p.Before < 0).Select(p => $"+{after[p.After]}")];
    }
}
