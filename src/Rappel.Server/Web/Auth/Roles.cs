using Rappel.Storage.People;

namespace Rappel.Server.Web.Auth;

/// <summary>What each role may do.</summary>
internal static class Roles
{
    private static readonly string[] Supervisor =
    [
        Permission.ConfigurationRead, Permission.LiveRead, Permission.CallbacksRead, Permission.CallbacksWrite, Permission.AgentsWrite,
        Permission.InteractionsRead, Permission.OwnAgent, Permission.OwnAccount,
        Permission.ReportsRead,
        Permission.VoicemailsHandle,
        Permission.CallsWatch,
        Permission.RecordingsListen,
    ];

    private static readonly string[] Administrator = [.. Permission.Scopes, Permission.OwnAccount];
    private static readonly string[] Agent = [Permission.OwnAgent, Permission.OwnAccount];

    public static IReadOnlyList<string> PermissionsOf(UserRole role) => role switch
    {
        UserRole.Administrator => Administrator,
        UserRole.Supervisor => Supervisor,
        _ => Agent,
    };
}
