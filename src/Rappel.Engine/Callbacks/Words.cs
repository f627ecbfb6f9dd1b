using Rappel.Core.Callbacks;

namespace Rappel.Engine.Callbacks;

/// <summary>The stable words of a request's status, as records and programs read them.</summary>
internal static class Words
{
    public static string Of(CallbackStatus status) => status switch
    {
        CallbackStatus.BadNumber => "bad-number",
        _ => status.ToString().ToLowerInvariant(),
    };
}
