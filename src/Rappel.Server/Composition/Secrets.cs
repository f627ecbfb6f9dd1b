using System.IO;
using System.Security.Cryptography;
using Rappel.Storage;

namespace Rappel.Server.Composition;

/// <summary>The passwords an installation cannot do without. The environment wins; else what was made up at first start and kept.</summary>
public sealed record Secrets(string AdminPassword, string ApiToken, string AgentPassword)
{
    // No 0 O 1 l I: these are read off a screen and typed into phones.
    private const string Alphabet = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private const int Length = 20;

    /// <summary>Never the secrets.</summary>
    public override string ToString() => nameof(Secrets);

    /// <summary>Makes up what is missing and keeps it in the store; each made-up value is written to <paramref name="announce"/> this once.</summary>
    public static Secrets Settle(ServerSettings settings, IStore store, TextWriter announce) => new(
        One("ADMIN_PASSWORD", settings.AdminPassword, store, announce),
        One("API_TOKEN", settings.ApiToken, store, announce),
        One("AGENT_PASSWORD", settings.AgentPassword, store, announce));

    private static string One(string name, string? given, IStore store, TextWriter announce)
    {
        var setting = $"secret.{name}";
        if ((given ?? store.GetSetting(setting)) is { } known)
        {
            return known;
        }

        var made = RandomNumberGenerator.GetString(Alphabet, Length);
        store.SetSetting(setting, made);
        announce.WriteLine($"{name}={made}  (made up now and kept in the data folder; set the variable to use your own)");
        return made;
    }
}
