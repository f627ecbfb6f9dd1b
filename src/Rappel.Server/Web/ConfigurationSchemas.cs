using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Rappel.Core.Config.Binding;
using Rappel.Core.Config.Forms;

namespace Rappel.Server.Web;

/// <summary>
/// The objects of a configuration as schemas, made of the tables of forms: what the description of the API says of a field is what the
/// binder takes.
/// </summary>
internal sealed class ConfigurationSchemas
{
    private const string Sequence = "ScriptObjects";
    private const string AnyObject = "ScriptObject";
    private const string Environment = "FromEnvironment";

    private readonly OpenApiDocument document;

    private ConfigurationSchemas(OpenApiDocument document) => this.document = document;

    /// <summary>Adds a schema for each section and each type of script object, and says where they are sent and answered.</summary>
    public static void AddTo(OpenApiDocument document)
    {
        var schemas = new ConfigurationSchemas(document);
        schemas.AddShared();
        foreach (var form in ObjectForms.All)
        {
            document.AddComponent(NameOf(form), schemas.Record(form.Whole, form.Name));
        }

        foreach (var section in SectionForms.All)
        {
            document.AddComponent(NameOf(section), schemas.Record(section.Record));
        }

        ConfigurationOperations.Describe(document);
    }

    public static string NameOf(SectionForm section) => $"Configuration.{section.Name}";

    private static string NameOf(ObjectForm form) => $"{AnyObject}.{form.Name}";

    private void AddShared()
    {
        document.AddComponent(Environment, new OpenApiSchema
        {
            Type = JsonSchemaType.String,
            Pattern = @"\$\{[A-Za-z0-9_]+(:-[^}]*)?\}",
            Description = "Taken from the environment of the server: `${NAME}`, or `${NAME:-default}`.",
        });
        document.AddComponent(AnyObject, new OpenApiSchema
        {
            OneOf = [.. ObjectForms.All.Select(f => Reference(NameOf(f)))],
            Discriminator = new OpenApiDiscriminator
            {
                PropertyName = ObjectForms.Type,
                Mapping = ObjectForms.All.ToDictionary(f => f.Name, f => Reference(NameOf(f))),
            },
        });
        document.AddComponent(Sequence, new OpenApiSchema { Type = JsonSchemaType.Array, Items = Reference(AnyObject) });
    }

    private OpenApiSchema Record(RecordForm form, string? type = null)
    {
        var schema = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            AdditionalPropertiesAllowed = false,
            Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal),
            Required = form.Fields.Where(f => f.Required).Select(f => f.Name).ToHashSet(StringComparer.Ordinal),
        };
        foreach (var field in form.Fields)
        {
            schema.Properties[field.Name] = type is not null && field.Name == ObjectForms.Type
                ? new OpenApiSchema { Type = JsonSchemaType.String, Enum = [JsonValue.Create(type)] }
                : Field(field);
        }

        if (!form.ExactlyOne.IsEmpty)
        {
            schema.OneOf = [.. form.ExactlyOne.Select(name => new OpenApiSchema { Required = new HashSet<string> { name } })];
        }

        return schema;
    }

    private IOpenApiSchema Field(FieldForm field)
    {
        var schema = Value(field.Value);
        if (field.Default is { } otherwise && schema is OpenApiSchema own)
        {
            own.Default = ScalarValue.ToJson((ScalarForm)field.Value, otherwise);
        }

        return schema;
    }

    private IOpenApiSchema Value(ValueForm form) => form switch
    {
        ScalarForm scalar => ScalarSchemas.Of(scalar, Reference(Environment)),
        ListForm list => Array(list.Item, list.Most),
        UtterancesForm said => Array(said.Item, said.Most),
        RecordForm record => Record(record),
        MapForm map => new OpenApiSchema { Type = JsonSchemaType.Object, AdditionalProperties = Value(map.Value), MaxProperties = map.Most },
        DaysForm { ByDate: true } days => new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            AdditionalProperties = Value(days.Item),
            Description = "By date, such as `2026-12-25`; with no hours it is closed.",
        },
        DaysForm days => Fixed(WeekDays.FromMonday, () => Value(days.Item)),
        ExitsForm exits => Fixed(exits.Names, () => Reference(Sequence)),
        SequenceForm => Reference(Sequence),
        _ => Reference(AnyObject),
    };

    private OpenApiSchema Array(ValueForm item, int most) => new() { Type = JsonSchemaType.Array, Items = Value(item), MaxItems = most };

    private static OpenApiSchema Fixed(ImmutableArray<string> names, Func<IOpenApiSchema> value) => new()
    {
        Type = JsonSchemaType.Object,
        AdditionalPropertiesAllowed = false,
        Properties = names.ToDictionary(n => n, _ => value(), StringComparer.Ordinal),
    };

    private OpenApiSchemaReference Reference(string name) => new(name, document);
}
