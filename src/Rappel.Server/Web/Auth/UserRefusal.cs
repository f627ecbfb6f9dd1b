namespace Rappel.Server.Web.Auth;

/// <summary>Why a user cannot be made, changed or removed.</summary>
internal enum UserRefusal
{
    None,

    /// <summary>Nobody could administer after it.</summary>
    LastAdministrator,

    /// <summary>There is a user of this name.</summary>
    NameTaken,

    /// <summary>There is none of this name.</summary>
    Unknown,

    /// <summary>Another user is this agent.</summary>
    AgentTaken,

    /// <summary>There are as many users as there may be.</summary>
    TooMany,

    /// <summary>It is set up already.</summary>
    AlreadySetUp,

    /// <summary>The environment says what it is, and would say so again at the next start.</summary>
    FromEnvironment,
}
