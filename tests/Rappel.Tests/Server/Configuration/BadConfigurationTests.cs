using Rappel.Core.Calls;
using Rappel.Core.Config;
using Rappel.Server.Configuration;

namespace Rappel.Tests.Server.Configuration;

/// <summary>One mistake each, made in the example that ships: exactly one problem, of the right kind, on the right line.</summary>
public class BadConfigurationTests
{
    private const string Script = "scripts/nurse-line.yaml";

    /// <param name="on">Words of the line the problem is reported on.</param>
    /// <param name="tells">Words of the report.</param>
    [Theory]
    // Values.
    [InlineData("agents.yaml", "offerTimeout: 30 s", "offerTimeout: 14 s", "offerTimeout: 14 s", "out-of-range", "allowed: 15 s to 60 s")]
    [InlineData("agents.yaml", "offerTimeout: 30 s", "offerTimeout: 30", "offerTimeout: 30", "bad-duration", "it has no unit")]
    [InlineData("agents.yaml", "offerTimeout: 30 s", "offerTimeout: half a minute", "half a minute", "bad-duration", "not a length of time")]
    [InlineData("agents.yaml", "name: Accueil", "name: Accueil\n    mayReject: perhaps", "perhaps", "bad-value", "allowed: true or false")]
    [InlineData("agents.yaml", "offerTimeout: 30 s\n    language: fr", "language: de", "language: de", "unknown-language", "allowed: en, fr")]
    [InlineData("agents.yaml", "name: Accueil", "name: Accueil\n    directNumber: 555-0123", "directNumber", "bad-number", "E.164")]
    [InlineData("queues.yaml", "priority: 3", "priority: 11", "priority: 11", "out-of-range", "allowed: 1 to 10")]
    [InlineData("queues.yaml", "maximumPending: 200", "mayDismiss: perhaps", "perhaps", "bad-value", "allowed: true or false")]
    [InlineData("queues.yaml", "priority: 3", "priority: high", "priority: high", "bad-value", "not a whole number")]
    [InlineData("queues.yaml", "priority: 3", "priority: [3]", "priority: [3]", "wrong-kind", "this is a list")]
    [InlineData("queues.yaml", "members: [1004]", "members: [{ agent: 1004, skill: 0 }]", "skill: 0", "out-of-range", "allowed: 1 to 10")]
    [InlineData("queues.yaml", "members: [1004]", "members: [1004, 1004]", "members", "duplicate-member", "`1004` is a member already")]
    [InlineData("queues.yaml", "serviceLevelTarget: 80", "serviceLevelTarget: 101", "101", "out-of-range", "allowed: 0 to 100")]
    [InlineData("trunks.yaml", "${CARRIER:-127.0.0.1:5070}", "127.0.0.1:70000", "70000", "bad-value", "1 to 65535")]
    [InlineData("trunks.yaml", "127.0.0.0/8", "127.0.0.1/8", "127.0.0.1/8", "bad-value", "bits set beyond its prefix")]
    [InlineData("trunks.yaml", "PCMA", "G729", "G729", "bad-value", "allowed: PCMU, PCMA")]
    [InlineData("trunks.yaml", "transport: udp", "transport: upd", "upd", "bad-value", "did you mean `udp`?")]
    [InlineData("channels.yaml", "+15145550101", "5145550101", "5145550101", "bad-number", "plus sign")]
    // Keys.
    [InlineData("queues.yaml", "priority: 3", "priorty: 3", "priorty", "unknown-key", "did you mean `priority`?")]
    [InlineData("queues.yaml", "priority: 3", "priority: 3\n    priority: 4", "priority: 4", "duplicate-key", "given twice; first at queues.yaml:")]
    [InlineData("tenant.yaml", "tenant:", "nurses: {}\ntenant:", "nurses", "unknown-key", "`nurses` is not known here")]
    [InlineData("tenant.yaml", "  name: AcmeHealth", "", "tenant:", "missing", "`name` is missing")]
    [InlineData("schedules.yaml", "  office-hours:", "  office hours:", "office hours", "bad-key", "letters, digits and dashes")]
    // References.
    [InlineData("channels.yaml", "script: nurse-line\n    language: en", "script: nurs-line\n    language: en", "nurs-line", "unknown-reference", "did you mean `nurse-line`?")]
    [InlineData("queues.yaml", "members: [1004]", "members: [1005]", "1005", "unknown-reference", "there is no agent `1005`")]
    [InlineData("queues.yaml", "outboundQueue: nurse-callbacks", "outboundQueue: care-team", "care-team", "wrong-queue-kind", "is a voicemail queue")]
    [InlineData("queues.yaml", "schedule: around-the-clock", "schedule: always", "always", "unknown-reference", "no schedule `always`")]
    [InlineData("queues.yaml", "whisper: nurses-whisper", "whisper: hello", "hello", "unknown-reference", "no prompt `hello`")]
    [InlineData("dial-plans.yaml", "trunk: carrier\n        timeZone", "trunk: carier\n        timeZone", "carier", "unknown-reference", "did you mean `carrier`?")]
    [InlineData(Script, "queue: nurses\n", "queue: care-team\n", "queue: care-team", "wrong-queue-kind", "an inbound queue is needed")]
    [InlineData(Script, "callerId: [current channel]", "callerId: office", "office", "unknown-reference", "there is no channel `office`")]
    [InlineData(Script, "      - play: back-to-waiting\n      - goto: Attente\n\n      # Keep", "      - play: back-to-wait\n      - goto: Attente\n\n      # Keep", "back-to-wait", "unknown-reference", "did you mean `back-to-waiting`?")]
    // The environment.
    [InlineData("trunks.yaml", "${CARRIER:-127.0.0.1:5070}", "${CARIER}", "CARIER", "undefined-environment-variable", "`CARIER` is not set")]
    [InlineData("agents.yaml", "name: Accueil\n    password: ${AGENT_PASSWORD}", "name: Accueil\n    password: ${AGENT_PASSWORD:-secret}", ":-secret", "secret-with-default", "has a default")]
    // Dial plans.
    [InlineData("dial-plans.yaml", "'.*'", "'(?=1).*'", "(?=1)", "bad-regular-expression", "look-around")]
    [InlineData("dial-plans.yaml", "'.*'", @"'(\d)\1*'", @"(\d)", "bad-regular-expression", "back-reference")]
    [InlineData("dial-plans.yaml", "'.*'", "'1)|(2'", "1)|(2", "bad-regular-expression", "broken at character")]
    [InlineData("dial-plans.yaml", "'.*'", "'(.*'", "(.*", "bad-regular-expression", "broken at character")]
    [InlineData("dial-plans.yaml", "'.*'", "'((.{1000}){1000}){1000}'", "{1000}", "bad-regular-expression", "it is too large")]
    [InlineData("dial-plans.yaml", "dial: +1$1\n        trunk: carrier\n\n      - pattern: '.*'", "dial: +1$2\n        trunk: carrier\n\n      - pattern: '.*'", "+1$2", "bad-rewrite", "uses $2")]
    [InlineData("dial-plans.yaml", "refuse: hors", "dial: '1'\n        refuse: hors", "pattern: '.*'", "bad-value", "cannot both dial and refuse")]
    [InlineData("dial-plans.yaml", "America/Toronto", "America/Montreall", "Montreall", "unknown-time-zone", "IANA")]
    // Schedules.
    [InlineData("schedules.yaml", "13:00-17:00]", "11:00-17:00]", "saturday", "overlapping-hours", "overlap those at schedules.yaml:")]
    [InlineData("schedules.yaml", "saturday: [09:00-12:00, 13:00-17:00]", "saturday-sunday: 20:00-08:30", "saturday-sunday", "overlapping-hours", "overlap")]
    [InlineData("schedules.yaml", "saturday:", "samedi:", "samedi", "bad-hours", "not a day")]
    [InlineData("schedules.yaml", "2026-12-25: closed", "2026-12-32: closed", "2026-12-32", "bad-hours", "not a date")]
    [InlineData("schedules.yaml", "2026-12-24: 08:00-12:00", "2026-12-24: 8-12", "8-12", "bad-hours", "not hours of a day")]
    [InlineData("schedules.yaml", "2026-12-24: 08:00-12:00", "2026-12-24: 08:00-08:00", "08:00-08:00", "bad-hours", "ends when it begins")]
    [InlineData("schedules.yaml", "2026-12-24: 08:00-12:00", "2026-12-24: { hours: 08:00-12:00, treatment: 7 }", "treatment: 7", "out-of-range", "allowed: 1 to 6")]
    // What is said.
    [InlineData("prompts.yaml", "    fr: Rappel. Nous appelons le patient.\n", "", "callbacks-whisper:", "missing-text", "nothing in `fr`")]
    [InlineData("prompts.yaml", "fr: Rappel. Nous appelons le patient.", "fr: { file: ../secret.wav }", "../secret.wav", "bad-value", "inside this folder")]
    [InlineData("prompts.yaml", "fr: Rappel. Nous appelons le patient.", "fr: { file: hello.wav }", "hello.wav", "unknown-reference", "there is no file `hello.wav`")]
    [InlineData("prompts.yaml", "fr: Rappel. Nous appelons le patient.", "fr: Rappel de $name.", "$name", "unknown-variable", "no script sets `$name`")]
    [InlineData(Script, "line. The expected wait is $ExpectedWait", "line. The expected wait is $ExpectedWaitt", "fr:", "unknown-variable", "did you mean `ExpectedWait`?")]
    public void It_is_reported_once_where_it_stands(
        string file, string good, string bad, string on, string code, string tells)
    {
        var draft = Draft.Of(file, good, bad);

        var problem = Assert.Single(draft.Problems);

        Assert.Equal((code, file), (problem.Code, problem.File));
        Assert.Contains(on, draft.LineOf(problem), StringComparison.Ordinal);
        Assert.Contains(tells, ConfigurationReport.Line(problem), StringComparison.Ordinal);
        Assert.NotEqual(problem.Message.English, problem.Message.French);
    }
}
