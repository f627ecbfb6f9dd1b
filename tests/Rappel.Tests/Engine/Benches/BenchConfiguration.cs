using System.Text.RegularExpressions;
using Rappel.Core.Calls;
using Rappel.Core.Config;
using Rappel.Server.Configuration;

namespace Rappel.Tests.Engine.Benches;

/// <summary>A small clinic, made by hand: two channels, three agents, two trunks, a queue of each kind. While waiting: 1 operator, 2 message,
/// 3 callback, 4 somebody outside, 5 something protected.</summary>
internal static partial class BenchConfiguration
{
    public const string Text = """
        tenant: { name: Clinic, language: fr }
        trunks:
          carrier: { address: 10.0.0.70:5060, trustedNetworks: [10.0.0.70/32], codecs: [PCMU, PCMA], maximumCalls: 20, callerId: From, order: 1 }
          spare: { address: 10.0.0.71:5060, trustedNetworks: [10.0.0.71/32], codecs: [PCMU], maximumCalls: 20, callerId: From, order: 2 }
        channels:
          nurse-line: { number: "+15145550100", script: line, language: fr }
          health-line: { number: "+15145550101", script: line, language: en }
        agents:
          1001: { name: Amélie, password: secret, offerTimeout: 20 s, language: fr }
          1002: { name: Mathieu, password: secret, offerTimeout: 20 s, language: en }
          1004: { name: Accueil, password: secret, offerTimeout: 30 s, language: fr }
        dialPlans:
          north-american:
            rules:
              - { pattern: '(?:\+?1)?([2-9]\d\d[2-9]\d{6})', dial: +1$1 }
              - { pattern: '.*', refuse: elsewhere }
        prompts:
          for-the-nurse: { fr: Appel de la ligne. }
          hello: { fr: Laissez un message. }
        inboundQueues:
          nurses:
            name: Infirmières
            priority: 5
            members: [{ agent: 1001, skill: 10 }, { agent: 1002, skill: 5 }]
            treatment: line
            wrapUp: 5 s
            maximumCalls: 3
            maximumWait: 10 min
            outboundQueue: callbacks
        outboundQueues:
          callbacks:
            priority: 5
            members: [{ agent: 1001, skill: 10 }, { agent: 1002, skill: 5 }]
            wrapUp: 5 s
            maximumPending: 3
        voicemailQueues:
          care-team: { members: [1004], greeting: hello, maximumLength: 60 s, wrapUp: 5 s }
        scripts:
          line:
            main:
              - forwardToQueue:
                  queue: nurses
                  exits:
                    overload: [{ say: { fr: Trop de monde. } }]
                    timed-out: [{ say: { fr: Trop long. } }]
            inQueue:
              - label: Choix
              - getDigit:
                  timeout: 20 s
                  tries: 1
                  exits:
                    1: { goto: Operateur }
                    2: { forwardToVoicemail: care-team }
                    3: { goto: Rappel }
                    4: { goto: Dehors }
                    5: [{ say: { text: { fr: Ne pas déranger. }, protected: true } }, { goto: Choix }]
                    no-input: { goto: Choix }
                    invalid: { goto: Choix }
              - label: Operateur
              - forwardToAgent:
                  agent: 1004
                  ringTime: 15 s
                  exits:
                    busy: { goto: Occupe }
                    no-answer: { goto: Absent }
                    failed: { goto: Rate }
              - label: Dehors
              - forwardToNumber:
                  number: "+15145550188"
                  ringTime: 15 s
                  exits:
                    busy: { goto: Occupe }
                    no-answer: { goto: Absent }
                    failed: { goto: Rate }
              - label: Occupe
              - say: { fr: Occupé. }
              - goto: Choix
              - label: Absent
              - say: { fr: Absent. }
              - goto: Choix
              - label: Rate
              - say: { fr: Raté. }
              - goto: Choix
              - label: Rappel
              - callback:
                  queue: callbacks
                  dialPlan: north-american
                  attempts: 3
                  retryDelay: 5 min
                  cancelAfter: 4 h
                  ringTime: 20 s
                  exits:
                    requested: [{ say: { fr: C'est noté. } }, hangUp]
                    already-pending: [{ say: { fr: Déjà prévu. } }, { goto: Choix }]
                    refused: [{ say: { fr: Refusé. } }, { goto: Choix }]
        """;

    /// <summary>The clinic with some of its text changed.</summary>
    public static ConfigurationSnapshot Read(long version, params IEnumerable<(string Old, string New)> changes)
    {
        var text = Text;
        foreach (var (old, changed) in changes)
        {
            Assert.Contains(old, text, StringComparison.Ordinal);
            text = text.Replace(old, changed, StringComparison.Ordinal);
        }

        // Some callers and agents of the clinic speak English; what they hear is told apart by its words, not by its language.
        text = OnlyFrench().Replace(text, "{ fr: $1, en: $1 }");
        var result = ConfigurationReader.FromFiles(
            new Dictionary<string, string> { ["clinic.yaml"] = text }, TenantId.Default, version, new Dictionary<string, string>());
        Assert.True(result.Snapshot is not null, string.Join('\n', result.Problems));
        return result.Snapshot;
    }

    [GeneratedRegex("""\{ fr: ("[^"]*"|[^{}"]*) \}""")]
    private static partial Regex OnlyFrench();
}
