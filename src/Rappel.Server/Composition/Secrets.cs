using System.IO;
using System.Security.Cryptography;
using Rappel.Storage;

namespace Rappel.Server.Composition;

/// <summary>The passwords of the environment, and the one that the example's phones cannot do without: made up at first start and kept.</summary>
/// <param name="AdminPassword">Null where people make their own in the browser.</param>
/// <param name="ApiToken">Null where tokens are those made in the browser alone.</param>
public sealed record Secrets(string? AdminPassword, string? ApiToken, string AgentPassword)
{
    // No 0 O 1 l I: these are read off a screen and typed into phones.
    private const string Alphabet = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private const int Length = 20;
    private const string AgentName = "AGENT_PASSWORD";
    private const string AgentSetting = $"secret.{AgentName}";

    /// <summary>Whether the agents' password was made up in this start, and is not yet kept.</summary>
    private bool Made { get; init; }

    /// <summary>Never the secrets.</summary>
    public override string ToString() => nameof(Secrets);

    /// <summary>The environment wins; else what was kept; else it is made up.</summary>
    public static Secrets Settle(ServerSettings settings, IStore store)
    {
        var known = settings.AgentPassword ?? store.GetSetting(AgentSetting);
        return new Secrets(settings.AdminPassword, settings.ApiToken, known ?? RandomNumberGenerator.GetString(Alphabet, Length)) { Made = known is null };
    }

    /// <summary>Keeps what was made up and writes it to <paramref name="announce"/>, this once. Called when the server serves: a start that
    /// fails must not use up the only announcement.</summary>
    public void Keep(IStore store, TextWriter announce)
    {
        if (Made)
        {
            store.SetSetting(AgentSetting, AgentPassword);
            announce.WriteLine($"{AgentName}={AgentPassword}  (made up now and kept in the data folder; set the variable to use your own)");
        }
    }
}
