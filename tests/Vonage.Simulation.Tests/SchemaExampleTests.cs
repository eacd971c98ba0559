using Vonage.Simulation.Specs;
using Vonage.Simulation.Validation;

namespace Vonage.Simulation.Tests;

internal sealed class SchemaExampleTests
{
    [TestCase("type: string, example: a", "\"a\"")]
    [TestCase("type: string, default: b", "\"b\"")]
    [TestCase("type: string, enum: [c, d]", "\"c\"")]
    [TestCase("type: string", "\"string\"")]
    [TestCase("type: integer, minimum: 5", "5")]
    [TestCase("type: number", "0")]
    [TestCase("type: boolean", "false")]
    [TestCase("type: array, items: { type: integer, example: 7 }", "[7]")]
    [TestCase("type: array, items: {}", "[]")]
    [TestCase("oneOf: [ { type: integer }, { type: string } ]", "0")]
    [TestCase("allOf: [ { type: string, example: e } ]", "\"e\"")]
    [TestCase("allOf: [ { type: object, properties: { a: { type: integer } } }, { type: object, properties: { b: { type: boolean } } } ]", """{"a":0,"b":false}""")]
    [TestCase("description: anything", null)]
    public void Fits_the_schema(string schema, string? expected) => Assert.That(SchemaExample.Make(Schema(schema))?.ToJsonString(), Is.EqualTo(expected));

    [Test]
    public void Fits_the_format([Values("uuid", "date-time", "date", "uri", "email", "e164")] string format)
    {
        var schema = Schema($"type: string, format: {format}");

        Assert.That(SchemaValidator.Validate(schema, SchemaExample.Make(schema)), Is.Empty);
    }

    private static SpecNode Schema(string schema) =>
        new SpecDocument("inline", YamlToJson.Convert($"schema: {{ {schema} }}")).Follow("#/schema");
}
