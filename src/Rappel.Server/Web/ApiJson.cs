using System.Text.Json;
using System.Text.Json.Serialization;
using Rappel.Server.Web.Bodies;
using Rappel.Server.Web.Customers;
using Rappel.Server.Web.Drafts;
using Rappel.Server.Web.Phone;
using Rappel.Server.Web.Problems;
using Rappel.Server.Web.Reports;

namespace Rappel.Server.Web;

/// <summary>How bodies are written: camelCase, enumerations in the domain's words, moments in UTC.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, NumberHandling = JsonNumberHandling.Strict, DefaultIgnoreCondition = JsonIgnoreCondition.Never)]
[JsonSerializable(typeof(Problem))]
[JsonSerializable(typeof(HealthBody))]
[JsonSerializable(typeof(StatusBody))]
[JsonSerializable(typeof(AgentsBody))]
[JsonSerializable(typeof(SetAgentStatusBody))]
[JsonSerializable(typeof(QueuesBody))]
[JsonSerializable(typeof(AlertsBody))]
[JsonSerializable(typeof(CallbacksBody))]
[JsonSerializable(typeof(CallbackDetailBody))]
[JsonSerializable(typeof(CreateCallbackBody))]
[JsonSerializable(typeof(ReasonBody))]
[JsonSerializable(typeof(MoveCallbackBody))]
[JsonSerializable(typeof(RescheduleCallbackBody))]
[JsonSerializable(typeof(ChangeNumberBody))]
[JsonSerializable(typeof(AssignCallbackBody))]
[JsonSerializable(typeof(TransferCallbackBody))]
[JsonSerializable(typeof(AddNoteBody))]
[JsonSerializable(typeof(DismissCallbackBody))]
[JsonSerializable(typeof(AgentWorkBody))]
[JsonSerializable(typeof(TransferCallBody))]
[JsonSerializable(typeof(DialBody))]
[JsonSerializable(typeof(KeysBody))]
[JsonSerializable(typeof(TargetsBody))]
[JsonSerializable(typeof(PhoneBody))]
[JsonSerializable(typeof(SayAfterCallBody))]
[JsonSerializable(typeof(AgentDayBody))]
[JsonSerializable(typeof(AgentCallbacksBody))]
[JsonSerializable(typeof(ChangeMembershipBody))]
[JsonSerializable(typeof(QueueMembersBody))]
[JsonSerializable(typeof(VoicemailsBody))]
[JsonSerializable(typeof(VoicemailNoteBody))]
[JsonSerializable(typeof(BulkCallbacksBody))]
[JsonSerializable(typeof(BulkDoneBody))]
[JsonSerializable(typeof(DecideOutcomeBody))]
[JsonSerializable(typeof(RecordingsBody))]
[JsonSerializable(typeof(PauseRecordingBody))]
[JsonSerializable(typeof(WatchesBody))]
[JsonSerializable(typeof(BegunWatchBody))]
[JsonSerializable(typeof(WatchAgentBody))]
[JsonSerializable(typeof(ChangeWatchBody))]
[JsonSerializable(typeof(InteractionsBody))]
[JsonSerializable(typeof(InteractionDetailBody))]
[JsonSerializable(typeof(ReportBody))]
[JsonSerializable(typeof(ScriptPathsBody))]
[JsonSerializable(typeof(FiguresBody))]
[JsonSerializable(typeof(ConfigurationBody))]
[JsonSerializable(typeof(TriedDialPlanBody))]
[JsonSerializable(typeof(TriedScheduleBody))]
[JsonSerializable(typeof(TriedScriptBody))]
[JsonSerializable(typeof(SessionBody))]
[JsonSerializable(typeof(SignInBody))]
[JsonSerializable(typeof(SetupBody))]
[JsonSerializable(typeof(ChangeMeBody))]
[JsonSerializable(typeof(ChangePasswordBody))]
[JsonSerializable(typeof(ConfigurationSummaryBody))]
[JsonSerializable(typeof(DraftProblemsBody))]
[JsonSerializable(typeof(PublishBody))]
[JsonSerializable(typeof(PublishedBody))]
[JsonSerializable(typeof(VersionsBody))]
[JsonSerializable(typeof(FilesBody))]
[JsonSerializable(typeof(FileBody))]
[JsonSerializable(typeof(ImportedBody))]
[JsonSerializable(typeof(ChangesBody))]
[JsonSerializable(typeof(UsersBody))]
[JsonSerializable(typeof(UserBody))]
[JsonSerializable(typeof(ChangeUserBody))]
[JsonSerializable(typeof(TokensBody))]
[JsonSerializable(typeof(MakeTokenBody))]
[JsonSerializable(typeof(MadeTokenBody))]
[JsonSerializable(typeof(AuditPageBody))]
[JsonSerializable(typeof(DraftItemsBody))]
[JsonSerializable(typeof(DraftObjectBody))]
[JsonSerializable(typeof(ScriptPreviewRequest))]
[JsonSerializable(typeof(ScriptPreviewBody))]
[JsonSerializable(typeof(NewKeyBody))]
[JsonSerializable(typeof(WebhookStatesBody))]
[JsonSerializable(typeof(DeliveriesBody))]
[JsonSerializable(typeof(PublicRequestBody))]
[JsonSerializable(typeof(ChangePublicRequestBody))]
[JsonSerializable(typeof(CheckNumberBody))]
[JsonSerializable(typeof(CheckedNumberBody))]
[JsonSerializable(typeof(PublicWidgetBody))]
[JsonSerializable(typeof(AskWidgetBody))]
[JsonSerializable(typeof(AskedWidgetBody))]
internal sealed partial class ApiJson : JsonSerializerContext
{
    public static void Configure(JsonSerializerOptions options)
    {
        options.TypeInfoResolverChain.Insert(0, Default);
        options.NumberHandling = JsonNumberHandling.Strict;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
    }
}
