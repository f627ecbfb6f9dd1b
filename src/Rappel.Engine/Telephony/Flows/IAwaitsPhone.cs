namespace Rappel.Engine.Telephony.Flows;

/// <summary>Something that goes on when a user's phone is there again.</summary>
internal interface IAwaitsPhone
{
    string User { get; }

    /// <summary>The phones of the user have changed.</summary>
    void Look();
}
