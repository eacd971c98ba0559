using Newtonsoft.Json.Linq;
using YamlDotNet.RepresentationModel;

namespace Vonage.Contract.Tests;

/// <summary>The named examples of a document's components, as JSON.</summary>
internal static class SpecExamples
{
    public static IEnumerable<(string Name, JToken Value)> In(string spec)
    {
        var yaml = new YamlStream();
        using (var file = File.OpenText(Path.Combine(RepositoryFolder.Find(), "specs", spec + ".yaml")))
            yaml.Load(file);
        var examples = (YamlMappingNode)yaml.Documents[0].RootNode["components"]["examples"];
        return [.. examples.Children.Select(e => (((YamlScalarNode)e.Key).Value!, ToJson(e.Value["value"])))];
    }

    private static JToken ToJson(YamlNode node) => node switch
    {
        YamlMappingNode map => new JObject(map.Children.Select(c => new JProperty(((YamlScalarNode)c.Key).Value!, ToJson(c.Value)))),
        YamlSequenceNode list => new JArray(list.Children.Select(ToJson)),
        YamlScalarNode { Style: YamlDotNet.Core.ScalarStyle.Plain } scalar => Plain(scalar.Value!),
        var scalar => ((YamlScalarNode)scalar).Value,
    };

    private static JToken Plain(string text) =>
        text is "true" or "false" ? text == "true"
        : long.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var whole) ? whole
        : decimal.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number
        : text;
}
