using Rappel.Media.Sessions;

namespace Rappel.Media.Sdp;

/// <summary>The answer to an offer: what to send back and what it agreed on.</summary>
public sealed record SdpAnswer(byte[] Body, MediaParameters Parameters);
