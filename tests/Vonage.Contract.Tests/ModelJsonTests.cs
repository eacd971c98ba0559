using System.Globalization;
using System.Reflection;
using JsonSubTypes;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Vonage;
using Vonage.Core;
using TextJson = System.Text.Json.JsonSerializer;

namespace Vonage.Contract.Tests;

/// <summary>
/// Models read and write themselves by generated code, a request's only write and a reply's only read; their attributes say the same to
/// any other serializer. Each model, with all its fields set, must be the same JSON both ways, and come back from it.
/// </summary>
public class ModelJsonTests
{
    private static readonly JsonSerializer Plain = JsonSerializer.Create(new JsonSerializerSettings
    {
        NullValueHandling = NullValueHandling.Ignore,
        DateParseHandling = DateParseHandling.None,
        FloatParseHandling = FloatParseHandling.Decimal,
        Culture = CultureInfo.InvariantCulture,
        Converters = { new UtcDateTimeConverter() },
    });

    private static IEnumerable<Type> Models => Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll")
        .Where(file => Path.GetFileName(file).Split('.') is ["Vonage" or "Flowroute", .., not "Tests", "dll"])
        .SelectMany(file => Assembly.LoadFrom(file).GetExportedTypes())
        .Where(type => IsModel(type) && type is { IsClass: true, IsAbstract: false })
        .OrderBy(type => type.FullName, StringComparer.Ordinal);

    [TestCaseSource(nameof(Models))]
    public void Generated_code_and_attributes_agree(Type type)
    {
        var model = Sample.Of(type);
        var json = WriteByAttributes(model);
        using (Assert.EnterMultipleScope())
        {
            if (model is IJsonWritable writable)
                Assert.That(Sorted(ApiJson.Serialize(writable)), Is.EqualTo(Sorted(json)), "written by generated code");
            if (model is IJsonReadable)
                Assert.That(Sorted(WriteByAttributes(JsonConvert.DeserializeObject(json, type, ApiJson.CreateSettings())!)), Is.EqualTo(Sorted(json)), "read by generated code");
            Assert.That(Sorted(WriteByAttributes(ReadByAttributes(json, type)!)), Is.EqualTo(Sorted(json)), "read by attributes");
            Assert.That(Sorted(TextJson.Serialize(model, type)), Is.EqualTo(Sorted(json)), "written by System.Text.Json");
            Assert.That(Sorted(WriteByAttributes(TextJson.Deserialize(json, type)!)), Is.EqualTo(Sorted(json)), "read by System.Text.Json");
        }
    }

    [Test]
    public void Fields_of_a_class_derived_from_a_model_are_not_lost()
    {
        var derived = new Derived { Href = new("https://example.com/"), Title = "a" };
        Assert.That(ApiJson.Serialize((object)new[] { derived }), Is.EqualTo("""[{"title":"a","href":"https://example.com/"}]"""));
        Assert.That(ApiJson.Deserialize<Derived>("""{"title":"a","href":"b"}""")!.Title, Is.EqualTo("a"));
    }

    private static bool IsModel(Type type) => typeof(IJsonReadable).IsAssignableFrom(type) || typeof(IJsonWritable).IsAssignableFrom(type);

    private static string WriteByAttributes(object model)
    {
        var text = new StringWriter(CultureInfo.InvariantCulture);
        Plain.Serialize(text, model);
        return text.ToString();
    }

    private static object? ReadByAttributes(string json, Type type)
    {
        using var reader = new JsonTextReader(new StringReader(json));
        return Plain.Deserialize(reader, type);
    }

    // The order of fields has no meaning, and an empty list, which other serializers write, is none.
    private static string Sorted(string json)
    {
        return Sort(ApiJson.Deserialize<JToken>(json)!).ToString();

        static JToken Sort(JToken token) => token switch
        {
            JObject members => new JObject(members.Properties().Where(member => member.Value is not JArray { Count: 0 }).OrderBy(member => member.Name, StringComparer.Ordinal).Select(member => new JProperty(member.Name, Sort(member.Value)))),
            JArray items => new JArray(items.Select(Sort)),
            _ => token,
        };
    }

    private sealed class Derived : HalLink
    {
        [JsonProperty("title", Order = -1)]
        public string? Title { get; set; }
    }

    /// <summary>Objects with all their fields set.</summary>
    private static class Sample
    {
        private const int MaxDepth = 4;

        public static object Of(Type type, int depth = 0)
        {
            var model = Activator.CreateInstance(type, nonPublic: true)!;
            Fill(model, depth);
            return model;
        }

        private static void Fill(object model, int depth)
        {
            foreach (var property in model.GetType().GetProperties())
            {
                if (property.Name == nameof(HalLink.AdditionalProperties))
                    ((IDictionary<string, JToken>)property.GetValue(model)!)["x-more"] = new JObject { ["a"] = 1.50m };
                else if (property.SetMethod is { IsPublic: true } && ValueOf(property.PropertyType, depth) is { } value)
                    property.SetValue(model, value);
                else if (property.SetMethod is null && property.GetValue(model) is { } inner && IsModel(inner.GetType()))
                    Fill(inner, depth + 1);
            }
        }

        private static object? ValueOf(Type type, int depth)
        {
            type = Nullable.GetUnderlyingType(type) ?? type;
            if (type == typeof(string))
                return "téxt \"1\"";
            if (type == typeof(int))
                return 3;
            if (type == typeof(long))
                return 5_000_000_000;
            if (type == typeof(decimal))
                return 0.50m;
            if (type == typeof(bool))
                return true;
            if (type == typeof(Uri))
                return new Uri("https://example.com/a%20b?c=d");
            if (type == typeof(DateTimeOffset))
                return new DateTimeOffset(2026, 1, 2, 0, 0, 0, TimeSpan.Zero);
            if (type == typeof(TimeSpan))
                return TimeSpan.FromMinutes(2);
            if (typeof(JToken).IsAssignableFrom(type))
                return new JObject { ["b"] = new JArray(1, "2") };
            if (typeof(IExtensibleEnum).IsAssignableFrom(type))
                return Activator.CreateInstance(type, "word");
            if (depth > MaxDepth)
                return null;
            if (IsModel(type))
                return Of(type.GetCustomAttributes<JsonSubtypes.KnownSubTypeAttribute>(inherit: false).FirstOrDefault()?.SubType ?? type, depth + 1);
            return type.IsGenericType || type.BaseType is { IsGenericType: true } ? Collection(type, depth) : null;
        }

        private static object? Collection(Type type, int depth)
        {
            var arguments = (type.IsGenericType ? type : type.BaseType!).GetGenericArguments();
            if (ValueOf(arguments[^1], depth) is not { } item)
                return null;
            if (arguments.Length == 2)
            {
                var map = (System.Collections.IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(arguments))!;
                map["key"] = item;
                return map;
            }

            var list = (System.Collections.IList)Activator.CreateInstance(type.IsInterface ? typeof(List<>).MakeGenericType(arguments) : type)!;
            list.Add(item);
            return list;
        }
    }
}
