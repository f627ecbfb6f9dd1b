using Rappel.Core.Callbacks;
using Rappel.Core.Config;

namespace Rappel.Server.Web.Reports;

/// <summary>How an attempt ended, in words.</summary>
internal static class AttemptWords
{
    public static IReadOnlyList<KeyValuePair<AttemptOutcome, Said>> All { get; } =
    [
        new(AttemptOutcome.Connected, new("connected", "mis en relation")),
        new(AttemptOutcome.AgentDidNotAnswer, new("agent did not answer", "agent sans réponse")),
        new(AttemptOutcome.Busy, new("busy", "occupé")),
        new(AttemptOutcome.RingNoAnswer, new("no answer", "sonnerie sans réponse")),
        new(AttemptOutcome.BadNumber, new("bad number", "mauvais numéro")),
        new(AttemptOutcome.RefusedByCustomer, new("refused by the customer", "refusé par le client")),
        new(AttemptOutcome.AnsweringMachine, new("answering machine", "répondeur")),
        new(AttemptOutcome.MessageLeft, new("message left", "message laissé")),
        new(AttemptOutcome.NotConfirmed, new("not confirmed", "non confirmé")),
        new(AttemptOutcome.TrunkFailure, new("trunk failure", "panne de la liaison")),
        new(AttemptOutcome.InterruptedByRestart, new("interrupted by a restart", "interrompu par un redémarrage")),
        new(AttemptOutcome.CustomerHungUp, new("customer hung up", "client raccroché")),
        new(AttemptOutcome.AgentHungUp, new("agent hung up", "agent raccroché")),
        new(AttemptOutcome.Withdrawn, new("withdrawn", "retiré")),
        new(AttemptOutcome.Fault, new("fault", "défaillance")),
        new(AttemptOutcome.CallAgain, new("call again", "à rappeler")),
    ];
}
