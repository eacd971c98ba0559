using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Vonage.Core.Serialization;

namespace Vonage.Contract.Tests.Tolerance;

/// <summary>Replies and webhooks with every field that the documents and other libraries know: <c>Fixtures/API/Class.case.json</c>.</summary>
public class FixtureTests
{
    // What stays untyped, and why it may: nothing yet.
    private static readonly Dictionary<string, string[]> Untyped = new(StringComparer.Ordinal);

    // A field is written by its own name, whichever it was read by.
    private static readonly Dictionary<string, string> OtherNames = new(StringComparer.Ordinal) { ["credit-transfers"] = "credit_transfers", ["id"] = "credit_transfer_id" };

    private static readonly JsonSerializer Plain = JsonSerializer.Create(new JsonSerializerSettings
    {
        NullValueHandling = NullValueHandling.Ignore,
        FloatParseHandling = FloatParseHandling.Decimal,
        Culture = CultureInfo.InvariantCulture,
        Converters = { new UtcDateTimeConverter() },
    });

    private static IEnumerable<TestCaseData> Fixtures()
    {
        var root = Path.Combine(RepositoryFolder.Find(), "tests", "Vonage.Contract.Tests", "Fixtures");
        foreach (var file in Directory.EnumerateFiles(root, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var name = $"{Path.GetFileName(Path.GetDirectoryName(file))}/{Path.GetFileNameWithoutExtension(file)}";
            yield return new TestCaseData(name, File.ReadAllText(file)).SetArgDisplayNames(name);
        }
    }

    [TestCaseSource(nameof(Fixtures))]
    public void Is_read_and_written_back_without_loss(string name, string text)
    {
        var model = Read(name, text);
        var written = new StringWriter(CultureInfo.InvariantCulture);
        Plain.Serialize(written, model);
        Assert.That(Differences("", ApiJson.Deserialize<JToken>(text), ApiJson.Deserialize<JToken>(written.ToString())), Is.Empty);
    }

    [TestCaseSource(nameof(Fixtures))]
    public void Has_a_type_for_every_field(string name, string text) =>
        Assert.That(UntypedIn("", Read(name, text)).Order(StringComparer.Ordinal).ToArray(), Is.EqualTo(Untyped.GetValueOrDefault(name, []).Order(StringComparer.Ordinal).ToArray()));

    private static object Read(string name, string text)
    {
        var (api, type) = (name.Split('/')[0], name.Split('/', '.')[1]);
        var model = AllModels.All.Single(model => model.Name == type && model.Namespace == "Vonage." + api);
        return JsonConvert.DeserializeObject(text, model, ApiJson.CreateSettings())!;
    }

    private static IEnumerable<string> UntypedIn(string place, object? value) => value switch
    {
        ApiModel model => model.AdditionalProperties.Keys.Select(name => place + name)
            .Concat(model.GetType().GetProperties().Where(property => property.Name != nameof(ApiModel.AdditionalProperties) && property.GetIndexParameters().Length == 0)
                .SelectMany(property => UntypedIn($"{place}{property.Name}.", property.GetValue(model)))),
        JToken or string => [],
        System.Collections.IEnumerable items => items.Cast<object?>().SelectMany(item => UntypedIn(place, item)),
        _ => [],
    };

    private static IEnumerable<string> Differences(string place, JToken? sent, JToken? written) => (sent, written) switch
    {
        (JObject members, JObject others) => members.Properties().Select(member => member.Name).Where(name => others[name] is not null || !OtherNames.ContainsKey(name)).Union(others.Properties().Select(member => member.Name))
            .SelectMany(name => Differences($"{place}.{name}", members[name] ?? members.Properties().FirstOrDefault(member => OtherNames.GetValueOrDefault(member.Name) == name)?.Value, others[name])),
        (JArray items, JArray others) when items.Count == others.Count => items.Zip(others).SelectMany((pair, i) => Differences($"{place}[{i}]", pair.First, pair.Second)),
        (null or JValue { Value: null or "" } or JArray { Count: 0 } or JObject { Count: 0 }, null or JArray { Count: 0 } or JObject { Count: 0 }) => [],
        // One value or item stands for the object or list that has no other.
        (JValue value, JObject { Count: 1 } whole) => Differences(place, value, whole.Properties().Single().Value),
        (JArray { Count: 1 } list, not JArray and not null) => Differences(place, list[0], written),
        (not JArray and not null, JArray { Count: 1 } list) => Differences(place, sent, list[0]),
        (JValue value, JValue other) when Same(value, other) => [],
        _ => [$"{place}: {sent?.ToString(Formatting.None)} became {written?.ToString(Formatting.None)}"],
    };

    // A number may be text, and a time may have another form.
    private static bool Same(JValue value, JValue other)
    {
        var (a, b) = (value.ToString(CultureInfo.InvariantCulture), other.ToString(CultureInfo.InvariantCulture));
        return string.Equals(a, b, StringComparison.OrdinalIgnoreCase)
            || (decimal.TryParse(a, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && decimal.TryParse(b, NumberStyles.Float, CultureInfo.InvariantCulture, out var again) && number == again)
            || (TimeOf(a) is { } time && time == TimeOf(b));
    }

    private static DateTimeOffset? TimeOf(string text)
    {
        using var json = new JTokenReader(text);
        json.Read();
        try
        {
            return JsonRead.Time(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
