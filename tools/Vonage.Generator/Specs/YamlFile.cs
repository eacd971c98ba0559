using System.Globalization;
using Newtonsoft.Json.Linq;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Vonage.Generator.Specs;

/// <summary>Reads YAML (which JSON is part of) into JSON's types by YAML 1.2's core schema.</summary>
internal static class YamlFile
{
    public static JObject Read(string path)
    {
        if (!File.Exists(path))
            throw new SpecException($"There is no spec at {path}.");
        var stream = new YamlStream();
        using var reader = File.OpenText(path);
        try
        {
            stream.Load(reader);
        }
        catch (YamlException error)
        {
            throw new SpecException($"{path}({error.Start.Line},{error.Start.Column}): not valid YAML: {error.Message}");
        }
        return (JObject)Convert(stream.Documents[0].RootNode);
    }

    private static JToken Convert(YamlNode node) => node switch
    {
        YamlMappingNode map => new JObject(map.Children.Select(c => new JProperty(((YamlScalarNode)c.Key).Value!, Convert(c.Value)))),
        YamlSequenceNode list => new JArray(list.Children.Select(Convert)),
        YamlScalarNode { Style: ScalarStyle.Plain } scalar => Plain(scalar.Value!),
        YamlScalarNode scalar => new JValue(scalar.Value),
        _ => throw new SpecException($"Line {node.Start.Line}: unexpected YAML node {node.NodeType}."),
    };

    private static JValue Plain(string text) => text switch
    {
        "" or "~" or "null" or "Null" or "NULL" => JValue.CreateNull(),
        "true" or "True" or "TRUE" => new JValue(true),
        "false" or "False" or "FALSE" => new JValue(false),
        _ when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => new JValue(whole),
        _ when char.IsAsciiDigit(text[^1]) && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => new JValue(number),
        _ => new JValue(text),
    };
}
