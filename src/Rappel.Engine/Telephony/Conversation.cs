using Rappel.Core.Ivr;

namespace Rappel.Engine.Telephony;

/// <summary>Two legs that hear each other. While one side is on hold the other hears music.</summary>
internal sealed class Conversation
{
    private readonly EngineContext _context;
    private readonly AudioSegment? _music;
    private Leg? _comforted;

    /// <param name="music">What the other hears while the one holds; null for the built-in music.</param>
    public Conversation(EngineContext context, Leg one, Leg other, AudioSegment? music = null)
    {
        _context = context;
        _music = music;
        One = one;
        Other = other;
        HoldChanged();
    }

    public Leg One { get; }

    public Leg Other { get; }

    /// <summary>They hear each other at this moment.</summary>
    public bool IsTogether { get; private set; }

    /// <summary>To be called when either side holds or comes back.</summary>
    public void HoldChanged()
    {
        if (One.IsHeld || Other.IsHeld)
        {
            Part();
        }
        else if (!IsTogether)
        {
            IsTogether = true;
            _comforted = null;
            _context.Legs.Bridge(One, Other);
        }
    }

    /// <summary>They do not belong together any more. What each hears now is for others to say.</summary>
    public void End()
    {
        if (IsTogether)
        {
            IsTogether = false;
            _context.Legs.Unbridge(One);
        }
    }

    /// <summary>Whoever is still there hears music; where both hold, nobody is.</summary>
    private void Part()
    {
        End();
        var left = !One.IsHeld ? One : !Other.IsHeld ? Other : null;
        if (left is { IsOver: false } && left != _comforted)
        {
            _context.Legs.PlayMusic(left, left == Other ? _music : null);
        }

        _comforted = left;
    }
}
