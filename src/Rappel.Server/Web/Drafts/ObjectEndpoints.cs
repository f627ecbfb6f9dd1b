using System.ComponentModel;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rappel.Core.Config;
using Rappel.Core.Config.Binding;
using Rappel.Core.Config.Forms;
using Rappel.Server.Configuration.Drafts;
using Rappel.Server.Configuration.Editions;
using Rappel.Server.Web.Auth;
using Rappel.Server.Web.Endpoints;
using Rappel.Server.Web.Problems;

namespace Rappel.Server.Web.Drafts;

/// <summary>The objects of the draft, one by one.</summary>
internal static class ObjectEndpoints
{
    private const string One = "/draft/{section}/{key}";
    private const string Tenant = SectionForms.Tenant;
    private const string Sections = "`trunks`, `channels`, `inboundQueues`, `outboundQueues`, `voicemailQueues`, `agents`, `dialPlans`, `schedules`, `scripts`, " +
        "`prompts`, `alerts`, `contactLists`, `transactionCodes`, `statusCodes`, `webhooks`, `widgets`";

    private const string Saving =
        "As JSON in canonical form, or as YAML text (`Content-Type: application/yaml`), which keeps comments. `If-None-Match: *` makes a new one, `If-Match` with " +
        "the entity tag that was read (or `*`) changes it; without either the answer is 428, with another tag 412 and the object as it is now. What is wrong " +
        "with the object by itself refuses it (422, all at once); `Prefer: handling=lenient` saves it all the same, and publishing refuses it. What hangs on " +
        "other objects never refuses it: the answer tells it.";

    public static void Map(RouteGroupBuilder configuration)
    {
        configuration.MapGet($"/draft/{Tenant}", (HttpContext context, ConfigurationBook book) => Show(Tenant, "", context, book))
            .WithSummary("The contact centre itself: its name and language").Shown();
        configuration.MapPut($"/draft/{Tenant}", (HttpContext context, ConfigurationBook book) => PutAsync(Tenant, "", context, book))
            .WithSummary("Save the contact centre's name and language").WithDescription(Saving).Saved();
        configuration.MapPost($"/draft/{Tenant}/revert", (HttpContext context, ConfigurationBook book) => Revert(Tenant, "", context, book))
            .WithSummary("Take the contact centre's name and language back to what is in force").Produces<DraftObjectBody>().Fails(404, 412)
            .Needs(Permission.ConfigurationWrite);
        configuration.MapGet("/draft/{section}", ObjectList.Find)
            .WithSummary("The objects of a section, in pages, in the order they are written").WithDescription($"Sections: {Sections}.")
            .Produces<DraftItemsBody>().Fails(400, 404).Needs(Permission.ConfigurationRead);
        configuration.MapGet(One, (string section, string key, HttpContext context, ConfigurationBook book) => Show(section, key, context, book))
            .WithSummary("One object, with what uses it and what is wrong with it")
            .WithDescription("With `Accept: application/yaml` its text alone, as it is written: its key and what is under it.").Shown();
        configuration.MapPut(One, (string section, string key, HttpContext context, ConfigurationBook book) => PutAsync(section, key, context, book))
            .WithSummary("Save an object, or make a new one").WithDescription(Saving).Saved();
        configuration.MapDelete(One, Remove)
            .WithSummary("Remove an object").WithDescription("What names it gets a problem, and publishing refuses that.")
            .Produces(StatusCodes.Status204NoContent).Fails(404, 412, 422, 428).Needs(Permission.ConfigurationWrite);
        configuration.MapPost(One + "/rename", (string section, string key, HttpContext context, ConfigurationBook book) => RenameAsync(section, key, context, book))
            .WithSummary("Give an object another key").WithDescription("What names it follows.")
            .Accepts<NewKeyBody>("application/json").Produces<DraftObjectBody>().Fails(400, 404, 409, 412, 422).Needs(Permission.ConfigurationWrite);
        configuration.MapPost(One + "/copy", (string section, string key, HttpContext context, ConfigurationBook book) => CopyAsync(section, key, context, book))
            .WithSummary("Copy an object under another key")
            .Accepts<NewKeyBody>("application/json").Produces<DraftObjectBody>(StatusCodes.Status201Created).Fails(400, 404, 409, 412, 422)
            .Needs(Permission.ConfigurationWrite);
        configuration.MapPost(One + "/revert", (string section, string key, HttpContext context, ConfigurationBook book) => Revert(section, key, context, book))
            .WithSummary("Take an object back to what is in force")
            .WithDescription("One that was removed comes back; one that is new goes (204).")
            .Produces<DraftObjectBody>().Produces(StatusCodes.Status204NoContent).Fails(404, 412, 422).Needs(Permission.ConfigurationWrite);
    }

    public static IResult Unknown(string section, string key) => ProblemResults.NotFound(
        key.Length == 0 ? $"There is no section '{section}'; there are {Sections.Replace("`", "", StringComparison.Ordinal)}." : $"The draft has no '{key}' in {section}.");

    private static RouteHandlerBuilder Shown(this RouteHandlerBuilder show) => show
        .Produces<DraftObjectBody>(StatusCodes.Status200OK, "application/json", ObjectBody.YamlType).Produces(StatusCodes.Status304NotModified).Fails(404)
        .Needs(Permission.ConfigurationRead);

    private static RouteHandlerBuilder Saved(this RouteHandlerBuilder save) => save
        .Accepts<object>("application/json", ObjectBody.YamlType).Produces<DraftObjectBody>().Produces<DraftObjectBody>(StatusCodes.Status201Created)
        .Fails(400, 404, 412, 413, 415, 422, 428).Needs(Permission.ConfigurationWrite);

    private static IResult Show(string section, string key, HttpContext context, ConfigurationBook book)
    {
        var view = new DraftView(context, book.Look());
        if (!IsSection(section, key) || view.Mark(section, key) is not { } mark)
        {
            return Unknown(section, key);
        }

        EntityTag.Set(context, mark);
        context.Response.Headers.Vary = "Accept, Accept-Language";
        if (context.Request.Headers.Accept.ToString().Contains(ObjectBody.YamlType, StringComparison.OrdinalIgnoreCase))
        {
            return TypedResults.Text(view.Text(section, key)!, ObjectBody.YamlType, System.Text.Encoding.UTF8);
        }

        return TypedResults.Ok(view.Whole(section, key));
    }

    private static async Task<IResult> PutAsync(string section, string key, HttpContext context, ConfigurationBook book)
    {
        if (!IsSection(section, key))
        {
            return Unknown(section, "");
        }

        var (body, problem) = await ObjectBody.ReadAsync(context);
        if (body is null)
        {
            return problem!;
        }

        return RefuseKey(section, key) ?? new ObjectEdit(context, book, section, key) { Conditional = true, MayCreate = EntityTag.Creates(context), Checked = true }.Run(
            "changed",
            reading => body.Yaml is { } text ? reading.Edited.Document.PutText(section, key, text) : reading.Edited.Document.Put(section, key, body.Json));
    }

    private static IResult Remove(string section, string key, HttpContext context, ConfigurationBook book) => IsSection(section, key)
        ? new ObjectEdit(context, book, section, key) { Conditional = true }.Run("removed", reading => reading.Edited.Document.Remove(section, key))
        : Unknown(section, "");

    private static async Task<IResult> RenameAsync(string section, string key, HttpContext context, ConfigurationBook book)
    {
        var (name, problem) = await NewKeyAsync(section, key, context);
        return problem ?? new ObjectEdit(context, book, section, key) { NewKey = name }.Run(
            "renamed", reading => reading.Edited.Document.Rename(section, key, name!));
    }

    private static async Task<IResult> CopyAsync(string section, string key, HttpContext context, ConfigurationBook book)
    {
        var (name, problem) = await NewKeyAsync(section, key, context);
        return problem ?? new ObjectEdit(context, book, section, key) { NewKey = name }.Run(
            "copied", reading => reading.Edited.Document.Copy(section, key, name!));
    }

    private static IResult Revert(string section, string key, HttpContext context, ConfigurationBook book) => !IsSection(section, key)
        ? Unknown(section, "")
        : new ObjectEdit(context, book, section, key) { MayCreate = book.Look().Edition.Document.Has(section, key) }.Run(
            "reverted",
            reading => reading.Edition.Document.Text(section, key) is { } text
                ? reading.Edited.Document.PutText(section, key, text)
                : reading.Edited.Document.Remove(section, key));

    private static async Task<(string? Key, IResult? Problem)> NewKeyAsync(string section, string key, HttpContext context)
    {
        if (!IsSection(section, key))
        {
            return (null, Unknown(section, ""));
        }

        var (fields, problem) = await JsonBody.ReadAsync(context);
        if (fields is null)
        {
            return (null, problem);
        }

        var name = fields.Text("key", ConfigurationLimits.KeyLength, required: true);
        fields.RefuseUnknown();
        return fields.Problems.Count > 0 ? (null, ProblemResults.Fields(fields.Problems)) : (name, RefuseKey(section, name!));
    }

    /// <summary>A key that is refused at its making needs no mending later.</summary>
    private static IResult? RefuseKey(string section, string key) => section == Tenant || ConfigurationKey.IsKey(key)
        ? null
        : ProblemResults.Configuration(
            [new DraftProblemBody(ProblemCode.BadKey, $"/{section}", $"`{key}` cannot be a key", ConfigurationKey.Allowed.English, null, null, section, null)], "Nothing was saved.");

    private static bool IsSection(string section, string key) => SectionForms.Find(section) is { } form && form.Single == (key.Length == 0);
}
