using System.Net.Http.Headers;
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
                    if (media["schema"] is JObject schema && spec.Resolve(schema)["properties"] is JObject properties && properties[encoding.Name] is JObject property)
                        Note(spec, properties, property, encoding);
    }

    private static void Note(Spec spec, JObject properties, JObject property, JProperty encoding)
    {
        if ((string?)encoding.Value["contentType"] is { } type && !type.Contains(',', StringComparison.Ordinal) && !MediaTypeHeaderValue.TryParse(type, out _))
            throw new SpecException($"'{type}' is no media type. Write one such as image/png, or several with commas between them.", encoding.Value["contentType"]);
        if (encoding.Value["headers"] is JObject { Count: > 0 } headers)
            spec.Warn("Headers of a part are not sent.", headers);
        // Nothing stands beside a reference.
        if (property["$ref"] is not null)
            properties[encoding.Name] = property = new JObject { ["allOf"] = new JArray(property.DeepClone()) };
        property[Mark] = encoding.Value.DeepClone();
    }
}
