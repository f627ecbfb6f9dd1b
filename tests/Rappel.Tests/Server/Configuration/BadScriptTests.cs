using Rappel.Core.Config;
using Rappel.Server.Configuration;

namespace Rappel.Tests.Server.Configuration;

/// <summary>Scripts with one mistake, beside the example that ships.</summary>
public class BadScriptTests
{
    [Theory]
    // Objects and their parameters.
    [InlineData("main:\n  - sya: Bonjour", "sya", ProblemCode.UnknownObject, "did you mean `say`?")]
    [InlineData("main:\n  - say: Bonjour\n    interruptible: false", "say", ProblemCode.WrongKind, "indented under `say`")]
    [InlineData("main:\n  - say: { en: Hello }", "say", ProblemCode.MissingText, "nothing in `fr`")]
    [InlineData("main:\n  - say: { fr: Bonjour, de: Hallo }", "say", ProblemCode.UnknownKey, "`de` is not known here")]
    [InlineData("main:\n  - say: { text: { prompt: back-to-waiting, fr: Bonjour } }", "say", ProblemCode.BadValue, "a prompt and a text at once")]
    [InlineData("main:\n  - say: []", "say", ProblemCode.Missing, "nothing to say")]
    [InlineData("main:\n  - wait: 5 s", "wait", ProblemCode.OnlyInQueue, "in `inQueue`")]
    [InlineData("main:\n  - loop:\n      - say: Bonjour", "loop", ProblemCode.OnlyInQueue, "in `inQueue`")]
    [InlineData("inQueue:\n  - wait: 0 s", "wait", ProblemCode.OutOfRange, "1 s to 60 min")]
    [InlineData("inQueue:\n  - loop: []", "loop", ProblemCode.Missing, "nothing to repeat")]
    [InlineData("main:\n  - getDigit: { prompt: Faites le 1 }", "getDigit", ProblemCode.Missing, "`exits` is missing")]
    [InlineData("main:\n  - getDigit: { tries: 0, exits: { 1: } }", "tries", ProblemCode.OutOfRange, "1 to 10")]
    [InlineData("main:\n  - getDigit:\n      exits:\n        10: hangUp", "10", ProblemCode.UnknownExit, "no exit `10`")]
    [InlineData("main:\n  - getDigit:\n      exits:\n        noinput: hangUp", "noinput", ProblemCode.UnknownExit, "did you mean `no-input`?")]
    [InlineData("main:\n  - getValue: { data: customer.phone, exits: { ok: } }", "customer.phone", ProblemCode.BadValue, "did you mean `customer.phoneNumber`?")]
    [InlineData("main:\n  - getValue: { data: case.number, minimumDigits: 9, maximumDigits: 8, exits: { ok: } }", "minimumDigits", ProblemCode.OutOfRange, "cannot both hold")]
    [InlineData("main:\n  - getValue: { data: case.number, dialPlan: north-american, exits: { ok: } }", "dialPlan", ProblemCode.BadValue, "not a phone number")]
    [InlineData("main:\n  - setVariable: { name: $QueuePosition, value: 1 }", "QueuePosition", ProblemCode.ReadOnlyVariable, "cannot be set")]
    [InlineData("main:\n  - setVariable: { name: my-name, value: 1 }", "my-name", ProblemCode.BadValue, "cannot be the name of a variable")]
    [InlineData("main:\n  - testVariable: { name: $Language }", "testVariable", ProblemCode.BadValue, "compares with nothing")]
    [InlineData("main:\n  - testVariable: { name: $Language, equals: fr, startsWith: f }", "testVariable", ProblemCode.BadValue, "more than one way")]
    [InlineData("main:\n  - testVariable: { name: $language, equals: fr }", "language", ProblemCode.UnknownVariable, "did you mean `Language`?")]
    [InlineData("main:\n  - testQueue: { queue: nurses }", "testQueue", ProblemCode.Missing, "it tests nothing")]
    [InlineData("main:\n  - testQueue: { queue: care-team, noAgentFree: true }", "care-team", ProblemCode.WrongQueueKind, "is a voicemail queue, and an inbound queue or an outbound queue")]
    [InlineData("main:\n  - forwardToNumber: { number: '911', dialPlan: north-american }", "911", ProblemCode.BadNumber, "refused by the dial plan")]
    [InlineData("main:\n  - forwardToNumber: operator", "operator", ProblemCode.BadNumber, "cannot be dialled")]
    [InlineData("main:\n  - forwardToVoicemail: nurses", "nurses", ProblemCode.WrongQueueKind, "a voicemail queue is needed here")]
    [InlineData("main:\n  - callback: { queue: nurse-callbacks, dialPlan: north-american, retryDelay: 91 min, attempts: 3, cancelAfter: 4 h }", "91 min", ProblemCode.OutOfRange, "40 s to 90 min")]
    [InlineData("main:\n  - callback: { queue: nurse-callbacks, dialPlan: north-american, retryDelay: 5 min, attempts: 11, cancelAfter: 4 h }", "11", ProblemCode.OutOfRange, "1 to 10")]
    [InlineData("main:\n  - callback: { queue: nurse-callbacks, dialPlan: north-american, retryDelay: 5 min, attempts: 3, cancelAfter: 119 s }", "119 s", ProblemCode.OutOfRange, "120 s to 72 h")]
    [InlineData("main:\n  - callback: { queue: nurse-callbacks, dialPlan: north-american, retryDelay: 5 min, attempts: 3 }", "callback", ProblemCode.Missing, "`cancelAfter` is missing (allowed: 120 s to 72 h)")]
    [InlineData("main:\n  - callback: { queue: nurse-callbacks, dialPlan: north-american, retryDelay: 5 min, attempts: 3, cancelAfter: 4 h, rungFirst: nurse }", "nurse", ProblemCode.BadValue, "(allowed: agent, customer)")]
    [InlineData("main:\n  - callback: { queue: nurse-callbacks, dialPlan: north-american, retryDelay: 5 min, attempts: 3, cancelAfter: 4 h, onMachine: leave-mesage }", "leave-mesage", ProblemCode.BadValue, "did you mean `leave-message`? (allowed: try-later, leave-message, count-as-attempt)")]
    [InlineData("main:\n  - callback: { queue: nurse-callbacks, dialPlan: north-american, retryDelay: 5 min, attempts: 3, cancelAfter: 4 h, duplicates: both }", "both", ProblemCode.BadValue, "(allowed: keep, renew)")]
    [InlineData("main:\n  - callback: { queue: nurse-callbacks, dialPlan: north-american, retryDelay: 5 min, attempts: 3, cancelAfter: 4 h, announcement: who-calls }", "who-calls", ProblemCode.UnknownReference, "main/0/announcement")]
    [InlineData("main:\n  - callback: { queue: nurse-callbacks, dialPlan: north-american, retryDelay: 5 min, attempts: 3, cancelAfter: 4 h, machineMessage: nurses }", "nurses", ProblemCode.UnknownReference, "main/0/machineMessage")]
    [InlineData("main:\n  - checkCallback: { queue: nurses, exits: { none: } }", "nurses", ProblemCode.WrongQueueKind, "an outbound queue is needed here")]
    [InlineData("main:\n  - checkCallback: { queue: nurse-callback, exits: { none: } }", "nurse-callback", ProblemCode.UnknownReference, "did you mean `nurse-callbacks`?")]
    [InlineData("main:\n  - checkCallback: nurse-callbacks", "checkCallback", ProblemCode.Missing, "`exits` is missing")]
    [InlineData("main:\n  - checkCallback:\n      exits:\n        found: hangUp", "found", ProblemCode.UnknownExit, "no exit `found`")]
    [InlineData("main:\n  - checkCallback: { plan: north-american, exits: { none: } }", "plan", ProblemCode.UnknownKey, "`plan` is not known here")]
    [InlineData("main:\n  - changeCallback: { exits: { done: } }", "changeCallback", ProblemCode.Missing, "`action` is missing (allowed: cancel, changeNumber, takePlace)")]
    [InlineData("main:\n  - changeCallback: { action: takeplace }", "takeplace", ProblemCode.BadValue, "did you mean `takePlace`?")]
    [InlineData("main:\n  - changeCallback:\n      action: cancel\n      exits:\n        refused: hangUp", "refused", ProblemCode.UnknownExit, "no exit `refused`")]
    [InlineData("main:\n  - label: Encore\n  - checkCallback:\n      exits:\n        pending: { goto: Encore }\n        none:", "goto", ProblemCode.EndlessCycle, "never waits for the caller")]
    [InlineData("main:\n  - changeCallback: cancel\n  - hangUp", "hangUp", ProblemCode.UnreachableObject, "nothing leads here")]
    [InlineData("main:\n  - webRequest: { url: http://crm.example.net/ }", "http:", ProblemCode.BadUrl, "is not encrypted")]
    [InlineData("main:\n  - webRequest: { url: 'https://$callerPhoneNumber.example.net/' }", "https:", ProblemCode.BadUrl, "a variable where none may be")]
    [InlineData("main:\n  - webRequest: { url: 'https://me:pass@crm.example.net/' }", "https:", ProblemCode.BadUrl, "a header is the place")]
    [InlineData("main:\n  - webRequest: { url: crm }", "crm", ProblemCode.BadUrl, "is not a web address")]
    [InlineData("main:\n  - webRequest: { url: https://crm.example.net/, body: x }", "body", ProblemCode.BadValue, "a GET sends no body")]
    [InlineData("main:\n  - webRequest: { url: https://crm.example.net/, method: FETCH }", "FETCH", ProblemCode.BadValue, "allowed: GET, POST")]
    [InlineData("main:\n  - webRequest: { url: https://crm.example.net/, timeout: 31 s }", "31 s", ProblemCode.OutOfRange, "1 s to 30 s")]
    [InlineData("main:\n  - webRequest: { url: https://crm.example.net/, variables: { x: name } }", "name", ProblemCode.BadPointer, "not a JSON pointer")]
    [InlineData("main:\n  - webRequest: { url: https://crm.example.net/, variables: { x: /a~2 } }", "/a~2", ProblemCode.BadPointer, "not a JSON pointer")]
    [InlineData("main:\n  - webRequest: { url: https://crm.example.net/, variables: { Channel: /a } }", "Channel", ProblemCode.ReadOnlyVariable, "cannot be set")]
    [InlineData("main:\n  - webRequest: { url: https://crm.example.net/, headers: { 'A B': c } }", "A B", ProblemCode.BadValue, "name of a header")]
    [InlineData("main:\n  - webRequest: { url: https://crm.example.net/, headers: { Authorization: 'Bearer ${AGENT_PASSWORD:-x}' } }", "Authorization", ProblemCode.SecretDefault, "has a default")]
    [InlineData("main:\n  - webRequest: { url: 'https://crm.example.net/$nobody' }", "nobody", ProblemCode.UnknownVariable, "no script sets `$nobody`")]
    [InlineData("main:\n  - checkNumber: { exits: { found: } }", "checkNumber", ProblemCode.Missing, "it looks nowhere")]
    [InlineData("main:\n  - checkNumber: { lists: [vip], exits: { found: } }", "vip", ProblemCode.UnknownReference, "there is no contact list `vip`")]
    [InlineData("main:\n  - checkNumber: { url: https://crm.example.net/, exits: { notfound: } }", "notfound", ProblemCode.UnknownExit, "did you mean `not-found`?")]
    [InlineData("main:\n  - forwardToScript: nurse-lin", "nurse-lin", ProblemCode.UnknownReference, "did you mean `nurse-line`?")]
    [InlineData("inQueue:\n  - forwardToScript: other\nmain:\n  - hangUp\n  - label: A", "label", ProblemCode.UnreachableObject, "no goto leads")]
    [InlineData("main:\n  - forwardToScript: other\n  - say: Bonjour", "say", ProblemCode.UnreachableObject, "does not go on")]
    // Labels.
    [InlineData("main:\n  - label: un-deux", "un-deux", ProblemCode.BadLabel, "other characters than letters and digits")]
    [InlineData("main:\n  - label: abcdefghijklmnopqrstuv", "abcdef", ProblemCode.BadLabel, "has 22 characters")]
    [InlineData("main:\n  - label: Debut\ninQueue:\n  - label: Debut", "Debut", ProblemCode.DuplicateLabel, "already at scripts/other.yaml:4")]
    [InlineData("main:\n  - goto: Debut\ninQueue:\n  - label: Debut", "goto", ProblemCode.UnknownLabel, "is in `inQueue`")]
    // The flow.
    [InlineData("main:\n  - hangUp:\n  - say: Bonjour", "say", ProblemCode.UnreachableObject, "(line 4) does not go on")]
    [InlineData("main:\n  - getDigit: { exits: { 1: } }\n  - say: Bonjour", "say", ProblemCode.UnreachableObject, "does not go on")]
    [InlineData("main:\n  - hangUp:\n  - label: Jamais", "Jamais", ProblemCode.UnreachableObject, "no goto leads to the label `Jamais`")]
    [InlineData("inQueue:\n  - loop:\n      - wait: 9 s\n  - say: Bonjour", "say", ProblemCode.UnreachableObject, "does not go on")]
    [InlineData("main:\n  - label: Rond\n  - goto: Rond", "goto", ProblemCode.EndlessCycle, "never waits for the caller")]
    [InlineData("main:\n  - label: Rond\n  - testQueue: { queue: nurses, noAgentFree: true, exits: { true: { goto: Rond } } }", "goto", ProblemCode.EndlessCycle, "going back to `Rond`")]
    [InlineData("main:\n  - label: Rond\n  - forwardToAgent: { agent: 1004, exits: { failed: { goto: Rond } } }", "goto", ProblemCode.EndlessCycle, "never waits")]
    [InlineData("inQueue:\n  - loop:\n      - testVariable:\n          name: $Language\n          equals: fr\n          exits:\n            true: { wait: 5 s }", "loop", ProblemCode.EndlessCycle, "without ever waiting")]
    [InlineData("name: empty", "other", ProblemCode.Missing, "neither `main` nor `inQueue`")]
    public void It_is_reported_once_where_it_stands(string script, string on, string code, string tells)
    {
        var draft = Draft.WithScript(script);

        var problem = Assert.Single(draft.Problems);

        Assert.Equal((code, "scripts/other.yaml"), (problem.Code, problem.File));
        Assert.Contains(on, draft.LineOf(problem), StringComparison.Ordinal);
        Assert.Contains(tells, ConfigurationReport.Line(problem), StringComparison.Ordinal);
        Assert.NotEqual(problem.Message.English, problem.Message.French);
    }

    [Theory]
    [InlineData("main:\n  - hangUp")]
    [InlineData("main:\n  - forwardToNumber: 1004")]
    [InlineData("main: { say: Bonjour }")]
    [InlineData("main:\n  - say: [{ prompt: back-to-waiting }, { fr: Bonjour, en: Hello }]\n  - play: [back-to-waiting]\n  - setLanguage: en\n  - hangUp:")]
    [InlineData("main:\n  - say: { text: Bonjour, language: en, interruptible: false, protected: true }")]
    [InlineData("main:\n  - setVariable: { name: $tries, value: $tries + 1 }\n  - testVariable: { name: $tries, moreThan: 2, exits: { true: hangUp } }")]
    [InlineData("main:\n  - setVariable: { name: customer.phoneNumber, value: $callerPhoneNumber }")]
    [InlineData("main:\n  - getValue: { data: $answer, terminator: none, exits: { ok: { say: 'Vous avez tapé $answer.' } } }")]
    [InlineData("main:\n  - label: Encore\n  - getDigit:\n      exits: { '*': { goto: Encore }, '#': hangUp, 0: { forwardToNumber: $callerPhoneNumber } }")]
    [InlineData("main:\n  - schedule: { schedule: office-hours, exits: { open: { forwardToQueue: nurses }, closed: { forwardToVoicemail: care-team }, '#1': } }")]
    [InlineData("inQueue:\n  - loop:\n      - testQueue: { queue: nurses, closingWithin: 15 min, waitingLonger: 5 min, exits: { true: { wait: 5 s }, false: { wait: 9 s } } }")]
    [InlineData("main:\n  - checkNumber: { url: https://crm.example.net/who, timeout: 2 s, variables: { plan: /plan }, exits: { found: [{ say: 'Bonjour $contactName, $plan' }], not-found: } }")]
    [InlineData("main:\n  - webRequest: https://crm.example.net/")]
    [InlineData("main:\n  - webRequest: { url: 'http://127.0.0.1:8085/$callerPhoneNumber', headers: { Authorization: 'Bearer ${AGENT_PASSWORD}' }, exits: { ok: { forwardToScript: nurse-line } } }")]
    [InlineData("main:\n  - webRequest: { method: POST, url: https://crm.example.net/, body: '{\"n\": \"$callerPhoneNumber\"}', variables: { customer.accountNumber: /a/0, x: '' }, exits: { ok: { say: '$x' } } }")]
    [InlineData("main:\n  - callback: { queue: nurse-callbacks, callerId: health-line, dialPlan: north-american, retryDelay: 40 s, attempts: 1, cancelAfter: 72 h }")]
    [InlineData("main:\n  - callback: { queue: nurse-callbacks, callerId: '+15145550101', dialPlan: north-american, retryDelay: 90 min, attempts: 10, cancelAfter: 120 s }")]
    public void Good_scripts_are_taken(string script) => Assert.Equal("0 problems\n", Draft.WithScript(script).Report);

    [Fact]
    public void Who_is_rung_first_and_what_becomes_of_machines_and_duplicates_is_read()
    {
        var draft = Draft.WithScript(
            "main:\n  - callback: { queue: nurse-callbacks, dialPlan: north-american, retryDelay: 5 min, attempts: 3, cancelAfter: 4 h, rungFirst: customer, onMachine: leave-message, "
            + "duplicates: renew, announcement: back-to-waiting, machineMessage: callbacks-whisper }");

        var callback = Assert.IsType<CallbackObject>(Assert.Single(draft.Result.Snapshot!.Scripts["other"].Main));
        Assert.Equal(
            (RungFirst.Customer, MachineAction.LeaveMessage, DuplicateChoice.Renew, "back-to-waiting", "callbacks-whisper"),
            (callback.Terms.RungFirst, callback.Terms.OnMachine, callback.Terms.Duplicates, callback.Terms.Announcement, callback.Terms.MachineMessage));
    }
}
