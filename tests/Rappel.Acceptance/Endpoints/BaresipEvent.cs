namespace Rappel.Acceptance.Endpoints;

/// <param name="Type">As baresip has it: CALL_INCOMING, CALL_ESTABLISHED, CALL_CLOSED, REGISTER_OK, ...</param>
/// <param name="Peer">URI of the other side; empty where there is none.</param>
/// <param name="Text">What baresip adds: the reason a call was closed, the key pressed.</param>
internal sealed record BaresipEvent(string Type, string Peer, string Text);
