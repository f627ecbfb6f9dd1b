using System.ComponentModel.DataAnnotations;

namespace Rappel.Server.Web.Bodies;

/// <param name="To">Whom to call, or where the customer is to go.</param>
public sealed record TransferCallBody([property: Required] CallTargetBody To);
