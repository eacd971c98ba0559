using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Vonage.Simulation.Specs;

namespace Vonage.Simulation.Validation;

/// <summary>The rules for strings and numbers.</summary>
internal static class ScalarRules
{
    private static readonly ConcurrentDictionary<string, Regex> Patterns = new(StringComparer.Ordinal);

    /// <summary>Limits marked <c>x-unchecked</c> are documentation only.</summary>
    public static bool IsChecked(SpecNode schema) => !schema["x-unchecked"].IsTrue;

    public static bool IsWhole(JsonNode number) => number.GetValue<JsonElement>().TryGetDecimal(out var value) && decimal.Truncate(value) == value;

    public static IEnumerable<string> Broken(SpecNode schema, JsonNode value) => value.GetValueKind() switch
    {
        JsonValueKind.String => BrokenByText(schema, value.GetValue<string>()),
        JsonValueKind.Number when IsChecked(schema) => BrokenByNumber(schema, value.GetValue<JsonElement>()),
        _ => [],
    };

    private static IEnumerable<string> BrokenByText(SpecNode schema, string text)
    {
        if (IsChecked(schema))
        {
            var length = text.EnumerateRunes().Count();
            if (schema["minLength"].Number is { } least && length < least)
                yield return $"must have at least {least} characters";
            if (schema["maxLength"].Number is { } most && length > most)
                yield return $"must have at most {most} characters";
            if (schema["pattern"].Text is { } pattern && !Pattern(pattern).IsMatch(text))
                yield return $"must match {pattern}";
        }
        if (schema["format"].Text is { } format && !Formats.Fits(format, text))
            yield return $"must be {Formats.Describe(format)}";
        if (schema["x-date-format"].Text is { } date && !Formats.FitsDate(date, text))
            yield return $"must be a time such as {date}";
    }

    private static IEnumerable<string> BrokenByNumber(SpecNode schema, JsonElement element)
    {
        if (!element.TryGetDecimal(out var number))
        {
            yield return "is too large";
            yield break;
        }
        if (schema["minimum"].Number is { } least && (number < least || (number == least && schema["exclusiveMinimum"].IsTrue)))
            yield return $"must be {(schema["exclusiveMinimum"].IsTrue ? "more than" : "at least")} {least}";
        if (schema["maximum"].Number is { } most && (number > most || (number == most && schema["exclusiveMaximum"].IsTrue)))
            yield return $"must be {(schema["exclusiveMaximum"].IsTrue ? "less than" : "at most")} {most}";
        if (schema["multipleOf"].Number is { } step && number % step != 0)
            yield return $"must be a multiple of {step}";
        if (schema["format"].Text == "int32" && number is < int.MinValue or > int.MaxValue)
            yield return "must be a 32-bit integer";
    }

    private static Regex Pattern(string pattern) => Patterns.GetOrAdd(pattern, text =>
        new Regex(text, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)));
}
