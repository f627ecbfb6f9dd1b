using Rappel.Engine.Desk.Live;

namespace Rappel.Engine.Telephony;

/// <summary>Two legs that hear each other. While one side is on hold the other hears music.</summary>
internal sealed class Conversation
{
    private readonly EngineContext _context;
    private bool _bridged;
    private Leg? _comforted;
    private Instant _since;

    public Conversation(EngineContext context, Leg one, Leg other)
    {
        _context = context;
        One = one;
        Other = other;
        BegunAt = context.Now;
        HoldChanged();
    }

    public Instant BegunAt { get; }

    public Leg One { get; }

    public Leg Other { get; }

    public (LiveCallState State, Instant Since, Instant? AnsweredAt) Moment() =>
        (_bridged ? LiveCallState.Talking : LiveCallState.Held, _since, BegunAt);

    /// <summary>To be called when either side holds or comes back.</summary>
    public void HoldChanged()
    {
        if (One.IsHeld || Other.IsHeld)
        {
            Part();
        }
        else if (!_bridged)
        {
            _bridged = true;
            _since = _context.Now;
            _comforted = null;
            _context.Legs.Bridge(One, Other);
        }
    }

    /// <summary>Whoever is still there hears music; where both hold, nobody is.</summary>
    private void Part()
    {
        if (_bridged)
        {
            _bridged = false;
            _since = _context.Now;
            _context.Legs.Unbridge(One);
        }

        var left = !One.IsHeld ? One : !Other.IsHeld ? Other : null;
        if (left is { IsOver: false } && left != _comforted)
        {
            _context.Legs.PlayMusic(left, null);
        }

        _comforted = left;
    }
}
