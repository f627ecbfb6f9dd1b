using Rappel.Engine.Callbacks;

namespace Rappel.Engine.Desk.After;

/// <summary>What may be said about a call.</summary>
internal static class WrapUpRule
{
    /// <summary>Null where all of it can be done.</summary>
    public static Refusal? RefusalOf(AfterCall.WrapUp command, TakenWork work, AfterCallDesk desk) =>
        OfCodes(command, work, desk) ?? OfNote(command) ?? OfTime(command, work, desk);

    private static Refusal? OfCodes(AfterCall.WrapUp command, TakenWork work, AfterCallDesk desk)
    {
        if (command.Codes.IsDefault)
        {
            return null;
        }

        var codes = command.Codes;
        if (desk.ListOf(work) is not { } list)
        {
            return codes.IsEmpty ? null : new Refusal("no-codes", $"calls of the queue '{work.Queue}' are given no codes", $"les appels de la file « {work.Queue} » ne reçoivent pas de code");
        }

        if (codes.FirstOrDefault(c => !list.Codes.Any(l => l.Code == c)) is { } other)
        {
            var known = string.Join(", ", list.Codes.Select(c => c.Code));
            return new Refusal(
                "bad-codes", $"'{other}' is not in the list '{list.Key}'; there are {known}", $"« {other} » n'est pas dans la liste « {list.Key} »; il y a {known}");
        }

        return codes.Length > AfterCallLimits.Codes ? new Refusal(
                "bad-codes", $"a call is given at most {AfterCallLimits.Codes} codes", $"un appel reçoit au plus {AfterCallLimits.Codes} codes")
            : codes.Distinct(StringComparer.Ordinal).Count() < codes.Length ? new Refusal("bad-codes", "a code is given once", "un code n'est donné qu'une fois")
            : work is { IsOver: true, HasTalked: true } && codes.IsEmpty && desk.CodesOf(work).Mandatory ? Missing(list.Key)
            : null;
    }

    private static Refusal? OfNote(AfterCall.WrapUp command) => command.Note?.Length > AfterCallLimits.NoteLength
        ? new Refusal("bad-note", $"a note has at most {AfterCallLimits.NoteLength} characters", $"une note compte au plus {AfterCallLimits.NoteLength} caractères")
        : null;

    private static Refusal? OfTime(AfterCall.WrapUp command, TakenWork work, AfterCallDesk desk)
    {
        if (!command.Finish && command.Extend is null)
        {
            return null;
        }

        if (!work.IsOver)
        {
            return new Refusal("in-a-call", "the wrap-up begins when the call is over", "le post-traitement commence quand l'appel est terminé");
        }

        return command.Extend < AfterCallLimits.ShortestExtension || command.Extend > AfterCallLimits.LongestExtension
            ? new Refusal(
                "bad-extension", $"a wrap-up is extended by 1 to {AfterCallLimits.LongestExtension.TotalSeconds:0} seconds",
                $"un post-traitement est prolongé de 1 à {AfterCallLimits.LongestExtension.TotalSeconds:0} secondes")
            : command.Finish && command.Codes.IsDefaultOrEmpty && desk.LacksCodes(work) ? Missing(desk.ListOf(work)!.Key)
            : null;
    }

    private static Refusal Missing(string list) => new(
        "codes-missing", $"this call needs a code of the list '{list}' before the wrap-up can end",
        $"cet appel doit recevoir un code de la liste « {list} » avant la fin du post-traitement");
}
