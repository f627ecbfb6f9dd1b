using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Rappel.Core.Config.Canonical;
using Rappel.Core.Config.Forms;

namespace Rappel.Server.Configuration.Drafts;

/// <summary>
/// Finds the places where two values differ. Items of lists are matched first: one that is put in, taken out or moved makes none of the
/// others look changed.
/// </summary>
internal sealed class ValueDifference
{
    private readonly ImmutableArray<FieldChange>.Builder changes = ImmutableArray.CreateBuilder<FieldChange>();

    private ValueDifference()
    {
    }

    /// <param name="pointer">Of the value.</param>
    public static ImmutableArray<FieldChange> Between(ValueForm? form, JsonNode? before, JsonNode? after, string pointer)
    {
        var difference = new ValueDifference();
        difference.Compare(form, before, after, pointer);
        return difference.changes.ToImmutable();
    }

    private void Compare(ValueForm? form, JsonNode? before, JsonNode? after, string pointer)
    {
        if (JsonNode.DeepEquals(before, after))
        {
            return;
        }

        switch (before, after)
        {
            case (JsonObject from, JsonObject to) when form is not ScriptObjectForm || IsOfOneType(from, to):
                CompareFields(form is ScriptObjectForm ? FormWalk.ObjectOf(to) : form, from, to, pointer);
                break;
            case (JsonArray from, JsonArray to):
                CompareItems(form?.Inner(""), from, to, pointer);
                break;
            default:
                Add(form, before, after, pointer);
                break;
        }
    }

    private void CompareFields(ValueForm? form, JsonObject before, JsonObject after, string pointer)
    {
        foreach (var key in after.Select(e => e.Key).Union(before.Select(e => e.Key)))
        {
            Compare(form?.Inner(key), before[key], after[key], $"{pointer}/{FormWalk.Escape(key)}");
        }
    }

    private void CompareItems(ValueForm? form, JsonArray before, JsonArray after, string pointer)
    {
        var from = before.Select(i => i?.ToJsonString() ?? "null").ToArray();
        var to = after.Select(i => i?.ToJsonString() ?? "null").ToArray();
        var pairs = Alignment.Of(
            [.. Enumerable.Range(0, from.Length)], [.. Enumerable.Range(0, to.Length)],
            (b, a) => from[b] == to[a], (b, a) => IsAlike(form, before[b], after[a]));
        var removed = pairs.Where(p => p.After < 0).Select(p => p.Before).ToList();
        foreach (var (b, a) in pairs)
        {
            if (b >= 0 && a >= 0)
            {
                Compare(form, before[b], after[a], At(pointer, a));
            }
            else if (a >= 0 && removed.FindIndex(r => from[r] == to[a]) is var moved and >= 0)
            {
                changes.Add(new FieldChange(At(pointer, a), SecretMask.Hide(form, after[a]), SecretMask.Hide(form, after[a])) { From = At(pointer, removed[moved]) });
                removed.RemoveAt(moved);
            }
            else if (a >= 0)
            {
                Add(form, null, after[a], At(pointer, a));
            }
        }

        foreach (var b in removed)
        {
            Add(form, before[b], null, At(pointer, b));
        }
    }

    private void Add(ValueForm? form, JsonNode? before, JsonNode? after, string pointer) =>
        changes.Add(new FieldChange(pointer, SecretMask.Hide(form, before), SecretMask.Hide(form, after)));

    private static string At(string pointer, int index) => $"{pointer}/{index.ToString(CultureInfo.InvariantCulture)}";

    private static bool IsOfOneType(JsonObject left, JsonObject right) => JsonNode.DeepEquals(left[ObjectForms.Type], right[ObjectForms.Type]);

    /// <summary>Whether one item may have become the other.</summary>
    internal static bool IsAlike(ValueForm? form, JsonNode? before, JsonNode? after) => (form, before, after) switch
    {
        (ScriptObjectForm, JsonObject left, JsonObject right) => IsOfOneType(left, right),
        (RecordForm { Principal: { } name }, JsonObject left, JsonObject right) => JsonNode.DeepEquals(left[name], right[name]),
        (_, JsonObject, JsonObject) => true,
        _ => false,
    };
}
