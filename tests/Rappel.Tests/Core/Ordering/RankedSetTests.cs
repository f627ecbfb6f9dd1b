using Rappel.Core.Ordering;

namespace Rappel.Tests.Core.Ordering;

public class RankedSetTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void It_agrees_with_a_sorted_list(int seed)
    {
        var random = new Random(seed);
        var ranked = new RankedSet<string>(StringComparer.Ordinal);
        var model = new SortedSet<string>(StringComparer.Ordinal);
        for (var step = 0; step < 3000; step++)
        {
            var item = random.Next(400).ToString("000");
            if (random.Next(2) == 0)
            {
                Assert.Equal(model.Add(item), ranked.Add(item));
            }
            else
            {
                Assert.Equal(model.Remove(item), ranked.Remove(item));
            }

            var probe = random.Next(400).ToString("000");
            Assert.Equal(model.Count(m => string.CompareOrdinal(m, probe) < 0), ranked.CountBefore(probe));
            Assert.Equal(model.Count, ranked.Count);
            Assert.Equal(model.Min, ranked.First);
        }

        Assert.Equal(model, ranked);
    }

    [Fact]
    public void Items_added_in_order_do_not_make_it_deep()
    {
        var compared = 0;
        var order = Comparer<string>.Create((a, b) =>
        {
            compared++;
            return string.CompareOrdinal(a, b);
        });
        var ranked = new RankedSet<string>(order);
        for (var i = 0; i < 50_000; i++)
        {
            ranked.Add(i.ToString("000000"));
        }

        compared = 0;
        Assert.Equal(49_999, ranked.CountBefore("049999"));
        Assert.InRange(compared, 1, 80);
    }

    [Fact]
    public void It_grows_over_many_pages_and_can_be_emptied_and_filled_again()
    {
        var random = new Random(4);
        var ranked = new RankedSet<string>(StringComparer.Ordinal);
        for (var round = 0; round < 3; round++)
        {
            var items = Enumerable.Range(0, 5_000).Select(i => i.ToString("0000")).ToArray();
            random.Shuffle(items);
            Assert.All(items, item => Assert.True(ranked.Add(item)));
            Assert.Equal(items.Order(StringComparer.Ordinal), ranked);
            random.Shuffle(items);
            Assert.All(items, item => Assert.True(ranked.Remove(item)));
            Assert.Equal(0, ranked.Count);
            Assert.Null(ranked.First);
        }
    }
}
