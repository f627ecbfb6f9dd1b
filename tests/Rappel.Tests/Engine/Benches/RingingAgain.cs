using Rappel.Core.Callbacks;
using Rappel.Engine.Journal;

namespace Rappel.Tests.Engine.Benches;

/// <summary>The clinic with a line that knows who rings again: 1 keeps, 2 takes the held place, 3 types another number, 4 cancels; who presses
/// nothing waits like everybody. In the queue 6 takes the held place.</summary>
internal static class RingingAgain
{
    public const string Caller = "+15145550142";

    private const string Main = """
            main:
              - checkCallback:
                  exits:
                    pending: { goto: Prevu }
                    none: { goto: File }
              - label: Prevu
              - getDigit:
                  prompt: { fr: "Prévu au $callbackPhoneNumber, rang $CallbackPosition." }
                  timeout: 20 s
                  tries: 1
                  exits:
                    1: [{ say: { fr: Gardé. } }, hangUp]
                    2: { changeCallback: { action: takePlace, exits: { done: { goto: File }, failed: { goto: Echec } } } }
                    3: { goto: Autre }
                    4: { changeCallback: { action: cancel, exits: { done: [{ say: { fr: Annulé. } }, { goto: File }], failed: { goto: Echec } } } }
                    no-input: { goto: File }
                    invalid: { goto: File }
              - label: Autre
              - getValue:
                  data: customer.phoneNumber
                  minimumDigits: 4
                  maximumDigits: 10
                  exits:
                    ok: { changeCallback: { action: changeNumber, exits: { done: [{ say: { fr: "Changé au $callbackPhoneNumber." } }, hangUp], failed: { goto: Echec } } } }
                    no-input: { goto: File }
                    invalid: { goto: File }
              - label: Echec
              - say: { fr: Pas possible. }
              - goto: File
              - label: File
              - forwardToQueue:
        """;

    private const string Key6 = """
                    6:
                      - checkCallback:
                          exits:
                            pending: { changeCallback: { action: takePlace, exits: { done: { goto: Choix }, failed: { goto: Rate } } } }
                            none: { goto: Absent }
                    4: { goto: Dehors }
        """;

    public static readonly (string Old, string New)[] Script =
    [
        ("    main:\n      - forwardToQueue:", Main),
        ("            4: { goto: Dehors }", Key6),
    ];

    public static IEnumerable<JournalRow> JournalOf(this Bench bench, CallbackRequest request) =>
        bench.Disk.Given.SelectMany(b => b.Rows).OfType<StoreRow.OfJournal>().Select(r => r.Entry).Where(e => e.Subject == request.Id.ToString());

    /// <summary>Rings, hears that a callback is pending, and presses these keys.</summary>
    public static PhoneCall RingAgain(this Bench bench, string keys, string from = Caller)
    {
        var call = bench.Call(from);
        Assert.Contains("Prévu", call.Hears, StringComparison.Ordinal);
        foreach (var key in keys)
        {
            call.Press(key);
        }

        return call;
    }
}
