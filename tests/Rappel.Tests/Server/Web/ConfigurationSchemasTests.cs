using System.Threading.Tasks;
using System.Text.Json;
using Rappel.Core.Config.Forms;

namespace Rappel.Tests.Server.Web;

/// <summary>The description of the API types every object of a configuration.</summary>
public class ConfigurationSchemasTests
{
    [Fact]
    public async Task Each_section_and_each_type_of_script_object_has_a_schema_with_its_fields()
    {
        await using var server = await ApiServer.StartAsync();
        var schemas = (await server.GetAsync("/openapi/v1.json")).Json.GetProperty("components").GetProperty("schemas");

        foreach (var section in SectionForms.All)
        {
            AssertFields(section.Record, schemas.GetProperty($"Configuration.{section.Name}"));
        }

        foreach (var form in ObjectForms.All)
        {
            AssertFields(form.Whole, schemas.GetProperty($"ScriptObject.{form.Name}"));
            Assert.Equal(form.Name, schemas.GetProperty($"ScriptObject.{form.Name}").GetProperty("properties").GetProperty("type").GetProperty("enum")[0].GetString());
        }

        var any = schemas.GetProperty("ScriptObject");
        Assert.Equal("type", any.GetProperty("discriminator").GetProperty("propertyName").GetString());
        Assert.Equal(ObjectForms.All.Length, any.GetProperty("oneOf").GetArrayLength());
        Assert.Equal("#/components/schemas/ScriptObject.getDigit", any.GetProperty("discriminator").GetProperty("mapping").GetProperty("getDigit").GetString());
    }

    [Fact]
    public async Task Ranges_and_words_are_in_it()
    {
        await using var server = await ApiServer.StartAsync();
        var schemas = (await server.GetAsync("/openapi/v1.json")).Json.GetProperty("components").GetProperty("schemas");

        var attempts = schemas.GetProperty("ScriptObject.callback").GetProperty("properties").GetProperty("attempts").GetProperty("anyOf")[0];
        Assert.Equal((1, 10), (attempts.GetProperty("minimum").GetInt32(), attempts.GetProperty("maximum").GetInt32()));
        var transport = schemas.GetProperty("Configuration.trunks").GetProperty("properties").GetProperty("transport");
        Assert.Equal("""["udp","tcp"]""", JsonSerializer.Serialize(transport.GetProperty("anyOf")[0].GetProperty("enum")));
        Assert.Equal("udp", transport.GetProperty("default").GetString());
    }

    private static void AssertFields(RecordForm form, JsonElement schema)
    {
        Assert.Equal(form.Fields.Select(f => f.Name), schema.GetProperty("properties").EnumerateObject().Select(p => p.Name));
        Assert.False(schema.GetProperty("additionalProperties").GetBoolean());
        var required = schema.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(n => n.GetString()) : [];
        Assert.Equal(form.Fields.Where(f => f.Required).Select(f => f.Name), required);
    }
}
