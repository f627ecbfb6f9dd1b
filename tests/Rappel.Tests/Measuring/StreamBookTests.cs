using Rappel.Measuring;

namespace Rappel.Tests.Measuring;

public class StreamBookTests
{
    private const long Beat = 20_000_000;

    private readonly StreamBook book = new();

    [Fact]
    public void Gaps_are_those_within_a_stream_however_streams_are_mixed()
    {
        for (var beat = 0; beat < 10; beat++)
        {
            book.Add(4000, 1, (ushort)beat, beat * Beat, prompt: false);
            book.Add(4002, 1, (ushort)beat, (beat * Beat) + 7, prompt: false);
            book.Add(4002, 2, (ushort)beat, (beat * Beat) + 9, prompt: false);
        }

        Assert.Equal(3, book.Streams);
        Assert.Equal(30, book.Packets);
        Assert.Equal(27, book.Gaps.Count);
        Assert.Equal(20, book.Gaps.Most, 6);
    }

    [Fact]
    public void The_gap_from_prompt_to_music_is_kept_besides()
    {
        book.Add(4000, 1, 1, 0, prompt: true);
        book.Add(4000, 1, 2, Beat, prompt: true);
        book.Add(4000, 1, 3, 3 * Beat, prompt: false);
        book.Add(4000, 1, 4, 4 * Beat, prompt: false);

        Assert.Equal(1, book.Turns.Count);
        Assert.Equal(40, book.Turns.Most, 6);
        Assert.Equal(3, book.Gaps.Count);
    }

    [Theory]
    [InlineData(7, 8, 0)]
    [InlineData(7, 10, 2)]
    [InlineData(65_535, 0, 0)]
    [InlineData(65_534, 1, 2)]
    [InlineData(8, 7, 0)]
    public void Numbers_passed_over_are_missing(int first, int second, int missing)
    {
        book.Add(4000, 1, (ushort)first, 0, prompt: false);
        book.Add(4000, 1, (ushort)second, Beat, prompt: false);

        Assert.Equal(missing, book.Missing);
    }

    [Fact]
    public void Counting_anew_keeps_the_streams_so_that_a_gap_across_is_not_lost()
    {
        book.Add(4000, 1, 1, 0, prompt: false);
        book.Clear();
        book.Add(4000, 1, 2, 2 * Beat, prompt: false);

        Assert.Equal(1, book.Packets);
        Assert.Equal(40, book.Gaps.Most, 6);
    }

    [Fact]
    public void A_stream_forgotten_begins_without_a_gap()
    {
        book.Add(4000, 1, 1, 0, prompt: false);
        book.Forget();
        book.Add(4000, 1, 2, 2 * Beat, prompt: false);

        Assert.Equal(0, book.Gaps.Count);
    }
}
