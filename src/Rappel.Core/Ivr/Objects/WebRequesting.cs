using Rappel.Core.Config;
using Rappel.Core.Ivr.Running;

namespace Rappel.Core.Ivr.Objects;

/// <summary>Web request.</summary>
internal sealed class WebRequesting(WebRequestObject request, ScriptStage stage) : WebQuestion(stage)
{
    public override Step Begin(Instant now)
    {
        Stage.Keys.StopBarging();
        return Ask(now, request.Call);
    }

    protected override Step Answered(WebAnswer answer)
    {
        if (!answer.IsSuccess)
        {
            Stage.Problem($"the web request failed: {answer.Trouble ?? $"status {answer.Status}"}");
            return Step.Exit(ScriptExits.Failed);
        }

        Store(request.Call, answer, 0);
        return Step.Exit(ScriptExits.Ok);
    }
}
