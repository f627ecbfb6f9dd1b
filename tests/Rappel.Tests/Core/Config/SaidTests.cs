using Rappel.Core.Config;

namespace Rappel.Tests.Core.Config;

public class SaidTests
{
    [Fact]
    public void Each_language_gets_its_own_and_others_get_English()
    {
        var said = new Said("no such queue", "aucune file");

        Assert.Equal("aucune file", said.In("fr"));
        Assert.Equal("no such queue", said.In("en"));
        Assert.Equal("no such queue", said.In("de"));
        Assert.Equal("no such queue", said.ToString());
    }

    [Fact]
    public void Guillemets_hold_on_to_what_they_quote() =>
        Assert.Equal("il manque «\u00a0queue\u00a0»", new Said("`queue` is missing", "il manque « queue »").French);

    [Fact]
    public void Parts_are_joined_in_both_languages() =>
        Assert.Equal(new Said("key of a trunk", "la clé d'une liaison"), new Said("key of ", "la clé d'") + new Said("a trunk", "une liaison"));

    [Fact]
    public void Ranges_are_told_in_both_languages()
    {
        Assert.Equal("de 40 s à 90 min", ConfigurationLimits.RetryDelay.Allowed.French);
        Assert.Equal("de 1 à 10", ConfigurationLimits.Attempts.Allowed.French);
    }
}
