using Newtonsoft.Json.Linq;
using NSwag.CodeGeneration.CSharp;
using Vonage.Generator.Specs;

namespace Vonage.Generator.Emission;

/// <summary>Finds the C# type of a schema. What collections and unknown values become is set in <c>nswag.json</c>.</summary>
internal sealed class CSharpTypes(Spec spec, Target target, CSharpClientGeneratorSettings settings)
{
    /// <summary>Whether no provider's package has the credentials.</summary>
    public bool AreAlone => target.IsAlone;

    public CSharpType Of(JObject schema)
    {
        var reference = Spec.ReferenceOf(schema);
        var resolved = spec.Resolve(schema);
        var type = (string?)resolved["type"];
        return type switch
        {
            _ when resolved[Choices.Mark] is not null && reference is not null => new(TypeKind.Choice, reference),
            _ when resolved["enum"] is not null && reference is not null => new(TypeKind.Enum, reference) { IsWrittenAsNumber = type == "integer" },
            _ when resolved["x-union"] is not null || (resolved["properties"] is JObject { Count: var count } && (count > 0 || reference is not null)) => Model(reference ?? throw Unnamed(schema)),
            "array" => List(reference, resolved),
            "object" when resolved["additionalProperties"] is { } values and not JValue { Value: false } => Map(values),
            "object" when reference is not null => Model(reference),
            "boolean" => new(TypeKind.Flag, "bool"),
            "integer" => IsWide(resolved) ? new(TypeKind.LargeWhole, "long") : new(TypeKind.Whole, "int") { IsWrittenAsText = resolved["x-integer"] is not null },
            "number" => new(TypeKind.Number, "decimal") { IsWrittenAsText = resolved["x-decimal"] is not null },
            "string" => Text(resolved),
            _ => AnyJson,
        };
    }

    /// <summary>The name of a type as a method takes it.</summary>
    public string Input(CSharpType type) => type.Kind == TypeKind.List ? $"{settings.ParameterArrayType}<{type.Item!.Name}>" : type.Name;

    /// <summary>The name of a type as a method returns it.</summary>
    public string Output(CSharpType type) => type.Kind == TypeKind.List ? $"{settings.ResponseArrayType}<{type.Item!.Name}>" : type.Name;

    /// <summary>The members of an object, and if wanted those of the objects in it, by name.</summary>
    public IEnumerable<(string Name, CSharpType Type)> MembersOf(CSharpType type, bool isDeep)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var next = new Stack<(string Name, CSharpType Type)>([(string.Empty, type)]);
        while (next.TryPop(out var owner))
        {
            if (owner.Type.Kind == TypeKind.Model && !seen.Add(owner.Type.Name))
                continue;
            var members = owner.Type.Kind == TypeKind.Map
                ? [(owner.Name, owner.Type.Item!)]
                : (spec.Schema(owner.Type.Name)["properties"] as JObject ?? []).Properties().Select(p => (p.Name, Type: Of((JObject)p.Value))).ToList();
            foreach (var member in members)
            {
                yield return member;
                if (isDeep && member.Item2.Kind is TypeKind.Model or TypeKind.Map)
                    next.Push(member);
            }
        }
    }

    private CSharpType Model(string name) => new(TypeKind.Model, name) { IsShared = spec.SharedSchemas.Contains(name) };

    private bool IsWide(JObject schema) => (string?)schema["format"] switch
    {
        "int64" => true,
        "int32" => false,
        _ => Exceeds(schema["minimum"]) || Exceeds(schema["maximum"]) || (target.HasWideIntegers && (schema["minimum"] is null || schema["maximum"] is null)),
    };

    private static bool Exceeds(JToken? limit) => limit is not null && (decimal)limit is < int.MinValue or > int.MaxValue;

    private static CSharpType Text(JObject schema) => (string?)schema["format"] switch
    {
        "duration" => new(TypeKind.Duration, "TimeSpan") { Unit = UnitOf(schema), IsWhole = (string?)schema["x-wire-type"] != "number", IsWrittenAsText = (string?)schema["x-wire-type"] == "string" },
        "date-time" => new(TypeKind.Instant, "DateTimeOffset") { DateFormat = (string?)schema["x-date-format"] },
        "uri" => new(TypeKind.Address, "Uri"),
        "binary" => new(TypeKind.File, "FileContent"),
        _ => new(TypeKind.Text, "string") { IsTextOrNumber = schema["x-text-or-number"] is not null },
    };

    private static string UnitOf(JObject schema) => (string?)schema["x-duration"] is "milliseconds" or "seconds" or "minutes" or "hours" or "days"
        ? (string)schema["x-duration"]!
        : throw new SpecException($"x-duration: '{schema["x-duration"]}' is not one of milliseconds, seconds, minutes, hours, days.", schema["x-duration"]);

    private CSharpType List(string? reference, JObject schema)
    {
        var item = Item((JObject)schema["items"]!);
        return reference is not null
            ? new(TypeKind.NamedList, reference, item) { Instance = reference }
            : new(TypeKind.List, $"{settings.CSharpGeneratorSettings.ArrayType}<{item.Name}>", item) { Instance = $"{settings.CSharpGeneratorSettings.ArrayInstanceType}<{item.Name}>" };
    }

    private CSharpType Map(JToken values)
    {
        var value = values is JObject schema ? Item(schema) : AnyJson;
        return new(TypeKind.Map, $"{settings.CSharpGeneratorSettings.DictionaryType}<string, {value.Name}>", value) { Instance = $"{settings.CSharpGeneratorSettings.DictionaryInstanceType}<string, {value.Name}>" };
    }

    // An item that may be null keeps its place in a list as JSON.
    private CSharpType Item(JObject schema) => Of(schema) switch
    {
        { Kind: TypeKind.Map, Item.Kind: TypeKind.Json } => AnyJson,
        _ when IsNullable(schema) => AnyJson,
        var type => type,
    };

    /// <summary>Whether null is one of a schema's values.</summary>
    public bool IsNullable(JObject schema) => (bool?)schema["nullable"] == true || (bool?)spec.Resolve(schema)["nullable"] == true;

    private CSharpType AnyJson => new(TypeKind.Json, settings.CSharpGeneratorSettings.AnyType);

    private static SpecException Unnamed(JObject schema) => new($"The object at {schema.Path} has no name. Declare it under components.schemas and refer to it.", schema);
}
