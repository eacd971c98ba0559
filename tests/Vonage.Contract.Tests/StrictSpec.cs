using Newtonsoft.Json.Linq;

namespace Vonage.Contract.Tests;

/// <summary>
/// A document in which an object has no other fields than those that it names and the newest documents of the provider have, too. What is sent
/// beside them is seen then.
/// </summary>
internal static class StrictSpec
{
    // What authentication adds to a form.
    private static readonly string[] Credentials = ["api_key", "api_secret", "sig", "timestamp"];

    /// <summary>Serves the strict variant of one of our documents.</summary>
    public static Task<PrismServer> ServeAsync(string spec)
    {
        var folder = Directory.CreateTempSubdirectory("strict-");
        return PrismServer.StartOnAsync(Write(spec, folder.FullName), folder);
    }

    /// <summary>Writes the strict variant of one of our documents.</summary>
    /// <returns>The path of the file.</returns>
    public static string Write(string spec, string folder)
    {
        var specs = Path.Combine(RepositoryFolder.Find(), "specs");
        File.Copy(Path.Combine(specs, "common.yaml"), Path.Combine(folder, "common.yaml"));
        var document = SpecExamples.Load(Path.Combine(specs, spec + ".yaml"));
        foreach (var media in document.SelectTokens("$.paths.*.*.requestBody").Select(body => SpecExamples.Resolve(document, body)).SelectMany(body => (body["content"] as JObject ?? []).Properties()).ToList())
            if (media.Value["schema"] is JObject schema)
                media.Value["schema"] = Strict(document, schema, media.Name == "application/x-www-form-urlencoded" ? Credentials : []);
        var path = Path.Combine(folder, spec + ".json");
        File.WriteAllText(path, document.ToString());
        return path;
    }

    // A named schema stays one, because it may contain itself.
    private static JObject Strict(JObject document, JToken value, string[] more)
    {
        if (more.Length > 0 || (string?)value["$ref"] is not { } reference || !reference.StartsWith('#'))
            return Flat(document, value, more);
        var name = "Strict" + reference.Split('/')[^1];
        var schemas = (JObject)document["components"]!["schemas"]!;
        if (schemas[name] is null)
        {
            schemas[name] = new JObject();
            schemas[name] = Flat(document, value, more);
        }

        return new JObject { ["$ref"] = "#/components/schemas/" + name };
    }

    private static JObject Flat(JObject document, JToken value, string[] more)
    {
        var schema = (JObject)SpecExamples.Resolve(document, value).DeepClone();
        foreach (var part in (schema["allOf"] as JArray ?? []).Select(part => Flat(document, part, [])))
            schema.Merge(part);
        schema.Remove("allOf");
        schema.Remove("discriminator");
        if (schema["oneOf"] is JArray branches)
        {
            // What a union declares, each branch may have.
            var shared = schema["properties"];
            schema.Remove("properties");
            schema["oneOf"] = new JArray(branches.Select(branch => shared is null ? Strict(document, branch, more) : With(Flat(document, branch, more), (JObject)shared)));
        }

        if (schema["items"] is JObject { Count: > 0 } items)
            schema["items"] = Strict(document, items, []);
        if (schema["properties"] is not JObject properties)
            return schema;
        foreach (var property in properties.Properties().ToList())
            if (IsFormer(property.Value))
                property.Remove();
        foreach (var property in properties.Properties().ToList())
            property.Value = Strict(document, property.Value, []);
        foreach (var name in more)
            properties[name] ??= new JObject();
        schema["additionalProperties"] ??= false;
        return schema;
    }

    private static JObject With(JObject branch, JObject shared)
    {
        foreach (var property in shared.Properties())
            branch["properties"]![property.Name] ??= property.Value;
        return branch;
    }

    // What the newest documents do not have says so.
    public static bool IsFormer(JToken property) =>
        (bool?)property["deprecated"] == true || ((string?)property["description"])?.ReplaceLineEndings(" ").Contains("sent only if", StringComparison.Ordinal) == true;
}
