using System.Collections.Immutable;
using Rappel.Core.Config;

namespace Rappel.Server.Web.Reports;

/// <summary>Where callers can get to from each object of a part of a script: through exits, from one object to the next, and by goto. A loop
/// is entered, and not gone round: all that is in it would lead to all.</summary>
internal sealed class ScriptReach
{
    private readonly Dictionary<string, ScriptObject> _labels = new(StringComparer.Ordinal);
    private readonly Dictionary<ScriptObject, ImmutableArray<ScriptObject>> _next = new(ReferenceEqualityComparer.Instance);

    public ScriptReach(ImmutableArray<ScriptObject> part) => Read(part);

    /// <summary>Questions of one key from which a callback of this outbound queue can be reached.</summary>
    public IEnumerable<GetDigitObject> QuestionsBefore(string queue) =>
        _next.Keys.OfType<GetDigitObject>().Where(question => Reaches(question, queue));

    private bool Reaches(ScriptObject from, string queue)
    {
        var (seen, open) = (new HashSet<ScriptObject>(ReferenceEqualityComparer.Instance) { from }, new Stack<ScriptObject>([from]));
        while (open.TryPop(out var item))
        {
            if (item is CallbackObject callback && callback.Terms.Queue == queue)
            {
                return true;
            }

            foreach (var next in After(item).Where(seen.Add))
            {
                open.Push(next);
            }
        }

        return false;
    }

    private ImmutableArray<ScriptObject> After(ScriptObject item) =>
        item is GotoObject jump ? _labels.TryGetValue(jump.Label, out var label) ? [label] : [] : _next[item];

    private void Read(ImmutableArray<ScriptObject> sequence)
    {
        for (var i = 0; i < sequence.Length; i++)
        {
            var item = sequence[i];
            var exits = ScriptExits.Of(item);
            _next[item] = item switch
            {
                LoopObject loop => [.. loop.Body.Take(1)],
                GotoObject or HangUpObject => [],
                _ when exits is not null => [.. exits.Values.SelectMany(e => e.Take(1))],
                _ => [.. sequence.Skip(i + 1).Take(1)],
            };
            if (item is LabelObject label)
            {
                _labels[label.Name] = item;
            }

            foreach (var under in item is LoopObject body ? [body.Body] : exits?.Values ?? [])
            {
                Read(under);
            }
        }
    }
}
