using Newtonsoft.Json.Linq;

namespace Vonage.Generator.Specs;

/// <summary>
/// Understands the extensions by which documents of other makers say what ours say: names of enum values and members, constants,
/// discriminator values. Our own name wins only if it says the same; two that differ are an error.
/// </summary>
internal static class ForeignExtensions
{
    // By the name that other tools have for it.
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["x-ms-client-name"] = "x-name",
        ["x-speakeasy-name-override"] = "x-name",
        ["x-fern-property-name"] = "x-name",
        ["x-fern-parameter-name"] = "x-name",
        ["x-enum-varnames"] = "x-enum-names",
        ["x-enumNames"] = "x-enum-names",
        ["x-speakeasy-enums"] = "x-enum-names",
        ["x-nullable"] = "nullable",
        ["x-stainless-const"] = "enum",
    };

    public static void Translate(JObject root)
    {
        foreach (var value in root.Descendants().OfType<JObject>().Where(o => o.Properties().Any(p => p.Name.StartsWith("x-", StringComparison.Ordinal)) && !Marks.IsData(o)).ToList())
        {
            EnumOf(value, "x-ms-enum", ((value["x-ms-enum"] as JObject)?["values"] as JArray)?.OfType<JObject>().Select(v => (v["value"], v["name"])));
            EnumOf(value, "x-fern-enum", (value["x-fern-enum"] as JObject)?.Properties().Select(v => ((JToken?)v.Name, (v.Value as JObject)?["name"])));
            EnumOf(value, "x-speakeasy-enums", (value["x-speakeasy-enums"] as JObject)?.Properties().Select(v => ((JToken?)v.Name, (JToken?)v.Value)));
            foreach (var (theirs, ours) in Names)
                if (value[theirs] is { } said && said is not JObject)
                    Set(value, theirs, ours, ours == "enum" && said is JValue ? new JArray(said) : said);
        }
    }

    // Names by value, of which some may be missing: those values keep their own.
    private static void EnumOf(JObject schema, string theirs, IEnumerable<(JToken? Value, JToken? Name)>? values)
    {
        var names = (values ?? []).Where(v => v.Name is JValue { Value: string }).ToLookup(v => Text(v.Value), v => (string)v.Name!, StringComparer.Ordinal);
        if (names.Count > 0 && schema["enum"] is JArray words)
            Set(schema, theirs, "x-enum-names", new JArray(words.Select(word => names[Text(word)].FirstOrDefault() ?? Text(word))));
    }

    private static void Set(JObject value, string theirs, string ours, JToken said)
    {
        if (value[ours] is { } own && !JToken.DeepEquals(own, said))
            throw new SpecException($"'{ours}' and '{theirs}' say different things. Keep one of them.", value.Property(theirs));
        value[ours] = said.DeepClone();
    }

    private static string Text(JToken? value) => value?.ToString() ?? string.Empty;
}
