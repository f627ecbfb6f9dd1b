namespace Rappel.Engine.Telephony;

/// <summary>RTP ports the shell has bound for us. The shell lets a closed one rest before it announces it again.</summary>
internal sealed class PortPool
{
    private readonly Queue<int> _ready = new();
    private Action? _first;

    public int Count => _ready.Count;

    public void Add(int port)
    {
        _ready.Enqueue(port);
        var first = _first;
        _first = null;
        first?.Invoke();
    }

    /// <summary>Runs once, as soon as a call could have media.</summary>
    public void WhenFirstReady(Action act) => _first += act;

    public bool TryTake(out int port) => _ready.TryDequeue(out port);
}
