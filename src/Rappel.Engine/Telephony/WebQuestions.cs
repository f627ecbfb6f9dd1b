using Rappel.Core.Ivr;

namespace Rappel.Engine.Telephony;

/// <summary>What scripts have asked web servers and wait for. A script asks one thing at a time.</summary>
internal sealed class WebQuestions(EngineContext context)
{
    private readonly Dictionary<long, (ScriptSession Session, int Token, Action<WebAnswer> Answer)> _open = [];
    private long _last;

    public int Count => _open.Count;

    public void Ask(ScriptSession session, IvrOutput.AskWeb wish)
    {
        var question = ++_last;

        // In the name of the call, so that a fault in what follows the answer ends that call.
        WebAnswer? given = null;
        var handle = context.Current.Continue(() => session.Handle(new IvrInput.WebAnswered(wish.Token, given!)));
        _open[question] = (session, wish.Token, answer =>
        {
            given = answer;
            handle();
        }
        );
        context.Emit(new EngineOutput.AskWeb(question, wish.Asking));
    }

    public void Answered(long question, WebAnswer answer)
    {
        if (_open.Remove(question, out var open))
        {
            open.Answer(answer);
        }
    }

    /// <summary>The script waits no longer, or is over.</summary>
    public void Forget(ScriptSession session)
    {
        foreach (var question in _open.Where(o => o.Value.Session == session).Select(o => o.Key).ToArray())
        {
            _open.Remove(question);
            context.Emit(new EngineOutput.ForgetWeb(question));
        }
    }
}
