using System.Buffers;
using System.Globalization;
using System.Text;
using Rappel.Storage;

namespace Rappel.Server.Web.Events;

/// <summary>One event as it goes over the line (WHATWG HTML §9.2.5): made once, for all who listen.</summary>
/// <param name="Serial">1, 2, ... within the life of the process; 0 for what has no place in the order.</param>
/// <param name="Subject">Of work: the agent whose it is; null for all who listen to the topic.</param>
internal sealed record EventFrame(EventTopic? Topic, long Serial, string? Subject, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>For the listener: some events were left out for it, and the full values follow.</summary>
    public static readonly EventFrame Resync = new(null, 0, null, "event: resync\ndata: {}\n\n"u8.ToArray());

    /// <summary>Nothing, said to keep the line alive.</summary>
    public static readonly EventFrame Comment = new(null, 0, null, ":\n\n"u8.ToArray());

    /// <param name="id">For <c>Last-Event-ID</c>.</param>
    /// <param name="json">Without line feeds.</param>
    public static EventFrame Of(EventTopic topic, long serial, string id, string? subject, ReadOnlySpan<byte> json)
    {
        var head = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"event: {Words.Of(topic)}\nid: {id}\ndata: "));
        var bytes = new ArrayBufferWriter<byte>(head.Length + json.Length + 2);
        bytes.Write(head);
        bytes.Write(json);
        bytes.Write("\n\n"u8);
        return new EventFrame(topic, serial, subject, bytes.WrittenMemory);
    }
}
