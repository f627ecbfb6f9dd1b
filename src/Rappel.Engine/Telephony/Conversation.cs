namespace Rappel.Engine.Telephony;

/// <summary>Two legs that hear each other. While one side is on hold the other hears music.</summary>
internal sealed class Conversation
{
    private readonly EngineContext _context;
    private bool _bridged;

    public Conversation(EngineContext context, Leg one, Leg other)
    {
        _context = context;
        One = one;
        Other = other;
        HoldChanged();
    }

    public Leg One { get; }

    public Leg Other { get; }

    /// <summary>To be called when either side holds or comes back.</summary>
    public void HoldChanged()
    {
        var together = !One.IsHeld && !Other.IsHeld;
        if (together && !_bridged)
        {
            _bridged = true;
            _context.Legs.Bridge(One, Other);
        }
        else if (!together && _bridged)
        {
            _bridged = false;
            _context.Legs.Unbridge(One);
            foreach (var leg in new[] { One, Other })
            {
                if (!leg.IsHeld && !leg.IsOver)
                {
                    _context.Legs.PlayMusic(leg, null);
                }
            }
        }
    }
}
