namespace Rappel.Server.Configuration.Editions;

/// <summary>What somebody wants the draft to be.</summary>
/// <param name="Edition">All of it.</param>
/// <param name="Contents">Bytes of what is new in it; the rest is in the store.</param>
public sealed record DraftProposal(Edition Edition, IReadOnlyCollection<ReadOnlyMemory<byte>> Contents);
