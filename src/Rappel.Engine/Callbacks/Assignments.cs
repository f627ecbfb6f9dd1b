using Rappel.Core.Callbacks;

namespace Rappel.Engine.Callbacks;

/// <summary>A request that is only for an agent who is configured no longer would wait for nobody until it expires: it is for any agent again.</summary>
internal static class Assignments
{
    private const string Who = "system";
    private const string Why = "there is no such agent any more";

    /// <summary>Once a configuration is published. One that is being dialled is looked at when it comes into line again.</summary>
    public static void FreeOrphans(EngineContext context)
    {
        foreach (var request in context.Book.ReadAssigned())
        {
            if (request.Status is not (CallbackStatus.Dialling or CallbackStatus.Connected))
            {
                TryFree(context, request);
            }
        }
    }

    /// <summary>True where it was freed: the book tells where it stands now.</summary>
    public static bool TryFree(EngineContext context, CallbackRequest request)
    {
        if (request.Handling?.AssignedAgent is not { } agent || context.Configuration.Agents.ContainsKey(agent))
        {
            return false;
        }

        context.Book.Handle(context.Now, new CallbackInput.Assign(request.Id, null, Who, Why));
        return true;
    }
}
