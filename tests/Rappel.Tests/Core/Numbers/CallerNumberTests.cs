using Rappel.Core.Config;
using Rappel.Core.Numbers;

namespace Rappel.Tests.Core.Numbers;

public class CallerNumberTests
{
    [Theory]
    [InlineData("+15145550123", "+15145550123")]
    [InlineData("5145550123", "+15145550123")]
    [InlineData("15145550123", "+15145550123")]
    [InlineData("+33142685300", "+33142685300")]
    [InlineData("01133142685300", "+33142685300")]
    [InlineData("+1-514-555-0123", "+15145550123")]
    [InlineData("+15145550123;phone-context=+1", "+15145550123")]
    [InlineData("1004", "1004")]
    public void A_number_is_read_however_the_carrier_writes_it(string user, string number) =>
        Assert.Equal(new PhoneNumber(number), CallerNumber.TryRead(user, null));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("anonymous")]
    [InlineData("Anonymous")]
    [InlineData("unavailable")]
    [InlineData("Restricted")]
    [InlineData("withheld")]
    [InlineData("alice")]
    [InlineData("0")]
    [InlineData("0000000000")]
    [InlineData("0145550123")]
    [InlineData("1145550123")]
    [InlineData("+")]
    public void A_withheld_number_and_what_is_no_number_are_none(string? user) => Assert.Null(CallerNumber.TryRead(user, null));

    [Fact]
    public void A_name_that_asks_for_privacy_hides_the_number() => Assert.Null(CallerNumber.TryRead("+15145550123", "\"Anonymous\""));

    [Theory]
    [InlineData("Unavailable")]
    [InlineData("Unknown")]
    [InlineData("Marie Roy")]
    public void A_name_that_is_merely_missing_does_not(string display) =>
        Assert.Equal(new PhoneNumber("+15145550123"), CallerNumber.TryRead("5145550123", display));

    [Fact]
    public void A_plan_tells_what_national_forms_mean_even_where_it_would_not_dial()
    {
        var plan = new DialPlanSnapshot("fr", "France",
        [
            new DialRuleSnapshot("08.*", null, "surtaxé", null, null, false),
            new DialRuleSnapshot("0([1-9]\\d{8})", "+33$1", null, null, null, false),
        ]);

        Assert.Equal(new PhoneNumber("+33142685300"), CallerNumber.TryRead("0142685300", null, plan));
        Assert.Equal(new PhoneNumber("+33890123456"), CallerNumber.TryRead("0890123456", null, plan));
    }
}
