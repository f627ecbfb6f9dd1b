using System.Collections.Immutable;
using Rappel.Core.Config;
using Rappel.Core.Ivr.Speaking;

namespace Rappel.Core.Ivr.Running;

/// <summary>What a run shows the outside: speech, music, protection and problems, each told only when it changes.</summary>
internal sealed class ScriptStage(
    ConfigurationSnapshot configuration, ScriptCall call, IScriptEnvironment environment, ScriptEntry entry)
{
    private readonly Queue<IvrOutput> outputs = [];
    private readonly HashSet<(string Path, string Text)> told = [];
    private bool musicPlays;
    private int token;
    private int webToken;

    public ConfigurationSnapshot Configuration { get; } = configuration;

    public ScriptCall Call { get; } = call;

    public IScriptEnvironment Environment { get; } = environment;

    public RunVariables Variables { get; } = new(call, environment);

    public TypedKeys Keys { get; } = new();

    /// <summary>The caller waits in a queue. Ends when a callback has been promised: the place went with it.</summary>
    public bool Waits { get; private set; } = entry == ScriptEntry.InQueue;

    /// <summary>Token of what is being said; null while nothing is.</summary>
    public int? Speaking { get; private set; }

    public bool IsProtected { get; private set; }

    /// <summary>Path of the object that runs.</summary>
    public string Path { get; set; } = "";

    public bool TryTake(out IvrOutput output) => outputs.TryDequeue(out output!);

    public void Give(IvrOutput output) => outputs.Enqueue(output);

    /// <summary>False where there is nothing to say: then nothing is awaited either.</summary>
    public bool Speak(ImmutableArray<Utterance> utterances, string? language)
    {
        var segments = Utterances.Compose(this, utterances, language ?? Call.Language);
        if (segments.IsEmpty)
        {
            return false;
        }

        Speaking = ++token;
        musicPlays = false;
        Give(new IvrOutput.Speak(token, segments));
        return true;
    }

    /// <summary>The token that the answer will have.</summary>
    public int Ask(WebAsking asking)
    {
        Give(new IvrOutput.AskWeb(++webToken, asking));
        return webToken;
    }

    public void StopSpeaking()
    {
        if (Speaking is not null)
        {
            Speaking = null;
            Give(new IvrOutput.StopSpeaking());
        }
    }

    public void SpeechEnded() => Speaking = null;

    /// <summary>Music on, where the caller waits and none plays yet.</summary>
    public void Music()
    {
        if (Waits && !musicPlays)
        {
            musicPlays = true;
            Give(new IvrOutput.PlayMusic());
        }
    }

    /// <summary>The call went elsewhere for a while: what played before no longer plays.</summary>
    public void MusicLost() => musicPlays = false;

    /// <summary>A call whose callback was promised is no agent's any more, whatever the object says.</summary>
    public void Protect(bool protect)
    {
        var wanted = protect || (entry == ScriptEntry.InQueue && !Waits);
        if (wanted != IsProtected)
        {
            IsProtected = wanted;
            Give(new IvrOutput.ProtectionChanged(wanted));
        }
    }

    public void LeaveQueue() => Waits = false;

    public void Problem(string text)
    {
        if (told.Count < ScriptLimits.ProblemsPerRun && told.Add((Path, text)))
        {
            Give(new IvrOutput.Problem(Path, text));
        }
    }

    /// <summary>A variable's value; empty, and told, where nothing ever set it.</summary>
    public string Value(string name)
    {
        if (Variables.Value(name) is { } value)
        {
            return value;
        }

        UnknownVariable(name);
        return "";
    }

    public void UnknownVariable(string name)
    {
        if (told.Count < ScriptLimits.ProblemsPerRun && told.Add(("", name)))
        {
            Give(new IvrOutput.Problem(Path, $"variable ${name} has no value"));
        }
    }
}
