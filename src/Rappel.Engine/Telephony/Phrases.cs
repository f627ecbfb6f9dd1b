using Rappel.Core.Callbacks;

namespace Rappel.Engine.Telephony;

/// <summary>What the engine itself says or shows, in the languages it knows. English where another is asked for.</summary>
internal static class Phrases
{
    public static string VoicemailGreeting(string language) => language == "fr"
        ? "Laissez votre message après le signal sonore. Pour terminer, raccrochez ou appuyez sur le carré."
        : "Please leave your message after the tone. When you are done, hang up or press pound.";

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
