namespace Rappel.Server.Web.Auth;

/// <summary>What the audit log says was changed, as its address has it.</summary>
public static class Subjects
{
    public const string Users = "users";

    public static string User(string name) => $"{Users}/{name}";

    public static string Token(long id) => $"tokens/t-{id}";

    public static string Recording(Core.Calls.RecordingId id) => $"recordings/{id}";

    public static string Watch(long id) => $"watches/w-{id}";

    public static string Agent(string key) => $"agents/{key}";

    /// <param name="user">Its SIP user.</param>
    public static string Phone(string user) => $"phones/{user}";

    /// <param name="id">For example <c>i-12</c>.</param>
    public static string Voicemail(string id) => $"voicemails/{id}";

    /// <param name="id">For example <c>cb-12</c>.</param>
    public static string Callback(string id) => $"callbacks/{id}";
}
