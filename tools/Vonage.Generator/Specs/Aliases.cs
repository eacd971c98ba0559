using Newtonsoft.Json.Linq;

namespace Vonage.Generator.Specs;

/// <summary>Replaces the named schemas that only refer to another by the one that they refer to: two names are one class.</summary>
internal static class Aliases
{
    private const string Prefix = "#/components/schemas/";

    public static void Resolve(Spec spec)
    {
        var aliases = spec.Schemas.Properties().Where(s => s.Value["$ref"] is JValue && !spec.SharedSchemas.Contains(s.Name)).ToDictionary(s => s.Name, s => TargetOf(spec, s.Name), StringComparer.Ordinal);
        if (aliases.Count == 0)
            return;
        var mappings = spec.Root.Descendants().OfType<JProperty>().Where(p => p.Name == "discriminator").SelectMany(p => (p.Value["mapping"] as JObject ?? []).PropertyValues()).OfType<JValue>();
        foreach (var reference in spec.Links().Concat(mappings).ToList())
        {
            var text = (string)reference.Value!;
            var name = text.StartsWith(Prefix, StringComparison.Ordinal) ? text[Prefix.Length..] : text;
            if (aliases.TryGetValue(name, out var target))
                reference.Value = Prefix + target;
        }
        foreach (var alias in aliases.Keys)
            spec.Schemas.Remove(alias);
    }

    private static string TargetOf(Spec spec, string name) =>
        (string?)spec.Schema(name)["$ref"] is { } reference ? TargetOf(spec, reference[(reference.LastIndexOf('/') + 1)..]) : name;
}
