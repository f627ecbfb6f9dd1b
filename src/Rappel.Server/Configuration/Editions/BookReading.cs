using System.Security.Cryptography;
using System.Text;
using Rappel.Storage;

namespace Rappel.Server.Configuration.Editions;

/// <summary>The configuration at one moment: what is in force, and what is being edited.</summary>
/// <param name="Version">In force.</param>
/// <param name="Edition">Its content.</param>
/// <param name="Draft">Null where nothing differs from what is in force.</param>
public sealed record BookReading(ConfigurationVersion Version, Edition Edition, OpenDraft? Draft)
{
    /// <summary>What an editor sees: the draft, or where there is none what is in force.</summary>
    public Edition Edited => Draft?.Edition ?? Edition;

    /// <summary>Of the draft and of what it would replace: who looked at the difference before either changed must look again.</summary>
    public string DraftMark => Convert.ToHexStringLower(SHA256.HashData(
        Encoding.UTF8.GetBytes($"{Version.Number}\n{(Draft?.Edition ?? Edition).Mark}")).AsSpan(0, 16));
}

/// <param name="BaseVersion">The version in force when it was begun.</param>
/// <param name="At">Of the last change.</param>
/// <param name="Who">Made the last change.</param>
public sealed record OpenDraft(Edition Edition, long BaseVersion, Instant At, string Who);
