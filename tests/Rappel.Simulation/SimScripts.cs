using System.Collections.Immutable;
using Rappel.Core.Config;

namespace Rappel.Simulation;

/// <summary>Puts what the example leaves out before its script: the caller's number is looked up in a list and on the web, a web server
/// is asked, and the script as shipped is gone on in from there.</summary>
internal static class SimScripts
{
    public const string Line = "nurse-line";
    public const string Rest = "nurse-line-rest";
    private const string List = "known";

    public static ImmutableDictionary<string, ContactListSnapshot> Contacts()
    {
        var contacts = Enumerable.Range(0, 200).Select(i => $"+1514555{i:0000}")
            .ToDictionary(number => number, number => new Contact(number, "Tremblay", ImmutableDictionary<string, string>.Empty.Add("file", "12")), StringComparer.Ordinal);
        return ImmutableDictionary.Create<string, ContactListSnapshot>(StableStringComparer.Instance)
            .Add(List, new ContactListSnapshot(List, "Known", contacts, ["file"]));
    }

    public static ImmutableDictionary<string, ScriptSnapshot> AskFirst(SimRandom random, ImmutableDictionary<string, ScriptSnapshot> scripts)
    {
        var (inMain, inQueue) = (random.Chance(0.4), random.Chance(0.4));
        if (!inMain && !inQueue)
        {
            return scripts;
        }

        var shipped = scripts[Line];
        return scripts.SetItem(Rest, shipped with { Key = Rest }).SetItem(Line, shipped with
        {
            Main = inMain ? Asking("main") : shipped.Main,
            InQueue = inQueue ? Asking("inQueue") : shipped.InQueue,
        });
    }

    private static ImmutableArray<ScriptObject> Asking(string entry)
    {
        var call = new WebCall("POST", "https://crm.example.net/lookup", [], "{}", TimeSpan.FromSeconds(5), [new WebVariable("file", "/file")]);
        ImmutableArray<ScriptObject> goOn = [new ForwardToScriptObject($"scripts/{Line}/{entry}/0/exits/ok/0", false, Rest, Exits())];
        ImmutableArray<ScriptObject> ask = [new WebRequestObject($"scripts/{Line}/{entry}/0/exits/found/0", false, call, Exits(("ok", goOn), ("failed", goOn)))];
        return [new CheckNumberObject($"scripts/{Line}/{entry}/0", false, [List], call, Exits(("found", ask), ("not-found", goOn)))];
    }

    private static ImmutableDictionary<string, ImmutableArray<ScriptObject>> Exits(params (string Name, ImmutableArray<ScriptObject> Sequence)[] exits) =>
        exits.ToImmutableDictionary(e => e.Name, e => e.Sequence, StableStringComparer.Instance);
}
