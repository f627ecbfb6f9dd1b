using Rappel.Core.Ivr;

namespace Rappel.Engine.Telephony;

/// <summary>Two who talk with each other. A third may join them through <see cref="Conference"/>.</summary>
internal sealed class Conversation
{
    /// <param name="music">What the other hears while the one holds; null for the built-in music.</param>
    public Conversation(EngineContext context, Leg one, Leg other, AudioSegment? music = null)
    {
        One = one;
        Other = other;
        Conference = new Conference(context, leg => leg == other ? music : null);
        Conference.Begin(one, other);
    }

    public Leg One { get; }

    public Leg Other { get; }

    public Conference Conference { get; }

    /// <summary>They hear each other at this moment.</summary>
    public bool IsTogether => One is { IsHeld: false } && Other is { IsHeld: false } && One.Conference == Conference && Other.Conference == Conference;

    /// <summary>To be called when either side holds or comes back.</summary>
    public void HoldChanged() => Conference.Refresh();

    /// <summary>They do not belong together any more. What each hears now is for others to say.</summary>
    public void End() => Conference.End();
}
