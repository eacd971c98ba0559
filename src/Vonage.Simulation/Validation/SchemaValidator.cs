using System.Text.Json;
using System.Text.Json.Nodes;
using Vonage.Simulation.Specs;

namespace Vonage.Simulation.Validation;

/// <summary>Validates a value against an OpenAPI 3.0 schema.</summary>
/// <remarks>
/// A library would not make this shorter. NJsonSchema 11.6 checks every branch of a union regardless of the discriminator, reports the
/// errors of all branches, and reports the type of an error but not the limit. JsonSchema.Net 8.0 rejects the additions of OpenAPI 3.0 to
/// JSON Schema (<c>discriminator</c>, <c>nullable</c>, a Boolean <c>exclusiveMinimum</c>, extensions) unless each document is rewritten.
/// With either library, the rest of this folder would still be needed: the selection of the intended branch, a text for each rule, the
/// formats, <c>x-unchecked</c>, <c>x-date-format</c>, and the types of values that forms and queries contain as text.
/// </remarks>
internal static class SchemaValidator
{
    // Nobody reads more, and a large body could have millions.
    private const int MaxViolations = 100;

    /// <summary>Finds the errors in <paramref name="value"/>, up to 100. <paramref name="path"/> is its location; empty for a body.</summary>
    public static IReadOnlyList<SpecViolation> Validate(SpecNode schema, JsonNode? value, string path = "")
    {
        var violations = new List<SpecViolation>();
        Check(schema, value, path, violations);
        return [.. violations.Distinct().Take(MaxViolations)];
    }

    private static void Check(SpecNode schema, JsonNode? value, string path, List<SpecViolation> violations)
    {
        if (!schema.Exists || violations.Count >= MaxViolations)
            return;
        if (value is null)
        {
            if (!AcceptsNull(schema))
                Add("must not be null");
            return;
        }
        if (schema["type"].Text is { } type && !IsOfType(type, value))
        {
            Add($"must be {Article(type)} {type}");
            return;
        }
        foreach (var part in schema["allOf"].Items)
            Check(part, value, path, violations);
        UnionValidator.Check(schema, value, path, violations, Check);
        if (schema["enum"].Exists && ScalarRules.IsChecked(schema) && !schema["enum"].Items.Any(allowed => AreEqual(allowed, value)))
            Add($"must be {string.Join(" or ", schema["enum"].Items.Select(allowed => allowed.ToJson()?.ToString() ?? "null"))}");
        switch (value)
        {
            case JsonObject members:
                CheckMembers(schema, members, path, violations);
                break;
            case JsonArray items:
                CheckItems(schema, items, path, violations);
                break;
            default:
                foreach (var reason in ScalarRules.Broken(schema, value))
                    Add(reason);
                break;
        }

        void Add(string reason) => violations.Add(SpecViolation.At(path, reason));
    }

    private static void CheckMembers(SpecNode schema, JsonObject members, string path, List<SpecViolation> violations)
    {
        foreach (var name in schema["required"].Items.Select(name => name.Text!))
        {
            if (!members.ContainsKey(name))
                violations.Add(new SpecViolation(Join(path, name), "is required"));
        }
        var properties = schema["properties"];
        var others = schema["additionalProperties"];
        foreach (var (name, value) in members)
        {
            if (properties[name] is { Exists: true } property)
                Check(property, value, Join(path, name), violations);
            else if (others.IsFalse && violations.Count < MaxViolations)
                violations.Add(new SpecViolation(Join(path, name), "is not a known field"));
            else if (others.IsObject)
                Check(others, value, Join(path, name), violations);
        }
        CheckCount(schema, "Properties", "fields", members.Count, path, violations);
    }

    private static void CheckItems(SpecNode schema, JsonArray items, string path, List<SpecViolation> violations)
    {
        for (var i = 0; i < items.Count; i++)
            Check(schema["items"], items[i], $"{path}[{i}]", violations);
        CheckCount(schema, "Items", "items", items.Count, path, violations);
        if (schema["uniqueItems"].IsTrue && items.Select(item => item?.ToJsonString()).Distinct().Count() < items.Count)
            violations.Add(SpecViolation.At(path, "must not contain duplicate items"));
    }

    private static void CheckCount(SpecNode schema, string what, string name, int count, string path, List<SpecViolation> violations)
    {
        if (!ScalarRules.IsChecked(schema))
            return;
        if (schema["min" + what].Number is { } least && count < least)
            violations.Add(SpecViolation.At(path, $"must have at least {least} {name}"));
        if (schema["max" + what].Number is { } most && count > most)
            violations.Add(SpecViolation.At(path, $"must have at most {most} {name}"));
    }

    private static bool AcceptsNull(SpecNode schema) => schema["nullable"].IsTrue
        || schema["oneOf"].Items.Concat(schema["anyOf"].Items).Any(AcceptsNull)
        || (schema["allOf"].Exists && schema["allOf"].Items.All(AcceptsNull))
        || !(schema["type"].Exists || schema["allOf"].Exists || schema["oneOf"].Exists || schema["anyOf"].Exists || schema["enum"].Exists);

    private static bool IsOfType(string type, JsonNode value) => value.GetValueKind() switch
    {
        JsonValueKind.Object => type == "object",
        JsonValueKind.Array => type == "array",
        JsonValueKind.String => type == "string",
        JsonValueKind.Number => type == "number" || (type == "integer" && ScalarRules.IsWhole(value)),
        JsonValueKind.True or JsonValueKind.False => type == "boolean",
        _ => false,
    };

    private static bool AreEqual(SpecNode allowed, JsonNode value) => value.GetValueKind() == JsonValueKind.String
        ? allowed.Text == value.GetValue<string>()
        : JsonNode.DeepEquals(allowed.ToJson(), value);

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private static string Article(string type) => type is "object" or "array" or "integer" ? "an" : "a";
}
