using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Vonage.Core.Serialization;

namespace Vonage.AspNetCore.Tests.Models;

/// <summary>JSON that says the same in another way, and whether it does.</summary>
internal static partial class Payload
{
    /// <summary>Values that a field may have.</summary>
    public static string[] Words(string words) => words.Split(' ');

    public static JObject Parse(string json) => ApiJson.Deserialize<JObject>(json)!;

    /// <summary>Some of a payload's words, to tell it from others.</summary>
    public static string Label(string json)
    {
        var payload = Parse(json);
        string[] names = ["event", "type", "channel", "message_type", "status", "timestamp"];
        return string.Join(' ', names.Select(name => payload[name]).OfType<JValue>().Select(value => $"{value}").Take(3));
    }

    /// <summary>Numbers and booleans as text.</summary>
    public static string WithText(string json) => Change(json, value => value.Type is JTokenType.Integer or JTokenType.Float or JTokenType.Boolean ? Text(value) : null);

    /// <summary>Numbers in text as numbers.</summary>
    public static string WithNumbers(string json) => Change(json, value => value.Value is string text && NumberPattern().IsMatch(text) ? Number(text) : null);

    /// <summary>Times with a space, to the second, and without an offset.</summary>
    public static string WithPlainTimes(string json) => Change(json, value => value.Value is string text && TimePattern().IsMatch(text) ? $"{text[..10]} {text[11..19]}" : null);

    /// <summary>Asserts that a model, written again, says what it was read from, and nothing else.</summary>
    public static void AssertSame(string json, object model) => AssertSame(Parse(json), Parse(ApiJson.Serialize(model)), "");

    /// <summary>The fields that models have no property for.</summary>
    public static IEnumerable<string> UnknownFields(object? model) => model switch
    {
        null or string or JToken => [],
        IEnumerable items => items.Cast<object>().SelectMany(UnknownFields),
        _ when !model.GetType().IsClass || model is Uri => [],
        _ => model.GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public).SelectMany(property => property.Name == "AdditionalProperties"
            ? ((IDictionary<string, JToken>)property.GetValue(model)!).Keys.Select(name => $"{model.GetType().Name}: {name}")
            : UnknownFields(property.GetValue(model))),
    };

    private static void AssertSame(JToken expected, JToken? actual, string path)
    {
        switch (expected)
        {
            case JObject fields:
                Assert.That(actual, Is.InstanceOf<JObject>(), path);
                foreach (var field in fields.Properties().Where(field => !IsEmpty(field.Value)))
                    AssertSame(field.Value, actual![field.Name], $"{path}.{field.Name}");
                Assert.That(((JObject)actual!).Properties().Select(field => field.Name), Is.SubsetOf(fields.Properties().Select(field => field.Name)), path);
                break;
            case JArray items:
                Assert.That(actual, Is.InstanceOf<JArray>().And.Count.EqualTo(items.Count), path);
                foreach (var (item, index) in items.Select((item, index) => (item, index)))
                    AssertSame(item, actual![index], $"{path}[{index}]");
                break;
            default:
                Assert.That(actual is JValue value && IsSame(Text((JValue)expected), Text(value)), $"{path}: {expected} became {actual}");
                break;
        }
    }

    private static bool IsEmpty(JToken value) => value.Type == JTokenType.Null || value is JContainer { HasValues: false };

    private static bool IsSame(string a, string b) =>
        a == b
        || (decimal.TryParse(a, NumberStyles.Float, CultureInfo.InvariantCulture, out var x) && decimal.TryParse(b, NumberStyles.Float, CultureInfo.InvariantCulture, out var y) && x == y)
        || (TimePattern().IsMatch(a) && TimePattern().IsMatch(b) && ReadTime(a) == ReadTime(b));

    private static object Number(string text) => text.Contains('.', StringComparison.Ordinal) ? (object)decimal.Parse(text, CultureInfo.InvariantCulture) : long.Parse(text, CultureInfo.InvariantCulture);

    private static DateTimeOffset ReadTime(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static string Text(JValue value) => value.Type == JTokenType.Boolean ? value.Value is true ? "true" : "false" : Convert.ToString(value.Value, CultureInfo.InvariantCulture)!;

    private static string Change(string json, Func<JValue, object?> change)
    {
        var payload = Parse(json);
        foreach (var value in payload.Descendants().OfType<JValue>().ToList())
        {
            if (change(value) is { } other)
                value.Value = other;
        }

        return payload.ToString(Formatting.None);
    }

    [GeneratedRegex(@"^(0|[1-9][0-9]{0,14})(\.[0-9]+)?$")]
    private static partial Regex NumberPattern();

    [GeneratedRegex("^[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}:[0-9]{2}")]
    private static partial Regex TimePattern();
}
