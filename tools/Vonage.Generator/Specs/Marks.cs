using Newtonsoft.Json.Linq;

namespace Vonage.Generator.Specs;

/// <summary>
/// The extensions by which the generator notes what it found. They end in code as they stand, so a document's own extensions of these names
/// are dropped: OpenAPI leaves unknown ones without effect.
/// </summary>
internal static class Marks
{
    private static readonly HashSet<string> Names =
    [
        "x-checked-by-base", "x-constant", "x-constants", "x-choice", "x-discriminator", "x-encoding", "x-format", "x-inherited", "x-mixed", "x-original-name", "x-parent", "x-template", "x-text-or-number", "x-through",
        "x-union", "x-wire-type",
    ];

    // What stands in these has a name that the document chooses: no name there is a keyword.
    private static readonly HashSet<string> Maps = ["callbacks", "headers", "parameters", "properties", "requestBodies", "responses", "schemas", "securitySchemes"];

    public static void Drop(Spec spec)
    {
        foreach (var mark in spec.Root.Descendants().OfType<JProperty>().Where(p => Names.Contains(p.Name) && IsKeyword(p) && !IsData(p)).ToList())
            mark.Remove();
    }

    /// <summary>Whether a token stands in an example or another value that the document gives, where words mean nothing.</summary>
    public static bool IsData(JToken token) =>
        token.Ancestors().OfType<JProperty>().Any(p => p.Name is "default" or "enum" or "example" or "examples" && IsKeyword(p));

    /// <summary>Whether the name of a property is one that the document chose.</summary>
    public static bool IsNamed(JProperty property) => !IsKeyword(property);

    private static bool IsKeyword(JProperty property) => property.Parent?.Parent is not JProperty { Name: var map } || !Maps.Contains(map);
}
