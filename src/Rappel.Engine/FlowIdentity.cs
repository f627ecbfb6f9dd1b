using Rappel.Core.Numbers;

namespace Rappel.Engine;

/// <summary>Who is at the other end of a browser's connection. The shell has made sure of it; SIP asks no password there.</summary>
public abstract record FlowIdentity
{
    /// <summary>What a person's user begins with: no agent's key and no number does.</summary>
    public const string PersonPrefix = "user-";

    /// <summary>What a test phone's user begins with.</summary>
    public const string CustomerPrefix = "customer-";

    private FlowIdentity()
    {
    }

    /// <summary>The only SIP user that may register and call over it.</summary>
    public abstract string User { get; }

    /// <summary>An agent, who is offered work there.</summary>
    public sealed record Agent(string Key) : FlowIdentity
    {
        public override string User => Key;
    }

    /// <summary>Somebody who is no agent: a phone to listen with, never offered work.</summary>
    /// <param name="Name">Of the user who is signed in.</param>
    public sealed record Person(string Name) : FlowIdentity
    {
        public override string User => PersonPrefix + Name;
    }

    /// <summary>A test phone: calls as a customer of this number, and rings where the number is dialled.</summary>
    public sealed record Customer(PhoneNumber Number) : FlowIdentity
    {
        public override string User => UserOf(Number);

        public static string UserOf(PhoneNumber number) => CustomerPrefix + number.Value.TrimStart('+');
    }
}
