namespace Rappel.Tests.Server.Trying;

/// <summary>What each script object is for, and an example that works, for docs/scripts.md.</summary>
internal static class ScriptExamples
{
    /// <summary>By type, in the order they are told.</summary>
    public static readonly IReadOnlyDictionary<string, (string Purpose, string Yaml)> All = new Dictionary<string, (string, string)>(StringComparer.Ordinal)
    {
        ["say"] = ("Says text, or prompts among it. A key pressed while it speaks cuts it short where `interruptible` is true, and counts for the next question.",
            "say: { en: You are number $QueuePosition in line., fr: Vous êtes au rang $QueuePosition dans la file. }"),
        ["play"] = ("Plays prompts, one after the other: recordings, or texts kept in one place.", "play: back-to-waiting"),
        ["getDigit"] = ("Asks for one key, and goes on at the exit of that key. A key without an exit is invalid. After a wrong key or none it asks again, up to `tries` times; " +
            "then it takes `invalid` or `no-input`. Keys pressed before it asks count only where `typeAhead` is true, or where they cut short what was said just before.",
            """
            getDigit:
              prompt: { en: "For the operator, press 1.", fr: "Pour la téléphoniste, faites le 1." }
              timeout: 8 s
              tries: 2
              exits:
                1: { forwardToAgent: 1004 }
                no-input: { goto: Again }
                invalid: { goto: Again }
            """),
        ["getValue"] = ("Asks for digits and keeps them: as the number to call back (`customer.phoneNumber`), `customer.accountNumber`, `case.number`, or a variable. With `dialPlan` a number " +
            "that the plan refuses is asked for again.",
            """
            getValue:
              data: customer.phoneNumber
              prompt: { en: "Enter the number to call you back at, then press pound.", fr: "Composez le numéro où vous rappeler, puis le dièse." }
              minimumDigits: 10
              maximumDigits: 11
              terminator: "#"
              dialPlan: north-american
              exits:
                ok: { goto: Again }
                no-input: hangUp
                invalid: hangUp
            """),
        ["setVariable"] = ("Sets a variable to a text with variables in it, or to a sum of two whole numbers. An empty `customer.phoneNumber` takes a typed number back.",
            "setVariable: { name: $tries, value: $tries + 1 }"),
        ["testVariable"] = ("Compares a variable, in one of these ways. Whole numbers compare by size, anything else letter by letter; `equals` is of the text, so that 007 is not 7.",
            """
            testVariable:
              name: $callerPhoneNumber
              startsWith: "+1"
              exits:
                true: { goto: Again }
                false: hangUp
            """),
        ["testQueue"] = ("Takes `true` where any of the conditions that are written holds. At least one has to be.",
            """
            testQueue:
              queue: nurses
              expectedWaitOver: 5 min
              exits:
                true: { goto: Again }
                false: hangUp
            """),
        ["schedule"] = ("Goes on at what the schedule says now: `open`, `closed`, or the numbered treatment of these hours.",
            """
            schedule:
              schedule: office-hours
              exits:
                open: { goto: Again }
                closed: { forwardToVoicemail: care-team }
            """),
        ["label"] = ("A place that a goto names. Letters and digits; one of its name in a script.", "label: Again2"),
        ["goto"] = ("Goes on at a label of the same entry.", "goto: Again"),
        ["wait"] = ("Music for a time. Keys are kept for a question with `typeAhead`.", "wait: 20 s"),
        ["loop"] = ("Repeats its objects while the caller waits. An exit in it that runs out goes round again.", "loop: [{ wait: 20 s }, { play: back-to-waiting }]"),
        ["forwardToQueue"] = ("Lets the caller wait in an inbound queue and runs its treatment. `overload`: it is full or closed; `timed-out`: its longest wait is over; `left`: the treatment let the caller go.",
            "forwardToQueue: nurses"),
        ["forwardToNumber"] = ("Dials a number, or what a variable holds, and connects the two. A caller who waits keeps the place until somebody answers.",
            "forwardToNumber: { number: \"+15145550188\", ringTime: 20 s }"),
        ["forwardToAgent"] = ("Rings one agent's phone.", "forwardToAgent: { agent: 1004, ringTime: 20 s }"),
        ["forwardToVoicemail"] = ("Takes a message for a voicemail queue. The call ends when it has been left.", "forwardToVoicemail: care-team"),
        ["callback"] = ("Takes the caller out of the queue and promises to ring back, in the place held so far. The request is on disk before `requested` is taken. `already-pending`: there is one for this number; " +
            "`refused`: the number cannot be dialled, the queue has all it may have, or it would not open in time.",
            """
            callback:
              queue: nurse-callbacks
              callerId: [current channel]
              dialPlan: north-american
              attempts: 3
              retryDelay: 5 min
              cancelAfter: 4 h
              exits:
                requested: hangUp
                already-pending: { goto: Again }
                refused: { goto: Again }
            """),
        ["checkCallback"] = ("Looks for an open request of this caller, by the number typed, else the one they ring from. `$callbackPhoneNumber` and `$CallbackPosition` are then of that request.",
            """
            checkCallback:
              queue: nurse-callbacks
              exits:
                pending: { goto: Again }
                none: hangUp
            """),
        ["changeCallback"] = ("Changes the request that checkCallback found: cancels it, changes its number to the one just typed, or gives the caller its place in line.",
            """
            changeCallback:
              action: cancel
              exits:
                done: hangUp
                failed: { goto: Again }
            """),
        ["checkNumber"] = ("Looks the caller's number up, in contact lists and then on the web. What is found fills `$contactName` and the contact's variables.",
            """
            checkNumber:
              url: https://crm.example.com/callers
              variables: { tier: /tier }
              exits:
                found: { goto: Again }
                not-found: hangUp
            """),
        ["webRequest"] = ("Asks a web server, over HTTPS, and reads variables from its JSON answer by pointers. Headers are the place for secrets.",
            """
            webRequest:
              url: https://crm.example.com/orders/$case.number
              headers: { Authorization: "${CRM_TOKEN}" }
              variables: { state: /order/state }
              exits:
                ok: { goto: Again }
                failed: hangUp
            """),
        ["forwardToScript"] = ("Goes on in another script for good: in its `inQueue` where the caller waits, else in its `main`.", "forwardToScript: other"),
        ["setLanguage"] = ("The language of all that is said from here on.", "setLanguage: fr"),
        ["hangUp"] = ("Ends the call.", "hangUp"),
    };

    /// <summary>Everything the examples mention.</summary>
    public const string Around = """
        tenant: { name: Clinic, language: en }
        agents: { 1004: { name: Front desk, password: "x1y2z3" } }
        prompts: { back-to-waiting: { en: You are still on hold. } }
        schedules: { office-hours: { timeZone: America/Toronto, weekly: { monday-friday: 08:00-20:00 } } }
        dialPlans: { north-american: { rules: [{ pattern: '(?:\+?1)?([2-9]\d\d[2-9]\d{6})', dial: +1$1 }] } }
        inboundQueues: { nurses: { members: [1004], treatment: example } }
        outboundQueues: { nurse-callbacks: { members: [1004] } }
        voicemailQueues: { care-team: { members: [1004] } }
        """;
}
