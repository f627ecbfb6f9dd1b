using Rappel.Core.Calls;

namespace Rappel.Storage.Callers;

/// <summary>What a program was answered under its key.</summary>
/// <param name="Source">Whose key it is: keys of one program mean nothing to another.</param>
/// <param name="Fingerprint">Of what was asked: the same key with another is a mistake.</param>
/// <param name="At">When it was first asked.</param>
/// <param name="Status">Of the answer; null until there is one.</param>
/// <param name="Body">Of the answer; null until there is one.</param>
public sealed record KeptAnswer(TenantId Tenant, string Source, string Key, string Fingerprint, Instant At, int? Status, string? Body);
