using System.Text;
using Rappel.Storage.Tables;

namespace Rappel.Tests.Storage;

public class SharedTextsTests
{
    private readonly SharedTexts _texts = new(SharedTexts.OfAPage);

    [Theory]
    [InlineData("")]
    [InlineData("nurse-callbacks")]
    [InlineData("Zoé 日本語 🙂")]
    public void The_same_text_is_the_same_string(string text)
    {
        var first = Get(text);
        Assert.Equal(text, first);
        Assert.Same(first, Get(text));
    }

    [Fact]
    public void Texts_that_fall_into_one_slot_stay_what_they_are()
    {
        for (var i = 0; i < 10_000; i++)
        {
            Assert.Equal($"+1514{i:0000000}", Get($"+1514{i:0000000}"));
        }
    }

    [Fact]
    public void A_very_long_text_is_given_as_it_is() => Assert.Equal(new string('é', 5000), Get(new string('é', 5000)));

    [Fact]
    public void A_meaning_is_read_once_for_each_kind_of_it()
    {
        var read = 0;
        string[] Read(string text)
        {
            read++;
            return [text];
        }

        Assert.Same(_texts.Meaning("{}", Read), _texts.Meaning("{}", Read));
        Assert.Equal(1, read);
        Assert.Equal(new Version(1, 2), _texts.Meaning("1.2", Version.Parse));
        Assert.Equal(["1.2"], _texts.Meaning("1.2", Read));
    }

    private string Get(string text) => _texts.Get(Encoding.UTF8.GetBytes(text));
}
