using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rappel.Core.Calls;
using Rappel.Core.Config;
using Rappel.Core.Config.Canonical;
using Rappel.Core.Config.Forms;
using Rappel.Tests.Core.Config.Forms;
using Rappel.Server.Configuration;
using Rappel.Tests.Server.Configuration;

namespace Rappel.Tests.Core.Config.Canonical;

public class CanonicalJsonTests
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Theory]
    // Values by kind.
    [InlineData("inboundQueues", "{ priority: 7, wrapUp: 1 h 30 min }", """{"priority":7,"wrapUp":"1 h 30 min"}""")]
    [InlineData("inboundQueues", "{ priority: '${P}', music: }", """{"priority":"${P}"}""")]
    [InlineData("outboundQueues", "{ mayDismiss: yes, members: 1001 }", """{"members":[{"agent":"1001"}],"mayDismiss":true}""")]
    [InlineData("channels", "{ script: s, number: '+15145550100', name: A }", """{"name":"A","number":"+15145550100","script":"s"}""")]
    [InlineData("trunks", "{ codecs: PCMA, trustedNetworks: [127.0.0.0/8] }", """{"trustedNetworks":["127.0.0.0/8"],"codecs":["PCMA"]}""")]
    [InlineData("inboundQueues", "{ members: [1001, { agent: 1002, skill: 8 }] }", """{"members":[{"agent":"1001"},{"agent":"1002","skill":8}]}""")]
    // Hours.
    [InlineData("schedules", "{ weekly: { monday-tuesday: 08:00-20:00, sunday: [09:00-12:00, { hours: 13:00-17:00, treatment: 1 }] } }",
        """{"weekly":{"monday":[{"hours":"08:00-20:00"}],"tuesday":[{"hours":"08:00-20:00"}],"sunday":[{"hours":"09:00-12:00"},{"hours":"13:00-17:00","treatment":1}]}}""")]
    [InlineData("schedules", "{ weekly: { monday: 08:00-12:00, monday-tuesday: 13:00-17:00, wednesday: closed } }",
        """{"weekly":{"monday":[{"hours":"08:00-12:00"},{"hours":"13:00-17:00"}],"tuesday":[{"hours":"13:00-17:00"}]}}""")]
    [InlineData("schedules", "{ exceptions: { 2026-12-25: closed, 2026-12-24: 08:00-12:00 } }",
        """{"exceptions":{"2026-12-24":[{"hours":"08:00-12:00"}],"2026-12-25":[]}}""")]
    // What is said.
    [InlineData("prompts", "{ fr: Bonjour, en: { file: hi.wav } }", """{"en":{"file":"hi.wav"},"fr":{"text":"Bonjour"}}""")]
    [InlineData("scripts", "{ main: [say: { fr: Bonjour }, play: hello, say: Bonjour] }",
        """{"main":[{"type":"say","text":[{"fr":"Bonjour"}]},{"type":"play","prompt":["hello"]},{"type":"say","text":[{"fr":"Bonjour"}]}]}""")]
    [InlineData("scripts", "{ main: [say: { interruptible: no, text: [{ prompt: hello }, Bonjour] }] }",
        """{"main":[{"type":"say","text":[{"prompt":"hello"},{"fr":"Bonjour"}],"interruptible":false}]}""")]
    // Script objects.
    [InlineData("scripts", "{ main: hangUp }", """{"main":[{"type":"hangUp"}]}""")]
    [InlineData("scripts", "{ main: [hangUp:, goto: X, { label: X }, { type: wait, duration: 5 s }] }",
        """{"main":[{"type":"hangUp"},{"type":"goto","label":"X"},{"type":"label","name":"X"},{"type":"wait","duration":"5 s"}]}""")]
    [InlineData("scripts", "{ inQueue: [loop: [wait: 5 s]] }", """{"inQueue":[{"type":"loop","objects":[{"type":"wait","duration":"5 s"}]}]}""")]
    [InlineData("scripts", "{ main: [getDigit: { exits: { invalid:, 2: [hangUp], 1: { goto: X } }, protected: true }] }",
        """{"main":[{"type":"getDigit","protected":true,"exits":{"1":[{"type":"goto","label":"X"}],"2":[{"type":"hangUp"}],"invalid":[]}}]}""")]
    [InlineData("scripts", "{ main: [callback: { callerId: [current channel] }] }", """{"main":[{"type":"callback","callerId":"[current channel]"}]}""")]
    // What is wrong stays, for the binder to report.
    [InlineData("inboundQueues", "{ priority: high, members: { x: 1 }, nmae: A }", """{"priority":"high","members":[{"x":"1"}],"nmae":"A"}""")]
    [InlineData("scripts", "{ main: [sya: Bonjour, getDigit: [1], { say: A, play: b }, sya: { text: A }] }",
        """{"main":[{"sya":"Bonjour"},{"getDigit":["1"]},{"say":"A","play":"b"},{"type":"sya","text":"A"}]}""")]
    [InlineData("schedules", "{ weekly: { moonday: 08:00-09:00 }, exceptions: never }", """{"weekly":{"moonday":[{"hours":"08:00-09:00"}]},"exceptions":"never"}""")]
    public void What_people_write_short_is_long_and_typed(string section, string written, string canonical) =>
        Assert.Equal(canonical, CanonicalOf(section, written).ToJsonString(Readable));

    [Theory]
    [InlineData("""{"attempts":{"a":1},"queue":[1],"dialPlan":5}""")]
    [InlineData("""{"exits":[1],"protected":"perhaps"}""")]
    [InlineData("""{"exits":{"requested":"x","refused":[1,null,{"type":3},{"type":{"a":1}}]}}""")]
    public void JSON_of_the_wrong_types_is_no_exception_and_loses_nothing(string parameters)
    {
        var item = JsonNode.Parse(parameters)!.AsObject();
        item["type"] = "callback";
        var root = FormSample.ConfigurationWith(item);

        var problems = FormSample.Bind(root).Problems;

        Assert.NotEmpty(problems);
        Assert.All(problems, p => Assert.StartsWith("scripts/one-scripts/inQueue/2", p.Path, StringComparison.Ordinal));
    }

    [Fact]
    public void A_number_where_text_is_wanted_is_text() =>
        Assert.Equal("""{"name":"5","password":"12.5"}""",
            CanonicalJson.Canonical(SectionForms.Find("agents")!.Record, JsonNode.Parse("""{"name":5,"password":12.5}"""), null)!.ToJsonString());

    [Fact]
    public void The_example_in_canonical_form_binds_to_the_same_snapshot()
    {
        var root = Root();
        var json = new JsonObject();
        foreach (var entry in LongForm.Of(root).Entries)
        {
            var section = SectionForms.Find(entry.Key.Text)!;
            json[section.Name] = section.Single ? CanonicalJson.Of(section.Record, entry.Value)
                : new JsonObject(((ConfigMap)entry.Value).Entries.Select(e => KeyValuePair.Create(e.Key.Text, CanonicalJson.Of(section.Record, e.Value))));
        }

        var bound = ConfigurationBinder.Bind(CanonicalJson.ToNode(json), TenantId.Default, 1, ExampleFolder.Environment);

        Assert.Empty(bound.Problems);
        Assert.Equivalent(ExampleFolder.AcmeHealthSnapshot(), bound.Snapshot, strict: true);
    }

    [Fact]
    public void The_long_form_of_the_long_form_is_itself()
    {
        var once = LongForm.Of(Root());

        foreach (var (entry, again) in once.Entries.Zip(LongForm.Of(once).Entries))
        {
            Assert.Equal(CanonicalJson.Of(null, entry.Value)!.ToJsonString(), CanonicalJson.Of(null, again.Value)!.ToJsonString());
        }
    }

    private static ConfigMap Root() => YamlConfiguration.Read(ConfigurationFolder.Load(ExampleFolder.AcmeHealth).Files).Root;

    private static JsonNode CanonicalOf(string section, string written)
    {
        var root = YamlConfiguration.Read(new Dictionary<string, string> { ["a.yaml"] = $"value: {written}" }).Root;
        var form = SectionForms.Find(section)!.Record;
        return CanonicalJson.Of(form, new LongForm("fr").Value(form, root.Entries[0].Value))!;
    }
}
