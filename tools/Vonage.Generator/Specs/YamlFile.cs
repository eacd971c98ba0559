using System.Globalization;
using Newtonsoft.Json.Linq;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Vonage.Generator.Specs;

/// <summary>
/// Reads YAML (which JSON is part of) into JSON's types by YAML 1.2's core schema, with merge keys. What a file can make of itself is bounded:
/// aliases add no more than <see cref="MostCopies"/> values, and nothing is deeper than <see cref="Deepest"/>.
/// </summary>
internal sealed class YamlFile
{
    private const int MostCopies = 100_000;
    private const int Deepest = 100;

    private readonly string _path;
    private readonly Parser _parser;
    private readonly Dictionary<AnchorName, JToken?> _anchors = [];
    private int _copies;

    private YamlFile(string path, TextReader text) => (_path, _parser) = (path, new Parser(text));

    public static JObject Read(string path)
    {
        if (!File.Exists(path))
            throw new SpecException($"There is no spec at {path}.");
        using var text = File.OpenText(path);
        var file = new YamlFile(path, text);
        try
        {
            return file.ReadDocument();
        }
        catch (YamlException error)
        {
            throw file.Fault(error.Start, $"This is not valid YAML: {error.Message}");
        }
        // What the parser says of brackets that nothing closes.
        catch (InvalidOperationException)
        {
            throw file.Fault(file._parser.Current?.Start ?? Mark.Empty, "This is not valid YAML: a bracket or brace that is open here is not closed.");
        }
    }

    private JObject ReadDocument()
    {
        _parser.Consume<StreamStart>();
        _parser.TryConsume<DocumentStart>(out _);
        if (!_parser.Accept<MappingStart>(out _))
            throw Fault(_parser.Current!.Start, "a spec is a mapping with the fields 'openapi', 'info' and 'paths'.");
        var document = (JObject)ReadNode(0, null, string.Empty);
        _parser.Consume<DocumentEnd>();
        return _parser.Accept<DocumentStart>(out var second) ? throw Fault(second.Start, "a second document begins here. Write each in a file of its own.") : document;
    }

    private JToken ReadNode(int depth, Place? parent, string key)
    {
        if (_parser.TryConsume<AnchorAlias>(out var alias))
            return Copy(alias);
        var node = _parser.Consume<NodeEvent>();
        if (depth > Deepest)
            throw Fault(node.Start, $"nested deeper than {Deepest} levels.");
        if (!node.Anchor.IsEmpty)
            _anchors[node.Anchor] = null;
        var place = PlaceOf(node, parent, key);
        JToken value = node switch
        {
            MappingStart => ReadMapping(depth, place),
            SequenceStart => ReadSequence(depth, place),
            Scalar { Style: ScalarStyle.Plain } scalar => Plain(scalar.Value),
            _ => new JValue(((Scalar)node).Value),
        };
        value.AddAnnotation(place);
        if (!node.Anchor.IsEmpty)
            _anchors[node.Anchor] = value;
        return value;
    }

    private JArray ReadSequence(int depth, Place place)
    {
        var list = new JArray();
        while (!_parser.TryConsume<SequenceEnd>(out _))
            list.Add(ReadNode(depth + 1, place, list.Count.ToString(CultureInfo.InvariantCulture)));
        return list;
    }

    private JObject ReadMapping(int depth, Place place)
    {
        var map = new JObject();
        var merged = new List<JObject>();
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            if (!_parser.TryConsume<Scalar>(out var key))
                throw Fault(_parser.Current!.Start, "a key must be text.");
            var value = ReadNode(depth + 1, place, key.Value);
            if (key is { Value: "<<", Style: ScalarStyle.Plain })
                merged.AddRange((value is JArray list ? [.. list] : (IEnumerable<JToken>)[value])
                    .Select(part => part as JObject ?? throw Fault(key.Start, "what is merged must be a mapping.")));
            else if (!map.TryAdd(key.Value, value))
                throw Fault(key.Start, $"the key '{key.Value}' stands here twice.");
            else
                map.Property(key.Value)!.AddAnnotation(PlaceOf(key, place, key.Value));
        }
        // The mapping's own keys win, and so do those of an earlier mapping.
        foreach (var property in merged.SelectMany(part => part.Properties()))
            map.TryAdd(property.Name, property.Value);
        return map;
    }

    private JToken Copy(AnchorAlias alias)
    {
        if (!_anchors.TryGetValue(alias.Value, out var value))
            throw Fault(alias.Start, $"there is no anchor '{alias.Value}' before this alias.");
        if (value is null)
            throw Fault(alias.Start, $"the alias '{alias.Value}' stands in what it refers to, which would contain itself without end.");
        _copies += Size(value);
        return _copies <= MostCopies ? value.DeepClone() : throw Fault(alias.Start, $"the aliases so far expand to more than {MostCopies} values.");
    }

    // A long text counts as several values. What was read is no larger than the file and what aliases added, so the sum cannot overflow.
    private static int Size(JToken value) => value is JContainer container ? 1 + container.Descendants().OfType<JValue>().Sum(Size) : 1 + ((value as JValue)?.Value as string ?? string.Empty).Length / 64;

    private Place PlaceOf(ParsingEvent node, Place? parent, string key) => new(_path, node.Start.Line, node.Start.Column, parent, key);

    private SpecException Fault(Mark place, string fault) => new([new Fault(fault, new Place(_path, place.Line, place.Column, null, string.Empty))]);

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
