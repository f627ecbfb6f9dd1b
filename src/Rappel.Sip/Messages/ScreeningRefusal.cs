using System.Collections.Immutable;

namespace Rappel.Sip.Messages;

/// <summary>The final response that a request is to get.</summary>
/// <param name="Headers">To be put in it: Allow, Unsupported, Accept and so on.</param>
public sealed record ScreeningRefusal(int Status, string Reason, ImmutableArray<SipHeader> Headers);
