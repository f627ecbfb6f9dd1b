using Rappel.Storage.Callers;
using Rappel.Storage.People;
using Rappel.Storage.Queries;
using Rappel.Storage.Webhooks;

namespace Rappel.Storage;

/// <summary>All that a server keeps, in one database.</summary>
public interface IServerStore : IStore, IPeopleStore, IRecordingStore, IReportStore, IWebhookStore, IKeptAnswers;
