using Newtonsoft.Json.Linq;
using Vonage.Generator.Specs;

namespace Vonage.Generator.Overlays;

/// <summary>An OpenAPI Overlay 1.0: actions that change a document. Unlike the standard, it takes an action that changes nothing for a mistake.</summary>
internal static class Overlay
{
    private static readonly string[] Fields = ["overlay", "info", "extends", "actions"];
    private static readonly string[] ActionFields = ["target", "description", "update", "remove"];

    /// <summary>Changes a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="path">The overlay's file.</param>
    public static void Apply(JObject document, string path)
    {
        var overlay = YamlFile.Read(path);
        RefuseUnknown(overlay, Fields);
        if (overlay["overlay"] is not JValue version || !Text(version).StartsWith("1.0", StringComparison.Ordinal) && Text(version) != "1")
            throw new SpecException($"This is no overlay of a known version: {(overlay["overlay"] is null ? "it has no field 'overlay'" : $"'overlay' is {overlay["overlay"]}")}. Overlay 1.0 is supported: 'overlay: 1.0.0'.", overlay["overlay"] ?? overlay);
        if (overlay["actions"] is not JArray { Count: > 0 } actions)
            throw new SpecException("An overlay has a list of 'actions'.", overlay["actions"] ?? overlay);
        foreach (var action in actions)
            Act(document, action as JObject ?? throw new SpecException("An action is an object with a 'target', and 'update' or 'remove'.", action));
    }

    private static void Act(JObject document, JObject action)
    {
        RefuseUnknown(action, ActionFields);
        if (action["target"] is not JValue { Type: JTokenType.String } target)
            throw new SpecException("An action has a 'target': the JSONPath of what it changes.", action["target"] ?? action);
        if (action["remove"] is { } remove && remove.Type != JTokenType.Boolean)
            throw new SpecException("'remove' is true or false.", remove);
        var removes = (bool?)action["remove"] == true;
        if (removes == action["update"] is not null)
            throw new SpecException(removes ? "An action either removes its target or updates it. Write two actions." : "The action does nothing. Add 'update', or 'remove: true'.", action);
        var found = Find(document, target);
        if (found.Count == 0)
            throw new SpecException($"The target '{target}' finds nothing in the document. Correct the path, or remove the action.", target);
        foreach (var value in found)
            if (removes)
                Remove(value, target);
            else
                Update(value, action["update"]!);
    }

    private static IReadOnlyList<JToken> Find(JObject document, JValue target)
    {
        try
        {
            return JsonPath.Select(document, (string)target!);
        }
        catch (FormatException error)
        {
            throw new SpecException(error.Message, target);
        }
    }

    private static void Remove(JToken value, JToken at)
    {
        if (value.Parent is null)
            throw new SpecException("The whole document cannot be removed.", at);
        if (value.Parent is JProperty property)
            property.Remove();
        else
            value.Remove();
    }

    private static void Update(JToken value, JToken update)
    {
        if (value is JObject map)
            Merge(map, update as JObject ?? throw new SpecException($"The target {value.Path} is an object, so 'update' is one, too.", update));
        else if (value is JArray list)
            list.Add(update.DeepClone());
        else
            throw new SpecException($"The target {value.Path} is a single value. Update the object that it stands in.", update);
    }

    private static void Merge(JObject target, JObject update)
    {
        foreach (var property in update.Properties())
            if (target[property.Name] is JObject map && property.Value is JObject part)
                Merge(map, part);
            else if (target[property.Name] is JArray list && property.Value is JArray items)
                foreach (var item in items)
                    list.Add(item.DeepClone());
            else if (target.Property(property.Name) is { } old)
                old.Replace(property.DeepClone());
            else
                target.Add(property.DeepClone());
    }

    private static void RefuseUnknown(JObject value, string[] fields)
    {
        if (value.Properties().FirstOrDefault(p => !fields.Contains(p.Name) && !p.Name.StartsWith("x-", StringComparison.Ordinal)) is { } unknown)
            throw new SpecException($"Overlay 1.0 has no field '{unknown.Name}' here.{Core.NearestName.Suggest(unknown.Name, fields)}", unknown);
    }

    private static string Text(JValue value) => Convert.ToString(value.Value, System.Globalization.CultureInfo.InvariantCulture)!;
}
