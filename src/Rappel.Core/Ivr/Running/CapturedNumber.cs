using Rappel.Core.Numbers;

namespace Rappel.Core.Ivr.Running;

/// <summary>A number that a dial plan allowed, with what the plan said of it.</summary>
/// <param name="Plan">Key of the dial plan; null where it went through none.</param>
internal sealed record CapturedNumber(PhoneNumber Number, string? Trunk, string? TimeZone, string? Plan);
