using Newtonsoft.Json.Linq;
using Vonage.Generator.Specs;

namespace Vonage.Generator.Emission.Commands;

/// <summary>
/// Finds the fields of a document's schemas, as its author wrote them: a command line needs the wire's names and types, not those of the classes.
/// The members of objects stand beside the others, and the fields of a union's branches together.
/// </summary>
/// <param name="document">The document by itself.</param>
internal sealed class FieldReader(JObject document)
{
    // Deeper objects are written as JSON.
    private const int MostLevels = 3;

    /// <summary>The fields of a body that can be given one by one; without a class that knows them, also its limits and constants.</summary>
    public IReadOnlyList<FieldView> BodyFields(JObject schema, bool hasModel) =>
        [.. Collect(schema, string.Empty, isRequired: true, [], hasLimits: !hasModel, isReply: false).Where(f => !f.IsConstant || !hasModel)];

    /// <summary>The paths of the single values in every reply or item, for columns.</summary>
    public IReadOnlyList<string> Columns(JObject schema) =>
        [.. Collect(schema, string.Empty, isRequired: true, [], hasLimits: false, isReply: true).Where(f => f.Branches.Count == 0 && f.Kind is not ("Json" or "Any") && !f.Path.Contains("_links", StringComparison.Ordinal)).Select(f => f.Path.Replace('/', '.'))];

    /// <summary>A parameter.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="view">The same parameter as the client has it.</param>
    public FieldView Parameter(JObject parameter, ParameterView view)
    {
        var content = (parameter["content"] as JObject)?.Properties().FirstOrDefault();
        var schema = Merged(parameter["schema"] as JObject ?? content?.Value["schema"] as JObject ?? []);
        var required = (bool?)parameter["required"] == true;
        var field = Field(schema, view.WireName, required && !view.IsAccountKey && !view.IsApplication, (string?)parameter["description"], hasLimits: true);
        var style = (string?)parameter["style"] ?? "form";
        return field with
        {
            In = view.In,
            Style = content is not null ? "json" : style is "pipeDelimited" or "spaceDelimited" or "deepObject" ? style : field.IsList && (bool?)parameter["explode"] == false ? "joined" : null,
            From = view.IsAccountKey ? "account" : view.IsApplication ? "application" : null,
        };
    }

    /// <summary>The schema of a field by its path: <c>_embedded.calls</c>, <c>data[].data</c>.</summary>
    public JObject? At(JObject schema, string path)
    {
        var at = schema;
        foreach (var part in path.Split('.'))
        {
            var name = part.TrimEnd('[', ']');
            if (Merged(at)["properties"]?[name] is not JObject property)
                return null;
            at = name == part ? property : ItemsOf(property);
        }
        return at;
    }

    /// <summary>The schema of a list's items.</summary>
    public JObject ItemsOf(JObject list) => Merged(list)["items"] as JObject ?? [];

    /// <summary>The field of a reply that says how far something is: an enum called status.</summary>
    public string? StateOf(JObject schema) => (Merged(schema)["properties"] as JObject ?? []).Properties()
        .Where(p => p.Name == "status" || p.Name.EndsWith("_status", StringComparison.Ordinal)).OrderBy(p => p.Name.Length)
        .FirstOrDefault(p => Merged((JObject)p.Value)["enum"] is JArray { Count: > 1 } words && words.All(w => w.Type == JTokenType.String))?.Name;

    /// <summary>A part of the document: itself, or the component that it refers to.</summary>
    public JObject Dereference(JObject value)
    {
        while ((string?)value["$ref"] is { } reference)
            value = (JObject)reference[2..].Split('/').Aggregate((JToken)document, (at, part) => at[part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)]!);
        return value;
    }

    /// <summary>What a parameter or body says first of itself, in one line.</summary>
    public static string FirstLine(string? text) => string.Join(' ', (text ?? string.Empty).Split('\n').Select(line => line.Trim()).TakeWhile(line => line.Length > 0));

    // A schema with everything that it refers to or consists of; only its properties refer to others. Of several forms, it is the one that is written.
    private JObject Merged(JObject schema)
    {
        var source = Dereference(schema);
        if ((string?)source["x-form"] is { } form)
            return Merged((JObject)document["components"]!["schemas"]![form]!);
        if (source["allOf"] is not JArray parts)
            return source;
        var whole = new JObject();
        foreach (var part in parts.Cast<JObject>().Select(Merged).Append(source))
            foreach (var member in part.Properties().Where(m => m.Name != "allOf"))
                if (member.Name == "properties" && whole["properties"] is JObject properties)
                    foreach (var property in ((JObject)member.Value).Properties())
                        properties[property.Name] = property.Value;
                else if (member.Name == "required" && whole["required"] is JArray required)
                    foreach (var name in member.Value)
                        required.Add(name);
                else
                    whole[member.Name] = member.Value.DeepClone();
        return whole;
    }

    private List<FieldView> Collect(JObject schema, string path, bool isRequired, IReadOnlyList<string> ancestors, bool hasLimits, bool isReply)
    {
        var merged = Merged(schema);
        if (Unions.IsUnion(merged))
            return Union(merged, path, isRequired, ancestors, hasLimits, isReply);
        var fields = new List<FieldView>();
        foreach (var property in (merged["properties"] as JObject ?? []).Properties())
        {
            var value = (JObject)property.Value;
            var resolved = Merged(value);
            var needed = isRequired && merged["required"]?.Any(r => (string?)r == property.Name) == true;
            var at = path + property.Name;
            if (!isReply && (bool?)resolved["readOnly"] == true)
                continue;
            var name = Spec.ReferenceOf(value);
            if (IsPlainObject(resolved) && at.Count(c => c == '/') < MostLevels - 1 && (name is null || !ancestors.Contains(name)))
                fields.AddRange(Collect(value, at + "/", needed, name is null ? ancestors : [.. ancestors, name], hasLimits, isReply));
            else
                fields.Add(Field(resolved, at, needed, (string?)value["description"] ?? (string?)resolved["description"], hasLimits));
        }
        return fields;
    }

    private List<FieldView> Union(JObject union, string path, bool isRequired, IReadOnlyList<string> ancestors, bool hasLimits, bool isReply)
    {
        var discriminator = path + (string)union["discriminator"]!["propertyName"]!;
        var branches = union["oneOf"]!.Cast<JObject>().Select(branch => (Value: ValueOf(union, branch), Fields: Collect(branch, path, isRequired, ancestors, hasLimits, isReply))).ToList();
        var all = branches.SelectMany(b => b.Fields.Select(f => (Branch: b.Value, Field: f))).GroupBy(f => f.Field.Path).ToList();
        var summaries = all.Where(f => f.Key == discriminator).SelectMany(f => f.Select(s => s.Field.Summary)).Distinct().ToList();
        var fields = new List<FieldView> { new(discriminator, "Text", summaries is [var only] ? only : "Selects the kind, and so which other options apply.") { Values = [.. branches.Select(b => b.Value)], IsRequired = isRequired, IsDiscriminator = true } };
        foreach (var same in all.Where(f => f.Key != discriminator))
        {
            // What a branch says that chooses nothing is about its own value.
            var first = (same.FirstOrDefault(f => f.Field.IsDiscriminator) is { Field: not null } selector ? selector : same.First()).Field;
            var others = same.Select(f => f.Field).ToList();

            // A branch of which the kind is fixed does not ask for it.
            var choosing = same.Where(f => f.Field.IsDiscriminator).Select(f => f.Branch).ToList();
            var having = choosing.Count > 0 ? choosing : [.. same.Select(f => f.Branch)];
            fields.Add(first with
            {
                Kind = others.TrueForAll(f => f.Kind == first.Kind && f.IsList == first.IsList) ? first.Kind : "Any",
                IsList = others.TrueForAll(f => f.IsList),
                IsRequired = having.Count == branches.Count && others.TrueForAll(f => f.IsRequired),
                IsDiscriminator = choosing.Count > 0,
                IsConstant = others.TrueForAll(f => f.IsConstant) && others.TrueForAll(f => f.Values[0] == first.Values[0]),
                Values = [.. others.SelectMany(f => f.Values).Distinct()],
                Branches = having.Count == branches.Count ? [] : having,
                Limits = [],
            });
        }
        return fields;
    }

    private static string ValueOf(JObject union, JObject branch) =>
        (union["discriminator"]!["mapping"] as JObject ?? []).Properties().FirstOrDefault(m => (string?)m.Value == (string?)branch["$ref"])?.Name ?? Spec.ReferenceOf(branch)!;

    private FieldView Field(JObject schema, string path, bool isRequired, string? description, bool hasLimits)
    {
        var isList = (string?)schema["type"] == "array";
        var single = isList ? ItemsOf(schema) is var items && Merged(items) is var item ? item : [] : schema;
        var values = (single["enum"] as JArray ?? []).Where(v => v.Type is JTokenType.String or JTokenType.Integer).Select(Literal.Text).ToList();
        return new(path, KindOf(single), FirstLine(description ?? (string?)schema["description"]))
        {
            IsList = isList,
            IsRequired = isRequired,
            Values = values,
            IsConstant = isRequired && values.Count == 1 && !isList,
            Format = FormatOf(schema),
            Limits = hasLimits && !isList ? [.. FieldView.LimitsOf(schema)] : [],
        };
    }

    private static string KindOf(JObject schema) => (string?)schema["type"] switch
    {
        "string" => (string?)schema["format"] == "binary" ? "File" : "Text",
        "integer" => "Whole",
        "number" => "Number",
        "boolean" => "Flag",
        "object" or "array" => "Json",
        _ when Unions.IsUnion(schema) || schema["properties"] is not null => "Json",
        _ => "Any",
    };

    private static string? FormatOf(JObject schema) =>
        (string?)schema["x-date-format"] ?? ((string?)schema["format"] is "date-time" or "date" or "unixtime" or "unixtime-ms" ? (string?)schema["format"] : null);

    private static bool IsPlainObject(JObject schema) =>
        schema["properties"] is JObject { Count: > 0 } && (schema["oneOf"] ?? schema["anyOf"]) is null && (schema["additionalProperties"] is null or JValue { Value: false });
}
