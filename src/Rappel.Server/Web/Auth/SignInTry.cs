namespace Rappel.Server.Web.Auth;

/// <summary>One try to come in.</summary>
/// <param name="Origin">Address, as <see cref="Auth.Origin.Of"/> has it.</param>
/// <param name="Name">Null where no name is given.</param>
/// <param name="Device">Mark of a device on which this name has signed in before; null for any other.</param>
internal sealed record SignInTry(string Origin, string? Name, string? Device);
