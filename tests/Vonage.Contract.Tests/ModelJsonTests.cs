using System.Globalization;
using System.Reflection;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Vonage.Core.Pipeline;
using Vonage.Core.Serialization;
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

    private static IEnumerable<Type> Models => AllModels.Exported;

    [TestCaseSource(nameof(Models))]
    public void Generated_code_and_attributes_agree(Type type)
    {
        var model = ModelSample.Of(type);
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

    [TestCaseSource(nameof(Models))]
    public void Nothing_is_null_that_does_not_say_so(Type type)
    {
        if (ReadNothing(type) is not { } model)
            return;
        var nullability = new NullabilityInfoContext();
        var members = type.GetProperties().Where(member => !member.PropertyType.IsValueType && nullability.Create(member).ReadState == NullabilityState.NotNull);
        Assert.That(members.Where(member => member.GetValue(model) is null).Select(member => member.Name), Is.Empty);
    }

    [TestCaseSource(nameof(Models))]
    public void No_value_is_made_up(Type type)
    {
        if (ReadNothing(type) is null)
            return;
        var members = type.GetProperties().Where(member => member is { SetMethod.IsPublic: true, PropertyType.IsValueType: true });
        Assert.That(members.Where(member => Nullable.GetUnderlyingType(member.PropertyType) is null).Select(member => member.Name), Is.Empty);
    }

    [TestCaseSource(nameof(Models))]
    public void Lists_of_replies_are_read_only(Type type)
    {
        if (!typeof(IJsonReadable).IsAssignableFrom(type) || typeof(IValidatable).IsAssignableFrom(type))
            return;
        var lists = type.GetProperties().Where(member => member.PropertyType is { IsGenericType: true } list && list.GetGenericTypeDefinition() == typeof(IList<>));
        Assert.That(lists.Select(member => member.Name), Is.Empty);
    }

    [Test]
    public void Fields_of_a_class_derived_from_a_model_are_not_lost()
    {
        var derived = new Derived { Href = new("https://example.com/"), Title = "a" };
        Assert.That(ApiJson.Serialize((object)new[] { derived }), Is.EqualTo("""[{"title":"a","href":"https://example.com/"}]"""));
        Assert.That(ApiJson.Deserialize<Derived>("""{"title":"a","href":"b"}""")!.Title, Is.EqualTo("a"));
    }

    // Null for what is no reply, and for a reply that lacks what is guaranteed: an error that names the field.
    private static object? ReadNothing(Type type)
    {
        if (!typeof(IJsonReadable).IsAssignableFrom(type) || typeof(IResponseCheck).IsAssignableFrom(type))
            return null;
        try
        {
            return JsonConvert.DeserializeObject("{}", type, ApiJson.CreateSettings());
        }
        catch (JsonException error)
        {
            Assert.That(error.Message, Does.Match(@"^The field '\w.*' is missing\.$"));
            return null;
        }
    }

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
}
