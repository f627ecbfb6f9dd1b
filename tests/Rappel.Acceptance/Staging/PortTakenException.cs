namespace Rappel.Acceptance.Staging;

/// <summary>Somebody else took a port between our look and the server's: worth another try with other ports.</summary>
internal sealed class PortTakenException(string message) : Exception(message);
