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

    /// <summary>Those made up in this start: not yet kept.</summary>
    private IReadOnlyList<(string Name, string Value)> Made { get; init; } = [];

    /// <summary>Never the secrets.</summary>
    public override string ToString() => nameof(Secrets);

    /// <summary>Finds them, and makes up those that are missing.</summary>
    public static Secrets Settle(ServerSettings settings, IStore store)
    {
        List<(string, string)> made = [];
        return new Secrets(
            One("ADMIN_PASSWORD", settings.AdminPassword, store, made), One("API_TOKEN", settings.ApiToken, store, made),
            One("AGENT_PASSWORD", settings.AgentPassword, store, made))
        { Made = made };
    }

    /// <summary>Keeps what was made up and writes it to <paramref name="announce"/>, this once. Called when the server serves: a start that
    /// fails must not use up the only announcement.</summary>
    public void Keep(IStore store, TextWriter announce)
    {
        foreach (var (name, value) in Made)
        {
            store.SetSetting(Setting(name), value);
            announce.WriteLine($"{name}={value}  (made up now and kept in the data folder; set the variable to use your own)");
        }
    }

    private static string Setting(string name) => $"secret.{name}";

    private static string One(string name, string? given, IStore store, List<(string, string)> made)
    {
        if ((given ?? store.GetSetting(Setting(name))) is { } known)
        {
            return known;
        }

        var value = RandomNumberGenerator.GetString(Alphabet, Length);
        made.Add((name, value));
        return value;
    }
}
