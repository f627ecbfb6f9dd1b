using System.Net.Http;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Rappel.Server.Web;
using IPNetwork = System.Net.IPNetwork;

namespace Rappel.Tests.Server.Web;

public sealed class PageSecurityTests
{
    [Fact]
    public async Task Every_answer_keeps_the_browser_to_this_server()
    {
        await using var server = await ApiServer.StartAsync();
        foreach (var path in (string[])["/", "/api/v1/status", "/nothing"])
        {
            var reply = await ApiServer.SendAsync(server.Browser, HttpMethod.Get, path);

            var policy = Assert.Single(reply.Headers.GetValues("Content-Security-Policy"));
            Assert.Contains("default-src 'none'; script-src 'self';", policy, StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", Assert.Single(reply.Headers.GetValues("X-Content-Type-Options")));
            Assert.Equal("DENY", Assert.Single(reply.Headers.GetValues("X-Frame-Options")));
            Assert.False(reply.Headers.Contains("Strict-Transport-Security"));
        }
    }

    [Fact]
    public void A_page_lets_its_own_style_elements_in_by_a_word_drawn_for_each_answer()
    {
        var (first, second) = (new DefaultHttpContext(), new DefaultHttpContext());

        var (a, b) = (PageSecurity.AllowStyles(first), PageSecurity.AllowStyles(second));

        Assert.NotEqual(a, b);
        Assert.Contains($"style-src 'self' 'nonce-{a}'; img-src", first.Response.Headers.ContentSecurityPolicy.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", first.Response.Headers.ContentSecurityPolicy.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("127.0.0.0/8", true)]
    [InlineData("10.0.0.0/8", false)]
    [InlineData(null, false)]
    public async Task A_proxys_word_is_taken_from_trusted_networks_only(string? trusted, bool believed)
    {
        await using var server = await ApiServer.StartAsync(o => o with { TrustedProxies = trusted is null ? [] : [IPNetwork.Parse(trusted)] });

        var reply = await ApiServer.SendAsync(
            server.Browser, HttpMethod.Post, "/api/v1/session", $$"""{"name":"admin","password":"{{ApiServer.Password}}"}""",
            ApiServer.Guard, ("X-Forwarded-For", "203.0.113.9"), ("X-Forwarded-Proto", "https"));
        var seen = (await server.GetAsync("/api/v1/audit?who=admin")).Json.GetProperty("items")[0].GetProperty("address").GetString();

        Assert.Equal(believed ? "203.0.113.9" : "127.0.0.1", seen);
        Assert.Equal(believed, reply.Headers.Contains("Strict-Transport-Security"));
        Assert.All(reply.Headers.GetValues("Set-Cookie"), c => Assert.Equal(believed, c.Contains("; secure", StringComparison.OrdinalIgnoreCase)));
    }
}
