using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Rappel.Core.Config;
using Rappel.Core.Config.Forms;

namespace Rappel.Tests.Core.Config.Forms;

/// <summary>The binders read what the tables say, no more and no less.</summary>
public class FormTableTests
{
    private const string Unknown = "thisFieldIsNotThere";

    public static TheoryData<string> Sections => [.. SectionForms.All.Select(s => s.Name)];

    public static TheoryData<string> Objects => [.. ObjectForms.All.Select(o => o.Name)];

    [Fact]
    public void The_smallest_configuration_is_a_right_one() =>
        Assert.Equal([], FormSample.Bind(FormSample.Configuration()).Problems.Select(p => $"{p.Path}: {p.Message}"));

    [Theory]
    [MemberData(nameof(Sections))]
    public void A_section_has_the_fields_of_its_form(string section) => AssertFields(SectionForms.Find(section)!.Record, InSection(section));

    [Theory]
    [MemberData(nameof(Objects))]
    public void A_script_object_has_the_fields_of_its_form(string type) => AssertFields(ObjectForms.Find(type)!.Whole, InScript(type));

    [Theory]
    [MemberData(nameof(Sections))]
    public void What_a_section_must_have_is_missed(string section) =>
        AssertRequired(SectionForms.Find(section)!.Record, InSection(section), new JsonObject());

    [Theory]
    [MemberData(nameof(Objects))]
    public void What_a_script_object_must_have_is_missed(string type) =>
        AssertRequired(ObjectForms.Find(type)!.Whole, InScript(type), new JsonObject { ["type"] = type });

    [Theory]
    [MemberData(nameof(Objects))]
    public void A_script_object_has_the_exits_of_its_form(string type)
    {
        var form = ObjectForms.Find(type)!;
        if (form.Exits.IsEmpty)
        {
            return;
        }

        var item = FormSample.Object(type);
        item["exits"] = new JsonObject { [Unknown] = new JsonArray() };
        var problem = Assert.Single(Bind(InScript(type), item), p => p.Code == ProblemCode.UnknownExit);
        Assert.Equal(string.Join(", ", form.Exits), problem.Allowed.English);
    }

    [Theory]
    [MemberData(nameof(Sections))]
    public void The_ranges_of_a_section_hold(string section) =>
        AssertRanges(SectionForms.Find(section)!.Record, InSection(section), FormSample.Record(SectionForms.Find(section)!.Record));

    [Theory]
    [MemberData(nameof(Objects))]
    public void The_ranges_of_a_script_object_hold(string type) =>
        AssertRanges(ObjectForms.Find(type)!.Whole, InScript(type), FormSample.Object(type));

    [Theory]
    [MemberData(nameof(Sections))]
    public void A_default_of_a_section_is_what_holds_without_it(string section) =>
        AssertDefaults(SectionForms.Find(section)!.Record, InSection(section), WholeOf(section));

    [Theory]
    [MemberData(nameof(Objects))]
    public void A_default_of_a_script_object_is_what_holds_without_it(string type) =>
        AssertDefaults(ObjectForms.Find(type)!.Whole, InScript(type), FormSample.Object(type));

    private static void AssertFields(RecordForm form, Place place)
    {
        foreach (var (record, wrapped, path) in FormWrongs.WithUnknown(form, Unknown))
        {
            var problem = Assert.Single(Bind(place, wrapped(FormWrongs.Seed(place))), p => p.Path == $"{place.Path}{path}/{Unknown}");
            var names = record.Fields.Select(f => f.Name).Where(n => n != ObjectForms.Type);
            Assert.Equal((ProblemCode.UnknownKey, string.Join(", ", names.Order(StringComparer.Ordinal))),
                (problem.Code, string.Join(", ", problem.Allowed.English.Split(", ", StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal))));
        }
    }

    private static void AssertRequired(RecordForm form, Place place, JsonObject empty)
    {
        var missing = Bind(place, empty).Where(p => p.Code == ProblemCode.Missing && p.Path.StartsWith($"{place.Path}/", StringComparison.Ordinal))
            .Select(p => p.Path[(place.Path.Length + 1)..]).Order(StringComparer.Ordinal);
        Assert.Equal(form.Fields.Where(f => f.Required && f.Name != ObjectForms.Type).Select(f => f.Name).Order(StringComparer.Ordinal), missing);
    }

    private static void AssertRanges(RecordForm form, Place place, JsonObject sample)
    {
        foreach (var (name, value, right) in FormWrongs.Edges(form))
        {
            var item = sample.DeepClone().AsObject();
            if (name == "minimumDigits")
            {
                item["maximumDigits"] = ConfigurationLimits.Digits.Maximum;
            }

            item[name] = value.DeepClone();
            var problems = Bind(place, item).Where(p => p.Path == $"{place.Path}/{name}" && p.Code is ProblemCode.OutOfRange or ProblemCode.BadValue);
            Assert.True(problems.Any() != right, $"{place.Path}/{name} of {value.ToJsonString()} should be {(right ? "taken" : "refused")}");
        }
    }

    private static void AssertDefaults(RecordForm form, Place place, JsonObject sample)
    {
        var without = FormSample.Bind(place.Put(sample.DeepClone().AsObject()));
        Assert.NotNull(without.Snapshot);
        foreach (var field in form.Fields.Where(f => f.Default is not null && !sample.ContainsKey(f.Name)))
        {
            var item = sample.DeepClone().AsObject();
            item[field.Name] = ScalarValue.ToJson((ScalarForm)field.Value, field.Default!);
            Assert.Equivalent(without.Snapshot, FormSample.Bind(place.Put(item)).Snapshot, strict: true);
        }
    }

    private static JsonObject WholeOf(string section) =>
        (JsonObject)(SectionForms.Find(section)!.Single ? FormSample.Configuration()[section]! : FormSample.Configuration()[section]![FormSample.KeyOf(section)]!)
            .DeepClone();

    private static ImmutableArray<ConfigurationProblem> Bind(Place place, JsonObject item) => FormSample.Bind(place.Put(item)).Problems;

    private static Place InSection(string section) => SectionForms.Find(section)!.Single
        ? new Place(section, item => Changed(root => root[section] = item))
        : new Place($"{section}/{FormSample.KeyOf(section)}", item => Changed(root => root[section]![FormSample.KeyOf(section)] = item));

    private static Place InScript(string type) => new(
        $"scripts/{FormSample.KeyOf("scripts")}/inQueue/2",
        FormSample.ConfigurationWith)
    {
        Type = type,
    };

    private static JsonObject Changed(Action<JsonObject> change)
    {
        var root = FormSample.Configuration();
        change(root);
        return root;
    }
}
