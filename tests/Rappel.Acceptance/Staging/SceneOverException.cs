namespace Rappel.Acceptance.Staging;

/// <summary>Something a scene cannot go on without did not happen.</summary>
internal sealed class SceneOverException(string message) : Exception(message);
