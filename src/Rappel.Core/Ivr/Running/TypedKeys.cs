namespace Rappel.Core.Ivr.Running;

/// <summary>
/// Keys pressed before the object that asks. Those pressed in a Say that may be interrupted count for the next question; all others
/// ("early" ones) count only where that question allows type-ahead.
/// </summary>
internal sealed class TypedKeys
{
    private readonly List<(char Key, bool Early)> keys = [];
    private char? swallow;
    private Instant swallowUntil;

    /// <summary>The caller has cut a Say short: what else may be interrupted on the way to the question need not be said.</summary>
    public bool Barging { get; private set; }

    public void AddEarly(char key) => Add(key, early: true);

    public void AddCounting(char key)
    {
        Add(key, early: false);
        Barging = true;
    }

    public void StopBarging() => Barging = false;

    /// <summary>A question begins: drops what does not count for it.</summary>
    public void Ask(bool typeAhead)
    {
        Barging = false;
        if (!typeAhead)
        {
            keys.RemoveAll(k => k.Early);
        }
    }

    public bool TryTake(out char key)
    {
        key = keys.Count > 0 ? keys[0].Key : default;
        if (keys.Count == 0)
        {
            return false;
        }

        keys.RemoveAt(0);
        return true;
    }

    /// <summary>The question is answered: what is left was pressed before the next one asks.</summary>
    public void Answered()
    {
        for (var i = 0; i < keys.Count; i++)
        {
            keys[i] = keys[i] with { Early = true };
        }
    }

    public void Clear() => keys.Clear();

    /// <summary>
    /// A value was full before its terminator: people press it all the same, and it must not answer the next question.
    /// </summary>
    public void SwallowOnce(char key, Instant until)
    {
        if (keys.Count > 0)
        {
            if (keys[0].Key == key)
            {
                keys.RemoveAt(0);
            }

            return;
        }

        swallow = key;
        swallowUntil = until;
    }

    public bool Swallows(Instant now, char key)
    {
        var swallowed = swallow == key && now <= swallowUntil;
        swallow = null;
        return swallowed;
    }

    private void Add(char key, bool early)
    {
        if (keys.Count < ScriptLimits.KeysTypedAhead)
        {
            keys.Add((key, early));
        }
    }
}
