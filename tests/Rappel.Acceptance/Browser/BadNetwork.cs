using System.Globalization;
using System.Threading.Tasks;
using Rappel.Acceptance.Audio;

namespace Rappel.Acceptance.Browser;

/// <summary>Puts a relay between a page's audio and the server, and tells how the browser copes.</summary>
internal static class BadNetwork
{
    // The browser is told of the relay's port instead of the server's, in the server's own words.
    private const string Rewriting = """
        window.heldConnections = [];
        window.RTCPeerConnection = class extends window.RTCPeerConnection {
          constructor(...given) { super(...given); window.heldConnections.push(this); }
          async setRemoteDescription({ type, sdp }) {
            for (const [line, port] of [...sdp.matchAll(/^a=candidate:\S+ 1 udp \d+ \S+ (\d+) typ host/gm)]) {
              sdp = sdp.replace(line, line.replace(` ${port} typ`, ` ${await window.relayedPort(Number(port))} typ`));
            }
            return super.setRemoteDescription({ type, sdp });
          }
        };
        """;

    private const string Reading = """
        async () => {
          const audio = [...(await window.heldConnections.at(-1).getStats()).values()].find(s => s.type === 'inbound-rtp');
          return [audio.jitterBufferDelay, audio.jitterBufferEmittedCount, audio.packetsLost];
        }
        """;

    /// <summary>For the pages this window goes to from now on.</summary>
    public static async Task HasBadNetwork(this Window window, LossyRelay relay)
    {
        await window.Page.ExposeFunctionAsync<int, int>("relayedPort", relay.To);
        await window.Page.AddInitScriptAsync(Rewriting);
    }

    /// <summary>What the browser has counted of the audio of its call: seconds that samples have waited in all, samples, packets lost.</summary>
    public static async Task<AudioCount> CountAudio(this Window window)
    {
        var counts = await window.Page.EvaluateAsync<double[]>(Reading);
        return new AudioCount(counts[0], counts[1], Convert.ToInt32(counts[2], CultureInfo.InvariantCulture));
    }
}
