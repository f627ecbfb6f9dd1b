using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Rappel.Core.Config.Canonical;
using Rappel.Core.Config.Forms;
using Rappel.Server.Configuration;
using Rappel.Server.Configuration.Drafts;

namespace Rappel.Tests.Server.Configuration.Drafts;

/// <summary>Whatever is put into a draft is what is read out of it, and of the files it makes.</summary>
public class DraftRoundTripTests
{
    private const int Rounds = 60;

    private static readonly ImmutableSortedDictionary<string, string> Example = ConfigurationFolder.Load(ExampleFolder.AcmeHealth).Files;

    public static TheoryData<string> Sections => [.. SectionForms.All.Where(s => !s.Single).Select(s => s.Name)];

    [Theory]
    [MemberData(nameof(Sections))]
    public void A_value_put_into_the_files_reads_back_as_it_was(string section)
    {
        var form = SectionForms.Find(section)!;
        var draft = DraftFiles.Of(Example);
        for (var seed = 0; seed < Rounds; seed++)
        {
            var value = new RandomValues(seed).Canonical(form);
            var others = draft.Keys(section).Where(k => k != "x").ToDictionary(k => k, k => draft.Etag(section, k));

            var edit = draft.Put(section, "x", value);

            Assert.True(edit.Problems.IsEmpty, $"{section} of seed {seed}: {value?.ToJsonString()}");
            Assert.True(JsonNode.DeepEquals(value, edit.Files.Get(section, "x")), $"{section} of seed {seed}: {value?.ToJsonString()}");
            Assert.Equal(edit.Files.Etag(section, "x"), DraftFiles.Of(edit.Files.Texts).Etag(section, "x"));
            Assert.Equal(others, edit.Files.Keys(section).Where(k => k != "x").ToDictionary(k => k, k => edit.Files.Etag(section, k)));
            draft = edit.Files;
        }
    }

    [Theory]
    [MemberData(nameof(Sections))]
    public void Canonical_values_are_their_own_canonical_form(string section)
    {
        var form = SectionForms.Find(section)!;
        for (var seed = 0; seed < Rounds; seed++)
        {
            var value = new RandomValues(seed).Canonical(form);
            var again = CanonicalJson.Canonical(form.Record, value, "fr");
            Assert.True(JsonNode.DeepEquals(value, again), $"seed {seed}:\n{value?.ToJsonString()}\n{again?.ToJsonString()}");
        }
    }

    [Fact]
    public void Objects_put_as_they_are_leave_every_byte_as_it_is()
    {
        var draft = DraftFiles.Of(Example);
        foreach (var section in SectionForms.All)
        {
            foreach (var key in draft.Keys(section.Name))
            {
                Assert.Same(draft, draft.Put(section.Name, key, draft.Get(section.Name, key)).Files);
            }
        }
    }

    [Fact]
    public void Objects_put_as_their_text_leave_every_byte_as_it_is()
    {
        var draft = DraftFiles.Of(Example);
        foreach (var section in SectionForms.All)
        {
            foreach (var key in draft.Keys(section.Name))
            {
                var edit = draft.PutText(section.Name, key, draft.Text(section.Name, key)!);
                Assert.Empty(edit.Problems);
                Assert.Equal(Example, edit.Files.Texts);
            }
        }
    }

    [Fact]
    public void A_configuration_built_of_nothing_is_the_same_configuration()
    {
        var example = DraftFiles.Of(Example);
        var built = DraftFiles.Of(ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal));
        foreach (var section in SectionForms.All)
        {
            foreach (var key in example.Keys(section.Name))
            {
                built = built.Put(section.Name, key, example.Get(section.Name, key)).Files;
            }
        }

        Assert.Equal(Example.Keys, built.Texts.Keys);
        var bound = ConfigurationReader.FromFiles(built.Texts, Rappel.Core.Calls.TenantId.Default, 1, ExampleFolder.Environment);
        Assert.Equal("0 problems\n", ConfigurationReport.Format(bound.Problems));
        Assert.Equivalent(ExampleFolder.AcmeHealthSnapshot(), bound.Snapshot, strict: true);
    }
}
