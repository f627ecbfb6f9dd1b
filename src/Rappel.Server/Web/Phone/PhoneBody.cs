using System.ComponentModel;

namespace Rappel.Server.Web.Phone;

/// <summary>What a page needs to be a phone.</summary>
internal sealed record PhoneBody(
    [property: Description("SIP user, which is also the name to register.")] string User,
    [property: Description("Address of record.")] string Uri,
    [property: Description("Path and query of the WebSocket (subprotocol `sip`), to be opened at this very server with the session cookie.")] string WebSocket,
    [property: Description("Of the server, as SIP names it.")] string Realm,
    [property: Description("None is needed: the server itself is the other end of the audio.")] IReadOnlyList<string> IceServers,
    [property: Description("In the order the server would rather have.")] IReadOnlyList<string> Codecs);
