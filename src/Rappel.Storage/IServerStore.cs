using Rappel.Storage.People;

namespace Rappel.Storage;

/// <summary>All that a server keeps, in one database.</summary>
public interface IServerStore : IStore, IPeopleStore, IRecordingStore;
