using Rappel.Core.Callbacks;
using Rappel.Server.Web.Problems;

namespace Rappel.Server.Web.Endpoints;

/// <summary>Reads <c>from</c> and <c>until</c>. Whether the window can be kept is for the engine to say, whose clock counts.</summary>
internal static class WindowReading
{
    /// <summary>Null where none is asked for, or something is wrong with it.</summary>
    public static CallbackWindow? Read(FieldReader fields, Instant now, bool required)
    {
        var before = fields.Problems.Count;
        var from = fields.Moment("from");
        var until = fields.Moment("until", required || fields.Has("from"));
        if (fields.Problems.Count > before || until is not { } end)
        {
            return null;
        }

        if (end <= (from ?? now))
        {
            fields.Wrong("until", from is null ? "is over" : "is not after `from`", "a moment after `from`, or after now");
            return null;
        }

        return new CallbackWindow(from ?? now, end);
    }
}
