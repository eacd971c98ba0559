using Newtonsoft.Json.Linq;
using Vonage.Generator.Specs;

namespace Vonage.Generator.Emission;

/// <summary>A class that holds one of several things, as <c>Choice.liquid</c> sees it.</summary>
internal sealed class ChoiceView
{
    public ChoiceView(ApiModel api, CSharpTypes types, string name)
    {
        var schema = api.Spec.Schema(name);
        Name = name;
        Access = api.AccessOf(name);
        Doc = Emission.Doc.Of((string?)schema["description"], name + ".", "It is one of several things: make it of one, or read it as one.");
        Options = [.. schema[Choices.Mark]!.Cast<JObject>().Select(branch => new ChoiceOption(api, types.Of(branch), branch)).Where(o => o.Member is not null).OrderBy(o => o.Type == "long")
            .DistinctBy(o => (o.Member, o.ReadType))];
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var option in Options)
            option.Member = Specs.Unique.Name(option.Member!, taken);
    }

    public string Name { get; }

    public string Access { get; }

    public string Doc { get; }

    public IReadOnlyList<ChoiceOption> Options { get; }
}

/// <summary>One of the things that a choice can be.</summary>
internal sealed class ChoiceOption
{
    public ChoiceOption(ApiModel api, CSharpType type, JObject branch)
    {
        Type = ReadType = type.Name;
        var schema = api.Spec.Resolve(branch);
        switch (type.Kind)
        {
            case TypeKind.Model:
                Member = type.Name;
                IsModel = true;
                IsWritten = api.Written.Contains(type.Name) && api.AccessOf(type.Name) == "public";
                Read = api.Read.Contains(type.Name) ? $"As({type.Name}.JsonModelType.Read, {Array(schema["required"])}, {Array(new JArray(Levels(api, schema).SelectMany(PropertiesOf).Select(p => p.Name)))}{Constants(schema)})" : null;
                break;
            case TypeKind.Text or TypeKind.Instant or TypeKind.Address:
                (Member, Type, ReadType, Read, Json) = ("Text", "string", "string", "Text", "new JValue(value)");
                break;
            case TypeKind.Enum:
                (Member, Read, Json) = (type.Name, $"Text is {{ }} text ? new {type.Name}(text) : null", "new JValue(value.Value)");
                break;
            case TypeKind.Flag:
                (Member, Read, Json) = ("Flag", "Flag", "new JValue(value)");
                break;
            case TypeKind.Whole or TypeKind.LargeWhole:
                (Member, Type, ReadType, Read, Json) = ("Number", "long", "decimal", "Number", "new JValue(value)");
                break;
            case TypeKind.Number:
                (Member, Type, ReadType, Read, Json) = ("Number", "decimal", "decimal", "Number", "new JValue(value)");
                break;
            case TypeKind.List or TypeKind.NamedList or TypeKind.Map:
                Member = type.Kind == TypeKind.Map ? "Dictionary" : "List";
                IsCollection = true;
                Read = !Consists(type, api.Read) ? null : type.Kind == TypeKind.Map ? $"As(static json => JsonRead.Map(json, null, {JsonCode.Reader(type.Item!)}))" : $"Json.Type == JTokenType.Array ? As({JsonCode.Reader(type)}) : null";
                Json = Consists(type, api.Written) ? $"JsonWrite.Tree(value, {JsonCode.WriteItem(type)})" : null;
                break;
        }
    }

    public string Type { get; }

    /// <summary>The type as which it is read.</summary>
    public string ReadType { get; }

    /// <summary>What it is called; null where it is JSON only.</summary>
    public string? Member { get; set; }

    public bool IsModel { get; }

    public bool IsWritten { get; }

    public bool IsCollection { get; }

    /// <summary>The expression that reads it; null where it cannot be read.</summary>
    public string? Read { get; }

    /// <summary>The expression that makes JSON of a value.</summary>
    public string? Json { get; }

    // Whether the models in a collection are among those that are read, or written.
    private static bool Consists(CSharpType type, HashSet<string> models) => type.Item is { } item ? Consists(item, models) : type.Kind != TypeKind.Model || models.Contains(type.Name);

    // A branch of another union has fields of that, too.
    private static IEnumerable<JObject> Levels(ApiModel api, JObject schema)
    {
        for (JObject? level = schema; level is not null; level = (string?)level["x-parent"] is { } parent ? api.Spec.Schema(parent) : null)
            yield return level;
    }

    private static IEnumerable<JProperty> PropertiesOf(JObject schema) => (schema["properties"] as JObject ?? []).Properties();

    private static string Array(JToken? names) => names is JArray { Count: > 0 } ? $"[{string.Join(", ", names.Select(n => Literal.Of((string)n!)))}]" : "[]";

    private static string Constants(JObject schema) =>
        string.Concat(PropertiesOf(schema).Where(p => p.Value["x-constant"] is not null).Select(p => (p.Name, Value: p.Value["x-constant"]!))
            .Concat((schema["x-constants"] as JObject ?? []).Properties().Select(c => (c.Name, c.Value)))
            .Select(constant => $", {Literal.Of(constant.Name)}, {Literal.Of(Literal.Text(constant.Value))}"));
}
