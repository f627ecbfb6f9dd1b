using Rappel.Media.Sessions;
using Rappel.Server.Speech;

namespace Rappel.Tests.Server.Speech;

public class ClipMemoryTests
{
    [Fact]
    public void What_was_used_longest_ago_goes_first()
    {
        var memory = new ClipMemory(7000);
        memory.Keep("a", Clip(1000));
        memory.Keep("b", Clip(1000));
        memory.Keep("c", Clip(1000));
        Assert.NotNull(memory.Find("a"));
        memory.Keep("d", Clip(1000));
        Assert.Null(memory.Find("b"));
        Assert.All(["a", "c", "d"], key => Assert.NotNull(memory.Find(key)));
        Assert.InRange(memory.Bytes, 6000, 7000);
    }

    [Fact]
    public void A_clip_larger_than_all_is_not_kept()
    {
        var memory = new ClipMemory(1000);
        memory.Keep("a", Clip(1000));
        Assert.Null(memory.Find("a"));
        Assert.Equal(0, memory.Bytes);
    }

    [Fact]
    public void The_first_of_two_is_kept()
    {
        var memory = new ClipMemory();
        var first = Clip(10);
        memory.Keep("a", first);
        memory.Keep("a", Clip(10));
        Assert.Same(first, memory.Find("a"));
    }

    private static AudioClip Clip(int samples) => new("clip", new short[samples]);
}
