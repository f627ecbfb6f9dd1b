using Rappel.Core.Ivr;
using Rappel.Core.Ivr.Speaking;
using static Rappel.Tests.Core.Ivr.Objects;

namespace Rappel.Tests.Core.Ivr;

public class SpokenTests
{
    [Theory]
    [InlineData("+15145550100", "5 1 4|5 5 5|0 1 0 0")]
    [InlineData("15145550100", "5 1 4|5 5 5|0 1 0 0")]
    [InlineData("5145550100", "5 1 4|5 5 5|0 1 0 0")]
    [InlineData("+33142685300", "3 3 1|4 2 6|8 5 3|0 0")]
    [InlineData("5550100", "5 5 5|0 1 0 0")]
    [InlineData("1001", "1 0 0 1")]
    [InlineData("", "")]
    public void Phone_numbers_are_said_digit_by_digit_in_groups(string number, string groups) =>
        Assert.Equal(groups, string.Join('|', SpokenDigits.PhoneNumber(number)));

    [Theory]
    [InlineData(null, "a few minutes", "quelques minutes")]
    [InlineData(0, "less than a minute", "moins d'une minute")]
    [InlineData(59, "less than a minute", "moins d'une minute")]
    [InlineData(60, "about 1 minute", "environ une minute")]
    [InlineData(89, "about 1 minute", "environ une minute")]
    [InlineData(90, "about 2 minutes", "environ 2 minutes")]
    [InlineData(180, "about 3 minutes", "environ 3 minutes")]
    [InlineData(1260, "about 21 minutes", "environ vingt et une minutes")]
    [InlineData(3600, "about 1 hour", "environ une heure")]
    [InlineData(4200, "about 1 hour 10 minutes", "environ une heure 10")]
    [InlineData(7260, "about 2 hours", "environ 2 heures")]
    [InlineData(999999999, "about 24 hours", "environ 24 heures")]
    [InlineData(-5, "less than a minute", "moins d'une minute")]
    public void Waits_are_said_in_minutes(int? seconds, string english, string french)
    {
        TimeSpan? wait = seconds is { } known ? TimeSpan.FromSeconds(known) : null;
        Assert.Equal(english, Wording.For("en").Wait(wait));
        Assert.Equal(french, Wording.For("fr").Wait(wait));
    }

    [Theory]
    [InlineData("L'attente est de $w.", "L'attente est|d'environ 3 minutes.")]
    [InlineData("Il reste $w !", "Il reste|environ 3 minutes!")]
    [InlineData("$w", "environ 3 minutes")]
    [InlineData("De $w", "D'environ 3 minutes")]
    [InlineData("code $w", "code|environ 3 minutes")]
    [InlineData("$nothing", "")]
    [InlineData("Rien de $nothing.", "Rien de.")]
    [InlineData("Au $n, merci.", "Au|5 1 4,|5 5 5,|merci.")]
    public void A_text_is_cut_at_its_variables(string text, string pieces)
    {
        var said = SpokenTemplate.Compose(text, "fr", name => name switch
        {
            "w" => ["environ 3 minutes"],
            "n" => ["5 1 4", "5 5 5"],
            _ => [],
        });
        Assert.Equal(pieces, string.Join('|', said));
    }

    [Fact]
    public void A_dot_after_a_name_ends_the_sentence_but_for_collected_names()
    {
        Assert.Equal(
            ["a", "customer.accountNumber", "case.number"],
            Template.Parse("$a.Next $customer.accountNumber. $case.number").Where(p => p.IsVariable).Select(p => p.Text));
    }

    [Fact]
    public void The_place_and_the_wait_are_said_in_both_languages()
    {
        var environment = new FakeEnvironment { QueuePosition = 3, ExpectedWait = TimeSpan.FromMinutes(7), CallbackPosition = 4 };
        var say = Say("You are number $QueuePosition. The wait is $ExpectedWait.",
            french: "Vous êtes en position $QueuePosition. L'attente est de $ExpectedWait. Langue : $Language.");
        Assert.Equal("You are number 3. The wait is about 7 minutes.", ScriptBench.With(environment, "en", say).Heard);
        Assert.Equal(
            "Vous êtes en position 3. L'attente est d'environ 7 minutes. Langue : français.", ScriptBench.With(environment, "fr", say).Heard);
    }

    [Fact]
    public void A_number_is_read_back_in_both_languages()
    {
        var say = Say("You call from $callerPhoneNumber.", french: "Vous appelez du $callerPhoneNumber.");
        Assert.Equal("You call from 5 1 4, 5 5 5, 0 1 7 7.", ScriptBench.InMain("en", "+15145550177", say).Heard);
        var french = ScriptBench.InMain("fr", "+15145550177", say);
        Assert.Equal("Vous appelez du 5 1 4, 5 5 5, 0 1 7 7.", french.Heard);
        Assert.All(french.Fresh.OfType<IvrOutput.Speak>().Single().Segments, s => Assert.Equal("fr", ((AudioSegment.Speech)s).Language));
    }
}
