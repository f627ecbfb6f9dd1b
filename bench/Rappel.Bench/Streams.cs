using Rappel.Media.Audio;
using Rappel.Media.Sessions;

namespace Rappel.Bench;

/// <summary>Callers on hold with music.</summary>
internal sealed class Streams
{
    private readonly MediaMachine machine;
    private Instant now = DateTimeOffset.UnixEpoch;

    public Streams(int legs)
    {
        ulong seed = 1;
        machine = new MediaMachine("bench", () => seed += 0x9E3779B97F4A7C15);
        for (var i = 1; i <= legs; i++)
        {
            Open(machine, now, new MediaSessionId(i), i % 2 == 0 ? G711.Pcmu : G711.Pcma);
            machine.Handle(now, new MediaCommand.PlayLoop(new MediaSessionId(i), BuiltInSounds.Music));
        }
    }

    public static void Open(MediaMachine machine, Instant now, MediaSessionId id, G711 codec)
    {
        machine.Handle(now, new MediaCommand.Open(id, (uint)id.Value, 1, 1));
        machine.Handle(now, new MediaCommand.Configure(
            id, new MediaParameters("192.0.2.9", 20_000, codec, codec == G711.Pcmu ? 0 : 8, 101, 20, MediaDirection.SendReceive)));
    }

    public void Beat()
    {
        now += TimeSpan.FromMilliseconds(MediaLimits.PacketMilliseconds);
        machine.Beat(now);
        while (machine.TryTakePacket(out _))
        {
        }

        while (machine.TryTakeEvent(out _))
        {
        }
    }
}
