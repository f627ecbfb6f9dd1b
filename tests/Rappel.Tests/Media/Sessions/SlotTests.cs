using Rappel.Media.Audio;
using Rappel.Media.Sessions;
using static Rappel.Tests.Media.Sessions.Wire;

namespace Rappel.Tests.Media.Sessions;

/// <summary>Sessions are spread over the 20 ms.</summary>
public class SlotTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly MediaMachine _machine = new("test", () => 0);

    [Fact]
    public void Each_new_session_comes_into_the_emptiest_slot()
    {
        for (var i = 0; i < 25; i++)
        {
            Open(i);
        }

        Assert.Equal([3, 3, 3, 3, 3, 2, 2, 2, 2, 2], Counts());
        foreach (var i in new[] { 3, 13, 23, 8 })
        {
            _machine.Handle(Start, new MediaCommand.Close(new MediaSessionId(i)));
        }

        Assert.Equal([3, 3, 3, 0, 3, 2, 2, 2, 1, 2], Counts());
        for (var i = 30; i < 35; i++)
        {
            Open(i);
        }

        Assert.Equal([3, 3, 3, 3, 3, 3, 2, 2, 2, 2], Counts());
        Assert.Equal(26, _machine.SessionCount);
    }

    [Fact]
    public void A_session_is_heard_once_in_each_round_and_always_in_its_slot()
    {
        for (var i = 0; i < 25; i++)
        {
            Open(i);
        }

        Taken();
        var first = Round();
        Assert.Equal(25, first.Count);
        for (var i = 0; i < 20; i += 3)
        {
            _machine.Handle(Start, new MediaCommand.Close(new MediaSessionId(i)));
        }

        Taken();
        foreach (var (session, slot) in Round())
        {
            Assert.Equal(first[session], slot);
        }
    }

    private int[] Counts() => [.. Enumerable.Range(0, MediaLimits.BeatSlots).Select(_machine.SessionsIn)];

    private Dictionary<MediaSessionId, int> Round()
    {
        var heard = new Dictionary<MediaSessionId, int>();
        for (var slot = 0; slot < MediaLimits.BeatSlots; slot++)
        {
            _machine.Beat(Start, slot);
            foreach (var session in Taken())
            {
                heard.Add(session, slot);
            }
        }

        return heard;
    }

    private List<MediaSessionId> Taken()
    {
        var taken = new List<MediaSessionId>();
        while (_machine.TryTakePacket(out var packet))
        {
            taken.Add(packet.Session);
        }

        return taken;
    }

    private void Open(int id)
    {
        var session = new MediaSessionId(id);
        _machine.Handle(Start, new MediaCommand.Open(session, (uint)id, 0, 0));
        _machine.Handle(Start, new MediaCommand.Configure(session, At("192.0.2.1", 4000 + (2 * id))));
        _machine.Handle(Start, new MediaCommand.PlayLoop(session, BuiltInSounds.Music));
    }
}
