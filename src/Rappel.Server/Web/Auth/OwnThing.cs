namespace Rappel.Server.Web.Auth;

/// <summary>What an agent may see or change because it is their own.</summary>
internal enum OwnThing
{
    None,

    /// <summary>The agent named in the address.</summary>
    Agent,

    /// <summary>The callback request named in the address, while the agent is offered it, works on it, or has it assigned.</summary>
    Callback,

    /// <summary>The message named in the address, in a queue that the agent is a member of; or all of those.</summary>
    Voicemail,
}
