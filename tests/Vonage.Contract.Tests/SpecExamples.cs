using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Vonage.Contract.Tests;

/// <summary>The named examples of a document's components, as JSON.</summary>
internal static class SpecExamples
{
    public static IEnumerable<(string Name, JToken Value)> In(string spec)
    {
        var examples = (JObject)Load(Path.Combine(RepositoryFolder.Find(), "specs", spec + ".yaml"))["components"]!["examples"]!;
        return [.. examples.Properties().Select(e => (e.Name, e.Value["value"]!))];
    }

    /// <summary>A document as JSON.</summary>
    public static JObject Load(string path)
    {
        using var json = new JsonTextReader(new StringReader(YamlToJson.Convert(File.ReadAllText(path)))) { DateParseHandling = DateParseHandling.None, FloatParseHandling = FloatParseHandling.Decimal };
        return JObject.Load(json);
    }

    /// <summary>What a reference within the document refers to; what is none, as it is.</summary>
    public static JToken Resolve(JObject document, JToken value) =>
        (string?)value["$ref"] is { } reference && reference.StartsWith("#/", StringComparison.Ordinal) ? document.SelectToken(string.Concat(reference[2..].Split('/').Select(name => $"['{name}']")))! : value;
}
