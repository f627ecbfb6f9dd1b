using System.Diagnostics;
using System.Text;
using Rappel.Core.Config;

namespace Rappel.Tests.Server.Configuration;

/// <summary>Contact lists, code lists and webhooks.</summary>
public class ListSectionTests
{
    private const string Tenant = "tenant: { name: T, language: fr, statusCodes: reasons }\n";
    private const string Reasons = "statusCodes:\n  reasons: { codes: [{ code: L, name: Dîner, status: on-break }, { code: F, name: Formation, status: working-offline }] }\n";

    [Fact]
    public void All_of_them_are_read()
    {
        var draft = Draft.Alone(Tenant + Reasons + """
            contactLists:
              vip:
                name: Clients importants
                contacts:
                  - { number: "+15145550123", name: Anne Roy, variables: { plan: or, city: Laval } }
                  - { number: "+15145550124" }
            transactionCodes:
              subjects: { name: Sujets, codes: [{ code: RV, name: Rendez-vous }, { code: RX }] }
            webhooks:
              crm: { url: https://crm.example.net/hook, secret: "${AGENT_PASSWORD}", events: [callback.requested, callback.completed], enabled: false }
            agents:
              1001: { password: x }
            inboundQueues:
              nurses: { members: [1001], transactionCodes: subjects, codesMandatory: true }
            """);

        var read = draft.Result.Snapshot;
        Assert.True(read is not null, draft.Report);
        var contact = read.ContactLists["vip"].ByNumber["+15145550123"];
        Assert.Equal(("Anne Roy", "or"), (contact.Name, contact.Variables["plan"]));
        Assert.Equal(["city", "plan"], read.ContactLists["vip"].Variables);
        Assert.Equal([new TransactionCode("RV", "Rendez-vous"), new TransactionCode("RX", "RX")], read.TransactionCodes["subjects"].Codes);
        Assert.Equal(CodedStatus.WorkingOffline, read.StatusCodes["reasons"].Codes[1].Status);
        Assert.Equal("reasons", read.AgentStatusCodes);
        Assert.Equal(new QueueCodes("subjects", true), read.InboundQueues["nurses"].Codes);
        var hook = read.Webhooks["crm"];
        Assert.Equal(("https://crm.example.net/hook", false), (hook.Url, hook.Enabled));
        Assert.Equal(["callback.requested", "callback.completed"], hook.Events);
    }

    [Theory]
    [InlineData("contactLists:\n  l: { contacts: [{ number: 5145550123 }] }", "contactLists/l/contacts/0/number", ProblemCode.BadNumber)]
    [InlineData("contactLists:\n  l: { contacts: [{ number: '+15145550123' }, { number: '+15145550123' }] }", "contactLists/l/contacts/1/number", ProblemCode.DuplicateNumber)]
    [InlineData("contactLists:\n  l: { contacts: [{ number: '+15145550123', variables: { Channel: x } }] }", "contactLists/l/contacts/0/variables/Channel", ProblemCode.ReadOnlyVariable)]
    [InlineData("contactLists:\n  l: { name: L }", "contactLists/l/contacts", ProblemCode.Missing)]
    [InlineData("transactionCodes:\n  l: { codes: [{ code: A }, { code: a }] }", "transactionCodes/l/codes/1/code", ProblemCode.DuplicateCode)]
    [InlineData("transactionCodes:\n  l: { codes: [] }", "transactionCodes/l/codes", ProblemCode.Missing)]
    [InlineData("transactionCodes:\n  l: { codes: [{ code: ABCDEFGHIJKLMNOPQRSTU }] }", "transactionCodes/l/codes/0/code", ProblemCode.OutOfRange)]
    [InlineData("webhooks:\n  h: { url: http://crm.example.net/, events: [callback.requested] }", "webhooks/h/url", ProblemCode.BadUrl)]
    [InlineData("webhooks:\n  h: { url: https://crm.example.net/, events: [callback.request] }", "webhooks/h/events/0", ProblemCode.BadValue)]
    [InlineData("webhooks:\n  h: { url: https://crm.example.net/, events: [] }", "webhooks/h/events", ProblemCode.Missing)]
    [InlineData("webhooks:\n  h: { url: https://crm.example.net/, events: [call.ended], secret: '${X:-y}' }", "webhooks/h/secret", ProblemCode.SecretDefault)]
    [InlineData("agents:\n  1001: { password: x }\ninboundQueues:\n  q: { members: [1001], codesMandatory: true }", "inboundQueues/q/transactionCodes", ProblemCode.Missing)]
    [InlineData("agents:\n  1001: { password: x }\ninboundQueues:\n  q: { members: [1001], transactionCodes: reasons }", "inboundQueues/q/transactionCodes", ProblemCode.UnknownReference)]
    public void A_mistake_is_told_where_it_stands(string text, string path, string code)
    {
        var problem = Assert.Single(Draft.Alone(Tenant + Reasons + text).Problems);

        Assert.Equal((path, code), (problem.Path, problem.Code));
        Assert.NotEqual(problem.Message.English, problem.Message.French);
    }

    [Fact]
    [Trait("Category", "Slow")]
    public void A_hundred_thousand_contacts_are_read_in_seconds()
    {
        var text = new StringBuilder(Tenant + Reasons + "contactLists:\n  all:\n    contacts:\n");
        for (var i = 0; i < ConfigurationLimits.ContactsPerList; i++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"      - {{ number: \"+1514{i:0000000}\", name: Anne Roy {i}, variables: {{ file: {i} }} }}\n");
        }

        var began = Stopwatch.GetTimestamp();
        var draft = Draft.Alone(text.ToString());

        Assert.Equal(ConfigurationLimits.ContactsPerList, draft.Result.Snapshot?.ContactLists["all"].ByNumber.Count);
        Assert.True(Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(20), $"took {Stopwatch.GetElapsedTime(began)}");
    }
}
