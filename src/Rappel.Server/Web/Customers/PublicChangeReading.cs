using Rappel.Core.Callbacks;
using Rappel.Engine;
using Rappel.Server.Web.Endpoints;
using Rappel.Server.Web.Problems;

namespace Rappel.Server.Web.Customers;

/// <summary>Turns what a customer changes into a command.</summary>
internal static class PublicChangeReading
{
    private const string OneOf = "exactly one of from and until, number, asSoonAsPossible";

    /// <summary>Null where the reader has problems.</summary>
    public static EngineCommand? Read(FieldReader fields, CallbackRequest request, Instant now, string who, string why)
    {
        var window = WindowReading.Read(fields, now, required: false);
        var number = fields.Text("number", ApiLimits.MaximumNumber);
        var soon = fields.Flag("asSoonAsPossible", false);
        fields.RefuseUnknown();
        if (fields.Problems.Count > 0)
        {
            return null;
        }

        switch (window, number, soon)
        {
            case ({ } chosen, null, false):
                return new CallbackCommand.Reschedule(request.Id, chosen, who, why);
            case (null, { } typed, false):
                return new CallbackCommand.ChangeNumber(request.Id, typed, who, why);
            case (null, null, true):
                // As long as it was given when it was asked for.
                return new CallbackCommand.Reschedule(request.Id, new CallbackWindow(now, now + request.Terms.CancelAfter), who, why);
            default:
                fields.Wrong("number", "says not what to change, or more than one thing", OneOf);
                return null;
        }
    }
}
