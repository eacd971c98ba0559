using System.Globalization;
using System.Reflection;
using JsonSubTypes;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Vonage.Core.Serialization;

namespace Vonage.Contract.Tests.Tolerance;

/// <summary>Every field of every model, as anything else than documented. What is optional costs nothing else, and what is required is named.</summary>
public class FuzzTests
{
    private static readonly string[] Odd =
    [
        "null", "\"\"", "\"text\"", "\"0,03\"", "\"not a date\"", "\"20200101100000\"", "\"1234567890\"", "\"{\"", "\"{\\\"a\\\":1}\"", "12", "-1", "3000000000", "99999999999999999999", "1e300", "0.5", "true",
        "[]", "[\"a\"]", "[1,{}]", "[{}]", "[[1]]", "[null]", "{}", "{\"a\":1}", "{\"a\":{\"b\":[]}}",
    ];

    private static readonly JsonSerializer Plain = JsonSerializer.Create(new JsonSerializerSettings
    {
        NullValueHandling = NullValueHandling.Ignore,
        FloatParseHandling = FloatParseHandling.Decimal,
        Culture = CultureInfo.InvariantCulture,
        Converters = { new UtcDateTimeConverter() },
    });

    private static readonly MethodInfo Deserialize = typeof(ApiJson).GetMethods().Single(method => method.Name == nameof(ApiJson.Deserialize) && method.GetParameters() is [{ ParameterType: var only }] && only == typeof(string));

    private static readonly MethodInfo Requires = typeof(HalLink).BaseType!.GetMethod("Requires", BindingFlags.Instance | BindingFlags.NonPublic)!;

    private static IEnumerable<Type> Models => AllModels.All.Where(type => typeof(IJsonReadable).IsAssignableFrom(type));

    [TestCaseSource(nameof(Models))]
    public void A_field_of_another_type_costs_no_other_and_is_not_lost(Type type)
    {
        var read = Deserialize.MakeGenericMethod(type).CreateDelegate<Func<string, object?>>();
        var sample = ModelSample.Of(type);
        var members = JObject.FromObject(sample, Plain);
        var faults = new List<string>();
        foreach (var name in members.Properties().Select(member => member.Name).Where(name => name != "x-more").ToList())
        {
            foreach (var odd in Odd)
            {
                var json = "{" + string.Join(',', members.Properties().Select(member => $"\"{member.Name}\":{(member.Name == name ? odd : member.Value.ToString(Formatting.None))}")) + "}";
                if (Fault(read, sample, json, name, odd) is { } fault)
                    faults.Add($"{name} = {odd}: {fault}");
            }
        }

        Assert.That(faults, Is.Empty);
    }

    [TestCaseSource(nameof(Models))]
    public void A_missing_field_is_named_or_stays_missing(Type type)
    {
        var read = Deserialize.MakeGenericMethod(type).CreateDelegate<Func<string, object?>>();
        var sample = ModelSample.Of(type);
        var whole = JObject.FromObject(sample, Plain);
        var faults = new List<string>();
        foreach (var name in whole.Properties().Select(member => member.Name).Where(name => name != "x-more"))
        {
            var members = (JObject)whole.DeepClone();
            members.Remove(name);
            if (FaultOfMissing(read, whole, members, name) is { } fault)
                faults.Add($"{name}: {fault}");
        }

        if (FaultOfMissing(read, whole, [], "") is { } none)
            faults.Add(none);
        Assert.That(faults, Is.Empty);
    }

    private static string? KindOf(Type type) => (string?)type.GetCustomAttributes<JsonConverterAttribute>(inherit: false).FirstOrDefault(converter => converter.ConverterType == typeof(JsonSubtypes))?.ConverterParameters?[0];

    private static bool IsKind(Type? type, string name) => type is not null && (name == KindOf(type) || IsKind(type.BaseType, name));

    private static string? FaultOfMissing(Func<string, object?> read, JObject whole, JObject members, string name)
    {
        try
        {
            var written = JObject.FromObject(read(members.ToString(Formatting.None))!, Plain);
            var added = written.Properties().Select(member => member.Name).Except(members.Properties().Select(member => member.Name)).Where(added => IsMadeUp(written[added]!, whole[added]));
            return string.Join(", ", added) is { Length: > 0 } names ? $"made up {names}" : null;
        }
        catch (JsonException error)
        {
            return error.Message.Contains($"'{name}' is missing", StringComparison.Ordinal) || (name.Length == 0 && error.Message.EndsWith("is missing.", StringComparison.Ordinal)) ? null : error.Message;
        }
    }

    // A class may stand for a constant, such as the type of an event.
    private static bool IsMadeUp(JToken value, JToken? constant) => value switch
    {
        JContainer => value.Values().Any(inner => IsMadeUp(inner, null)),
        JValue { Value: string { Length: > 0 } } => !JToken.DeepEquals(value, constant),
        _ => true,
    };

    private static string? Fault(Func<string, object?> read, object sample, string json, string name, string odd)
    {
        object model;
        try
        {
            model = read(json)!;
        }
        catch (JsonException error)
        {
            return error.Message.Contains(name, StringComparison.Ordinal) && (IsKind(sample.GetType(), name) || (bool)Requires.Invoke(sample, [name])!)
                ? null
                : $"{error.GetType().Name}: {error.Message}";
        }

        var written = JObject.FromObject(model, Plain);
        if (odd is "null" or "\"\"" or "[]" or "[null]" || written[name] is not null)
            return written.Property("x-more") is null ? "the rest is lost" : null;
        return "is lost";
    }
}
