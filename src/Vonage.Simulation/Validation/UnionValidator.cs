using System.Text.Json.Nodes;
using Vonage.Simulation.Specs;

namespace Vonage.Simulation.Validation;

/// <summary>Validates a value against the branches of a union, and reports the invalid field in the intended branch.</summary>
internal static class UnionValidator
{
    public delegate void Checker(SpecNode schema, JsonNode? value, string path, List<SpecViolation> violations);

    public static void Check(SpecNode schema, JsonNode value, string path, List<SpecViolation> violations, Checker check)
    {
        var branches = schema["oneOf"].Items.Concat(schema["anyOf"].Items).ToList();
        if (branches.Count == 0)
            return;
        if (schema["discriminator"] is { Exists: true } discriminator && value is JsonObject members)
        {
            CheckDiscriminated(schema, discriminator, members, path, violations, check);
            return;
        }
        var outcomes = branches.ConvertAll(branch =>
        {
            var found = new List<SpecViolation>();
            check(branch, value, path, found);
            return found;
        });
        var fits = outcomes.Count(found => found.Count == 0);
        if (fits == 0)
            violations.AddRange(outcomes.OrderByDescending(found => found.Max(violation => violation.Field.Length)).ThenBy(found => found.Count).First());
        else if (fits > 1 && schema["oneOf"].Exists)
            violations.Add(SpecViolation.At(path, "matches more than one of the documented schemas"));
    }

    private static void CheckDiscriminated(SpecNode schema, SpecNode discriminator, JsonObject value, string path, List<SpecViolation> violations, Checker check)
    {
        var property = discriminator["propertyName"].Text!;
        var field = path.Length == 0 ? property : $"{path}.{property}";
        var mapping = discriminator["mapping"];
        if (value[property]?.ToString() is not { } kind)
            violations.Add(new SpecViolation(field, "is required"));
        else if (mapping[kind].Text is { } branch)
            check(mapping.Follow(branch), value, path, violations);
        else if (ScalarRules.IsChecked(schema))
            violations.Add(new SpecViolation(field, $"must be {string.Join(" or ", mapping.Members.Select(entry => entry.Key))}"));
    }
}
