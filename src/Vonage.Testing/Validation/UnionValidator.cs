using System.Text.Json.Nodes;
using Vonage.Testing.Specs;

namespace Vonage.Testing.Validation;

/// <summary>Checks a value against the branches of a union, and blames the field that is wrong in the branch that was meant.</summary>
internal static class UnionValidator
{
    public delegate void Checker(SpecNode schema, JsonNode? value, string path, List<Violation> violations);

    public static void Check(SpecNode schema, JsonNode value, string path, List<Violation> violations, Checker check)
    {
        var branches = schema["oneOf"].Items.Concat(schema["anyOf"].Items).ToList();
        if (branches.Count == 0)
            return;
        if (schema["discriminator"]["propertyName"].Text is { } property && value is JsonObject members)
        {
            CheckDiscriminated(schema, property, members, path, violations, check);
            return;
        }
        var outcomes = branches.ConvertAll(branch =>
        {
            var found = new List<Violation>();
            check(branch, value, path, found);
            return found;
        });
        var fits = outcomes.Count(found => found.Count == 0);
        if (fits == 0)
            violations.AddRange(outcomes.OrderByDescending(found => found.Max(violation => violation.Field.Length)).ThenBy(found => found.Count).First());
        else if (fits > 1 && schema["oneOf"].Exists)
            violations.Add(Violation.At(path, "fits more than one of the documented forms"));
    }

    private static void CheckDiscriminated(
        SpecNode schema, string property, JsonObject value, string path, List<Violation> violations, Checker check)
    {
        var field = path.Length == 0 ? property : $"{path}.{property}";
        var mapping = schema["discriminator"]["mapping"].Members.ToDictionary(entry => entry.Key, entry => entry.Value);
        if (value[property] is not { } discriminator)
            violations.Add(new Violation(field, "is required"));
        else if (!mapping.TryGetValue(discriminator.ToString(), out var reference))
            violations.Add(new Violation(field, $"must be {string.Join(" or ", mapping.Keys)}"));
        else
            check(reference.Follow(reference.Text!), value, path, violations);
    }
}
