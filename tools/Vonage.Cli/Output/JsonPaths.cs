using System.Globalization;
using Newtonsoft.Json.Linq;
using Vonage.Core.Pipeline;
using Vonage.Core.Serialization;

namespace Vonage.Cli;

/// <summary>Fields of JSON by their paths.</summary>
internal static class JsonPaths
{
    /// <summary>The field at a path such as <c>_embedded.calls</c> or <c>data[].data</c>; <see langword="null"/> if there is none.</summary>
    public static JToken? Wire(this JToken json, string path)
    {
        var at = (JToken?)json;
        var names = path.Split('.');
        for (var i = 0; i < names.Length && at is not null; i++)
        {
            var name = names[i].Replace("[]", string.Empty, StringComparison.Ordinal);
            at = (at as JObject)?[name];
            if (name != names[i] && at is JArray list && string.Join('.', names[(i + 1)..]) is { Length: > 0 } rest)
                return new JArray(list.Select(item => item.Wire(rest)).OfType<JToken>());
        }

        return at is JValue { Value: null } ? null : at;
    }

    /// <summary>The items of a list, read as the SDK reads them: one item may stand in its place, and what is no list would look like an empty one.</summary>
    public static JArray Items(this JToken json, string path) => json.Wire(path) switch
    {
        null => [],
        JArray list => list,
        JObject item => new JArray(item),
        var other => throw new UnreadableValueException($"A list was expected at '{path}', not {other.Type}."),
    };

    /// <summary>Whether the field at a path is a single value, or is simply not there: nothing else than an object is in its way.</summary>
    public static bool LeadsTo(this JToken json, string path)
    {
        JToken? at = json;
        foreach (var name in path.Split('.'))
        {
            if (at is not JObject members)
                return at is null or JValue { Value: null };
            at = members[name];
        }

        return at is null or JValue;
    }

    /// <summary>A whole number, which may be written as text.</summary>
    public static int? Count(this JToken json, string path) =>
        json.Wire(path) is JValue value && int.TryParse(WireFormat.Json(value), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count) ? count : null;

    /// <summary>A value for a cell: single values as text, everything else as JSON.</summary>
    public static string Cell(this JToken? value) => value switch
    {
        null => string.Empty,
        JArray list when list.All(item => item is JValue) => string.Join(", ", list.Select(WireFormat.Json)),
        _ => WireFormat.Json(value) ?? string.Empty,
    };

    /// <summary>The single values of an object by their paths.</summary>
    public static IEnumerable<(string Path, JToken Value)> Leaves(this JToken json, string path = "") => json switch
    {
        JObject members => members.Properties().SelectMany(member => member.Value.Leaves(path.Length == 0 ? member.Name : $"{path}.{member.Name}")),
        JArray list when list.Any(item => item is JContainer) => list.SelectMany((item, i) => item.Leaves($"{path}[{i.ToString(CultureInfo.InvariantCulture)}]")),
        JArray { Count: 0 } => [],
        _ => [(path, json)],
    };
}
