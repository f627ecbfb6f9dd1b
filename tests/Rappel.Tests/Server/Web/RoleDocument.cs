using System.Text;

namespace Rappel.Tests.Server.Web;

/// <summary>docs/roles.md, as the table has it.</summary>
internal static class RoleDocument
{
    private const string Head = """
        # Who may do what

        People sign in and have one of three roles; programs send a token with scopes. Each endpoint names what it needs, and one that names nothing is
        closed. What is not let in is answered 401 (nobody is signed in) or 403 (`forbidden`, naming what is needed).

        *own*: only about the agent that the person is, or that the token is for: its status, its work, and the callbacks it is offered or assigned.

        This page is written by the test that asks a running server as each of these callers (`ACCEPT=1` writes it anew); the table is
        `tests/Rappel.Tests/Server/Web/RoleTable.cs`.


        """;

    public static string Of(IReadOnlyList<RoleRow> rows)
    {
        var text = new StringBuilder(Head.ReplaceLineEndings("\n"));
        text.Append("| endpoint | nobody | agent | supervisor | administrator | token with |\n|---|---|---|---|---|---|\n");
        foreach (var row in rows.OrderBy(r => r.Endpoint.Split(' ')[1], StringComparer.Ordinal).ThenBy(r => r.Endpoint, StringComparer.Ordinal))
        {
            var roles = RoleTable.Roles.Select(role => row.LetsIn(role) ? row.Own && role == "agent" ? "own" : "yes" : "–");
            text.Append($"| `{row.Endpoint}` | {(row.Anyone ? "yes" : "–")} | {string.Join(" | ", roles)} | {Scopes(row)} |\n");
        }

        return text.ToString();
    }

    private static string Scopes(RoleRow row) => row.Anyone ? "any"
        : row.Scopes.Length == 0 ? "–"
        : string.Join(", ", row.Scopes.Split(' ').Select(s => row.Own && s == "own:agent" ? "`own:agent` (own)" : $"`{s}`"));
}
