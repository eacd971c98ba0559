using Newtonsoft.Json.Linq;
using YamlDotNet.RepresentationModel;

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
        var yaml = new YamlStream();
        using (var file = File.OpenText(path))
            yaml.Load(file);
        return (JObject)ToJson(yaml.Documents[0].RootNode);
    }

    /// <summary>What a reference within the document refers to; what is none, as it is.</summary>
    public static JToken Resolve(JObject document, JToken value) =>
        (string?)value["$ref"] is { } reference && reference.StartsWith("#/", StringComparison.Ordinal) ? document.SelectToken(string.Concat(reference[2..].Split('/').Select(name => $"['{name}']")))! : value;

    private static JToken ToJson(YamlNode node) => node switch
    {
        YamlMappingNode map => new JObject(map.Children.Select(c => new JProperty(((YamlScalarNode)c.Key).Value!, ToJson(c.Value)))),
        YamlSequenceNode list => new JArray(list.Children.Select(ToJson)),
        YamlScalarNode { Style: YamlDotNet.Core.ScalarStyle.Plain } scalar => Plain(scalar.Value!),
        var scalar => ((YamlScalarNode)scalar).Value,
    };

    private static JToken Plain(string text) =>
        text is "true" or "false" ? text == "true"
        : text is "null" or "" or "~" ? JValue.CreateNull()
        : long.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var whole) ? whole
        : decimal.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number
        : text;
}
