using System.Text.Json.Nodes;

namespace Rappel.Server.Web.Auth;

/// <summary>Who changed what, from what to what. Called once for each change that was made, after it was made.</summary>
public interface IAuditTrail
{
    /// <param name="who">A user, a token, <c>signal</c> or <c>start</c>.</param>
    /// <param name="action">A stable word: <c>created</c>, <c>changed</c>, <c>removed</c>, <c>published</c> ...</param>
    /// <param name="subject">What was changed, as its address has it: <c>configuration/agents/1001</c>.</param>
    /// <param name="before">Null where there was nothing. Without secrets.</param>
    /// <param name="after">Null where there is nothing any longer. Without secrets.</param>
    void Record(string who, string action, string subject, JsonNode? before, JsonNode? after);
}
