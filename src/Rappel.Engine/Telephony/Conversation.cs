namespace Rappel.Engine.Telephony;

/// <summary>A customer and whoever talks with them. A third may join them through <see cref="Conference"/>.</summary>
internal sealed class Conversation
{
    public Conversation(EngineContext context, Leg customer, Leg other)
    {
        Customer = customer;
        Other = other;
        Conference = new Conference(context);
        Conference.Begin(customer, other);
    }

    public Leg Customer { get; }

    public Leg Other { get; }

    public Conference Conference { get; }

    /// <summary>To be called when either side holds or comes back.</summary>
    public void HoldChanged() => Conference.Refresh();
}
