namespace Rappel.Sip.Messages;

/// <summary>Why bytes are not a message, and what to answer where an answer is possible.</summary>
/// <param name="Status">400, 413, 414, 505 or 513; 0 to drop (a bad response, an ACK, or no way to answer).</param>
/// <param name="Reason">What is wrong, fit for a reason phrase: one line, no text of the peer's in it.</param>
/// <param name="Partial">
/// The request as far as it could be read, for the answer's Via, From, To, Call-ID and CSeq, any of which may be missing or malformed: they are
/// to be copied as they came. Without body; where the request URI could not be read, its scheme is empty. Null where <paramref name="Status"/> is 0.
/// </param>
public sealed record SipParseError(int Status, string Reason, SipRequest? Partial);
