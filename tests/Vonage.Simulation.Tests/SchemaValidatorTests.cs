using System.Text.Json.Nodes;
using Vonage.Simulation.Specs;
using Vonage.Simulation.Validation;

namespace Vonage.Simulation.Tests;

internal sealed class SchemaValidatorTests
{
    private static readonly SpecDocument Document = new("test", YamlToJson.Convert("""
        components:
          schemas:
            Message:
              oneOf: [ { $ref: '#/components/schemas/Sms' }, { $ref: '#/components/schemas/Chat' } ]
              discriminator:
                propertyName: channel
                mapping: { sms: '#/components/schemas/Sms', chat: '#/components/schemas/Chat' }
            Chat:
              oneOf: [ { $ref: '#/components/schemas/ChatText' }, { $ref: '#/components/schemas/ChatImage' } ]
              discriminator:
                propertyName: type
                mapping: { text: '#/components/schemas/ChatText', image: '#/components/schemas/ChatImage' }
            Fields:
              type: object
              required: [to]
              properties:
                to: { type: string, format: e164 }
                failover: { type: array, maxItems: 2, items: { $ref: '#/components/schemas/Message' } }
            Sms:
              allOf:
                - $ref: '#/components/schemas/Fields'
                - type: object
                  required: [channel, text]
                  properties: { channel: { type: string, enum: [sms] }, text: { type: string, minLength: 1, maxLength: 5 } }
            ChatText:
              allOf:
                - $ref: '#/components/schemas/Fields'
                - type: object
                  required: [channel, type, text]
                  properties: { channel: { type: string, enum: [chat] }, type: { type: string, enum: [text] }, text: { type: string } }
            ChatImage:
              allOf:
                - $ref: '#/components/schemas/Fields'
                - type: object
                  required: [channel, type, image]
                  properties:
                    channel: { type: string, enum: [chat] }
                    type: { type: string, enum: [image] }
                    image: { $ref: '#/components/schemas/Image' }
            Image:
              type: object
              required: [url]
              properties: { url: { type: string, format: uri }, caption: { type: string, nullable: true } }
        """));

    [TestCase("type: string", "\"a\"")]
    [TestCase("type: string", "1", "body: must be a string")]
    [TestCase("type: string", "null", "body: must not be null")]
    [TestCase("type: string, nullable: true", "null")]
    [TestCase("type: integer", "1")]
    [TestCase("type: integer", "1.0")]
    [TestCase("type: integer", "1.5", "body: must be an integer")]
    [TestCase("type: integer", "\"1\"", "body: must be an integer")]
    [TestCase("type: integer", "true", "body: must be an integer")]
    [TestCase("type: number", "1.5")]
    [TestCase("type: number", "1e400", "body: is too large")]
    [TestCase("type: boolean", "false")]
    [TestCase("type: boolean", "0", "body: must be a boolean")]
    [TestCase("type: object", "{}")]
    [TestCase("type: object", "[]", "body: must be an object")]
    [TestCase("type: array", "{}", "body: must be an array")]
    [TestCase("", "null")]
    [TestCase("", "[1, {}]")]
    public void Checks_the_type(string schema, string value, params string[] violations) => Check(schema, value, violations);

    [TestCase("type: string, minLength: 2", "\"a\"", "body: must have at least 2 characters")]
    [TestCase("type: string, maxLength: 2", "\"abc\"", "body: must have at most 2 characters")]
    [TestCase("type: string, maxLength: 2", "\"😀😀\"")]
    [TestCase("type: string, maxLength: 2, x-unchecked: true", "\"abc\"")]
    [TestCase("type: string, pattern: '^[a-z]+$'", "\"abc\"")]
    [TestCase("type: string, pattern: '^[a-z]+$'", "\"ABC\"", "body: must match ^[a-z]+$")]
    [TestCase("type: string, enum: [a, b]", "\"b\"")]
    [TestCase("type: string, enum: [a, b]", "\"c\"", "body: must be a or b")]
    [TestCase("type: integer, enum: [1, 2]", "2.0")]
    [TestCase("type: integer, enum: [1, 2]", "3", "body: must be 1 or 2")]
    [TestCase("type: integer, minimum: 2", "2")]
    [TestCase("type: integer, minimum: 2", "1", "body: must be at least 2")]
    [TestCase("type: number, minimum: 2, exclusiveMinimum: true", "2", "body: must be more than 2")]
    [TestCase("type: number, maximum: 2.5", "2.6", "body: must be at most 2.5")]
    [TestCase("type: number, maximum: 2, exclusiveMaximum: true", "2", "body: must be less than 2")]
    [TestCase("type: number, maximum: 2, x-unchecked: true", "3")]
    [TestCase("type: number, multipleOf: 0.5", "1.25", "body: must be a multiple of 0.5")]
    [TestCase("type: integer, format: int32", "2147483648", "body: must be a 32-bit integer")]
    [TestCase("type: integer, format: int64", "2147483648")]
    public void Checks_the_limits(string schema, string value, params string[] violations) => Check(schema, value, violations);

    [TestCase("date-time", "2026-01-14T07:45:14Z", true)]
    [TestCase("date-time", "2026-01-14T07:45:14.123+02:00", true)]
    [TestCase("date-time", "2026-01-14 07:45:14", false)]
    [TestCase("date-time", "2026-13-14T07:45:14Z", false)]
    [TestCase("date", "2026-01-14", true)]
    [TestCase("date", "14.01.2026", false)]
    [TestCase("uri", "https://example.com/a?b=c", true)]
    [TestCase("uri", "sip:rebekka@sip.example.com", true)]
    [TestCase("uri", "/relative", false)]
    [TestCase("uri", "example", false)]
    [TestCase("uri", "", false)]
    [TestCase("uuid", "aaaaaaaa-bbbb-cccc-dddd-0123456789ab", true)]
    [TestCase("uuid", "aaaaaaaabbbbccccdddd0123456789ab", false)]
    [TestCase("email", "alice@example.com", true)]
    [TestCase("email", "Alice <alice@example.com>", false)]
    [TestCase("email", "alice", false)]
    [TestCase("e164", "447700900000", true)]
    [TestCase("e164", "+447700900000", false)]
    [TestCase("e164", "07700900000", false)]
    [TestCase("e164", "123456", false)]
    [TestCase("e164", "1234567890123456", false)]
    [TestCase("byte", "YWJj", true)]
    [TestCase("byte", "!", false)]
    [TestCase("of-its-own", "anything", true)]
    public void Checks_the_format(string format, string value, bool fits) =>
        Assert.That(Validate($"type: string, format: {format}", JsonValue.Create(value)), fits ? Is.Empty : Has.Length.EqualTo(1));

    [TestCase("2026-01-14 07:45:14", true)]
    [TestCase("2026-01-14T07:45:14Z", false)]
    public void Checks_a_time_of_the_apis_own_form(string value, bool fits) =>
        Assert.That(Validate("type: string, x-date-format: 'yyyy-MM-dd HH:mm:ss'", JsonValue.Create(value)), fits ? Is.Empty : Has.Length.EqualTo(1));

    [TestCase("type: object, required: [a], properties: { a: { type: string } }", "{}", "a: is required")]
    [TestCase("type: object, properties: { a: { type: string } }", """{"a":1}""", "a: must be a string")]
    [TestCase("type: object, properties: { a: { type: string } }", """{"b":1}""")]
    [TestCase("type: object, additionalProperties: false", """{"b":1}""", "b: is not a known field")]
    [TestCase("type: object, additionalProperties: { type: string }", """{"b":1}""", "b: must be a string")]
    [TestCase("type: object, minProperties: 1", "{}", "body: must have at least 1 fields")]
    [TestCase("type: object, properties: { a: { type: object, required: [b], properties: { b: {} } } }", """{"a":{}}""", "a.b: is required")]
    [TestCase("type: array, items: { type: integer }", "[1, \"b\"]", "[1]: must be an integer")]
    [TestCase("type: object, properties: { a: { type: array, minItems: 1 } }", """{"a":[]}""", "a: must have at least 1 items")]
    [TestCase("type: array, maxItems: 1", "[1, 2]", "body: must have at most 1 items")]
    [TestCase("type: array, uniqueItems: true", "[1, 1]", "body: must not contain duplicate items")]
    [TestCase("allOf: [ { type: object, required: [a] }, { type: object, required: [b] } ]", "{}", "a: is required", "b: is required")]
    [TestCase("allOf: [ { type: string, nullable: true } ]", "null")]
    [TestCase("allOf: [ { type: string } ]", "null", "body: must not be null")]
    public void Checks_what_is_inside(string schema, string value, params string[] violations) => Check(schema, value, violations);

    [TestCase("oneOf: [ { type: string }, { type: integer } ]", "1")]
    [TestCase("oneOf: [ { type: string }, { type: integer } ]", "\"1\"")]
    [TestCase("oneOf: [ { type: string }, { type: integer } ]", "true", "body: must be a string")]
    [TestCase("oneOf: [ { type: number }, { type: integer } ]", "1", "body: matches more than one of the documented schemas")]
    [TestCase("anyOf: [ { type: number }, { type: integer } ]", "1")]
    [TestCase("oneOf: [ { type: object, required: [a] }, { type: object, properties: { b: { type: object, required: [c] } } } ]", """{"b":{}}""", "b.c: is required")]
    [TestCase("oneOf: [ { type: object } ], discriminator: { propertyName: type, mapping: { a: '#/schema' } }", """{"type":"b"}""", "type: must be a")]
    [TestCase("oneOf: [ { type: object } ], discriminator: { propertyName: type, mapping: { a: '#/schema' } }, x-unchecked: true", """{"type":"b"}""")]
    [TestCase("oneOf: [ { type: object } ], discriminator: { propertyName: type, mapping: { a: '#/schema' } }, x-unchecked: true", "{}", "type: is required")]
    public void Checks_unions(string schema, string value, params string[] violations) => Check(schema, value, violations);

    [TestCase("""{"channel":"sms","to":"447700900000","text":"Hi"}""")]
    [TestCase("""{"channel":"sms","to":"447700900000","text":"Too long"}""", "text: must have at most 5 characters")]
    [TestCase("""{"channel":"chat","type":"text","to":"447700900000","text":"Not too long"}""")]
    [TestCase("""{"channel":"chat","type":"image","to":"447700900000","image":{}}""", "image.url: is required")]
    [TestCase("""{"channel":"chat","type":"image","to":"447700900000","image":{"url":"x","caption":null}}""", "image.url: must be an absolute URL")]
    [TestCase("""{"channel":"chat","type":"video","to":"447700900000"}""", "type: must be text or image")]
    [TestCase("""{"channel":"chat","to":"447700900000"}""", "type: is required")]
    [TestCase("""{"channel":"fax","to":"447700900000"}""", "channel: must be sms or chat")]
    [TestCase("""{"to":"447700900000"}""", "channel: is required")]
    [TestCase("""{"channel":"sms","to":"+44","text":"Hi","failover":[{"channel":"sms","to":"447700900000"}]}""",
        "to: must be a number in E.164 format: 7 to 15 digits, no plus sign, no leading zero", "failover[0].text: is required")]
    [TestCase("\"sms\"", "body: must be an object")]
    public void Names_the_field_of_the_branch_that_was_meant(string value, params string[] violations) =>
        Assert.That(Texts(SchemaValidator.Validate(Document.Follow("#/components/schemas/Message"), JsonNode.Parse(value))), Is.EquivalentTo(violations));

    [TestCase("type: array, items: { type: object, required: [to, text] }")]
    [TestCase("type: array, items: { oneOf: [ { type: string }, { type: integer } ] }")]
    [TestCase("type: object, additionalProperties: false")]
    [TestCase("type: object, additionalProperties: { type: string }")]
    public void Names_no_more_than_a_hundred(string schema)
    {
        var json = schema.StartsWith("type: array", StringComparison.Ordinal)
            ? $"[{string.Join(',', Enumerable.Repeat("{}", 1000))}]"
            : $"{{{string.Join(',', Enumerable.Range(0, 1000).Select(i => $"\"{i}\":1"))}}}";
        Assert.That(Validate(schema, JsonNode.Parse(json)), Has.Length.EqualTo(100));
    }

    private static void Check(string schema, string value, string[] violations) =>
        Assert.That(Validate(schema, JsonNode.Parse(value)), Is.EquivalentTo(violations));

    private static string[] Validate(string schema, JsonNode? value)
    {
        var document = new SpecDocument("inline", YamlToJson.Convert($"schema: {{ {schema} }}"));
        return Texts(SchemaValidator.Validate(document.Follow("#/schema"), value));
    }

    private static string[] Texts(IEnumerable<SpecViolation> violations) => [.. violations.Select(violation => violation.ToString())];
}
