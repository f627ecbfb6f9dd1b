using Rappel.Core.Callbacks;

namespace Rappel.Engine.Telephony;

/// <summary>What the engine itself says or shows, in the languages it knows. English where another is asked for.</summary>
internal static class Phrases
{
    public static string VoicemailGreeting(string language) => language == "fr"
        ? "Laissez votre message après le signal sonore. Pour terminer, raccrochez ou appuyez sur le carré."
        : "Please leave your message after the tone. When you are done, hang up or press pound.";

    /// <summary>What a customer who is rung first hears.</summary>
    /// <param name="name">The contact centre's.</param>
    public static string CallingBack(string name, string language) => language == "fr"
        ? $"Ici {name}, qui vous rappelle. Pour nous parler, appuyez sur le 1."
        : $"This is {name}, calling you back. Press 1 to speak with us.";

    /// <summary>The message left with an answering machine.</summary>
    public static string CalledBack(string name, string language) => language == "fr"
        ? $"Ici {name}. Nous vous avons rappelé, comme vous l'aviez demandé."
        : $"This is {name}. We called you back, as you had asked.";

    /// <summary>What a customer hears whom nobody took after they had said that they are there.</summary>
    public static string NobodyFree(string language) => language == "fr"
        ? "Nous sommes désolés : personne n'est libre pour vous répondre en ce moment."
        : "We are sorry: nobody is free to take your call at the moment.";

    /// <summary>What an agent hears when whoever they called is not there, or not any more.</summary>
    /// <param name="why">One of <see cref="Desk.Control.PartyFailure"/>.</param>
    public static string NotThere(string why, string language) => (why, language) switch
    {
        (Desk.Control.PartyFailure.Busy, "fr") => "La ligne est occupée.",
        (Desk.Control.PartyFailure.Busy, _) => "The line is busy.",
        (Desk.Control.PartyFailure.NoAnswer, "fr") => "Pas de réponse.",
        (Desk.Control.PartyFailure.NoAnswer, _) => "No answer.",
        (Desk.Control.PartyFailure.Ended, "fr") => "Votre interlocuteur a raccroché. Le client attend.",
        (Desk.Control.PartyFailure.Ended, _) => "They hung up. The customer is waiting.",
        (_, "fr") => "L'appel n'a pas pu être établi.",
        _ => "The call could not be completed.",
    };

    /// <summary>What an agent hears when the customer could not be reached.</summary>
    public static string AttemptFailed(AttemptOutcome outcome, string language) => (outcome, language) switch
    {
        (AttemptOutcome.Busy, "fr") => "La ligne est occupée.",
        (AttemptOutcome.Busy, _) => "The line is busy.",
        (AttemptOutcome.RingNoAnswer, "fr") => "Pas de réponse.",
        (AttemptOutcome.RingNoAnswer, _) => "No answer.",
        (AttemptOutcome.BadNumber, "fr") => "Le numéro n'est pas valide.",
        (AttemptOutcome.BadNumber, _) => "The number is not valid.",
        (AttemptOutcome.RefusedByCustomer, "fr") => "L'appel a été refusé.",
        (AttemptOutcome.RefusedByCustomer, _) => "The call was refused.",
        (_, "fr") => "L'appel n'a pas pu être établi.",
        _ => "The call could not be completed.",
    };
}
