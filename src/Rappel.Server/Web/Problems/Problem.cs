using System.Text.Json;

namespace Rappel.Server.Web.Problems;

/// <summary>An error, as RFC 9457 has it.</summary>
/// <param name="Type">A URI that names the kind of problem.</param>
/// <param name="Title">The kind in words.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">A stable word for programs.</param>
/// <param name="Detail">What went wrong this time.</param>
/// <param name="Errors">Everything that is wrong with the request, at once.</param>
/// <param name="Callback">The request that is in the way, for <c>already-pending</c>.</param>
/// <param name="Current">What is there now, for <c>changed-meanwhile</c>.</param>
public sealed record Problem(
    string Type, string Title, int Status, string Code, string? Detail, IReadOnlyList<FieldProblem>? Errors = null, string? Callback = null,
    JsonElement? Current = null);

/// <summary>One wrong part of a request.</summary>
/// <param name="Pointer">JSON pointer into the body, as a URI fragment: <c>#/retryDelaySeconds</c>. Of a configuration: into the whole of it, without
/// the number sign: <c>/agents/1001/offerTimeout</c>.</param>
/// <param name="Parameter">Of the query or path.</param>
/// <param name="Detail">What is wrong with it.</param>
/// <param name="Allowed">What would be right.</param>
/// <param name="Code">A stable word, where there is one.</param>
/// <param name="File">Where it stands in the configuration's folder.</param>
/// <param name="Line">From 1.</param>
public sealed record FieldProblem(
    string? Pointer, string? Parameter, string Detail, string? Allowed, string? Code = null, string? File = null, int? Line = null);
