using System.ComponentModel.DataAnnotations;

namespace Rappel.Server.Web.Bodies;

/// <param name="Keys"><c>0</c> to <c>9</c>, <c>*</c>, <c>#</c> and <c>A</c> to <c>D</c>.</param>
public sealed record KeysBody([property: Required, MaxLength(ApiLimits.MaximumKeys)] string Keys);
