using System.IO;
using Rappel.Acceptance.Audio;

namespace Rappel.Acceptance.Chaos;

/// <summary>A contact centre made for being killed: one key asks for a callback, terms are the shortest that the product allows, and callers who
/// do not ask wait for nobody.</summary>
internal static class ChaosConfiguration
{
    public const string Channel = "+15145550100";

    /// <summary>As in the script below; the checks hold the store against it.</summary>
    public const int Attempts = 2;

    public static readonly IReadOnlyList<string> Agents = [.. Enumerable.Range(2001, 10).Select(n => $"{n}")];

    private static readonly string Text = $$"""
        tenant: { name: Chaos, language: en }
        trunks:
          carrier: { address: "${CARRIER}", transport: udp, trustedNetworks: [127.0.0.0/8], codecs: [PCMU], maximumCalls: 500, callerId: From, order: 1 }
        channels:
          line: { number: "{{Channel}}", script: line, language: en }
        agents:
        {{string.Join("\n", Agents.Select(a => $"  {a}: {{ name: Agent {a}, password: \"${{AGENT_PASSWORD}}\", offerTimeout: 15 s, language: en }}"))}}
        dialPlans:
          plan:
            rules:
              - { pattern: '(?:\+?1)?(514[2-9]\d{6})', dial: +1$1, trunk: carrier }
              - { pattern: '.*', refuse: elsewhere }
        prompts:
          promise: { en: { file: promise.wav } }
        inboundQueues:
          callers: { priority: 5, members: [], treatment: line, wrapUp: 0 s, maximumCalls: 500, maximumWait: 60 min, outboundQueue: callbacks }
        outboundQueues:
          callbacks:
            priority: 5
            members: [{{string.Join(", ", Agents.Select(a => $"{{ agent: {a}, skill: 5 }}"))}}]
            wrapUp: 1 s
            maximumPending: 100000
        scripts:
          line:
            main:
              - forwardToQueue: { queue: callers }
            inQueue:
              - label: Choice
              - getDigit:
                  timeout: 60 s
                  tries: 1
                  exits:
                    3: { goto: Ask }
                    no-input: { goto: Choice }
                    invalid: { goto: Choice }
              - label: Ask
              - callback:
                  queue: callbacks
                  dialPlan: plan
                  attempts: {{Attempts}}
                  retryDelay: 40 s
                  cancelAfter: 120 s
                  ringTime: 5 s
                  exits:
                    requested: [{ play: promise }, hangUp]
                    already-pending: [{ goto: Choice }]
                    refused: [{ goto: Choice }]
        """;

    public static string Write(string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "chaos.yaml"), Text.ReplaceLineEndings("\n"));
        WavFile.Write(Path.Combine(folder, "promise.wav"), Tone.Make(ChaosCaller.PromiseTone, TimeSpan.FromSeconds(1)));
        return folder;
    }
}
