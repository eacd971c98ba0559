using Newtonsoft.Json.Linq;

namespace Vonage.Generator.Specs;

/// <summary>Notes on the properties of forms how their media type says they are encoded.</summary>
internal static class FormEncodings
{
    /// <summary>The mark of a property: OpenAPI's encoding object.</summary>
    public const string Mark = "x-encoding";

    public static void Note(Spec spec)
    {
        foreach (var (_, _, operation) in spec.Operations())
            foreach (var media in ((JObject?)spec.Dereference(operation["requestBody"] as JObject ?? [])["content"] ?? []).PropertyValues().OfType<JObject>())
                foreach (var encoding in (media["encoding"] as JObject ?? []).Properties())
                    if (media["schema"] is JObject schema && spec.Resolve(schema)["properties"]?[encoding.Name] is JObject property && property["$ref"] is null)
                        property[Mark] = encoding.Value.DeepClone();
    }
}
