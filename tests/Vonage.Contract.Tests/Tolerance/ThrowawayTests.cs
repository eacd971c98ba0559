using System.Reflection;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Vonage.Core.Serialization;

namespace Vonage.Contract.Tests.Tolerance;

public class ThrowawayTests
{
    private static readonly MethodInfo Deserialize = typeof(ApiJson).GetMethods().Single(method => method.Name == nameof(ApiJson.Deserialize) && method.GetParameters() is [{ ParameterType: var only }] && only == typeof(string));

    private static IEnumerable<Type> Models => AllModels.All.Where(type => typeof(IJsonReadable).IsAssignableFrom(type));

    [Test]
    public void Dates()
    {
        var odd = new[] { "2020-01-01T12:00:00.123456789Z", "2020-01-01T12:00:00+0000", "2020-01-01T12:00:00 +00:00", "2020-01-01 12:00:00 +0000 UTC", "2020-01-01 12:00:00.123", "Wed, 01 Jan 2020 12:00:00 GMT", "Wed, 01 Jan 2020 12:00:00 +0000", "1577880000", "1577880000.5", "1577880000000", "1577880000123456", "2001011200", "200101120000", "20200101120000", "2020-01-01T12:00Z", "2020-01-01T12:00", "2020-01-01 12:00", "2020/01/01 12:00:00", "01/02/2020", "2020-01-01T24:00:00Z", "2016-12-31T23:59:60Z", "0000-00-00 00:00:00", "2020-01-01T12:00:00,5Z", "2020-01-01t12:00:00z", "2020-01-01T12:00:00-00:00", "2020-01-01T12:00:00+14:00", "9999-12-31T23:59:59Z", "0001-01-01T00:00:00+14:00", "2020-W01-3", "/Date(1577880000000)/", "20200101T120000Z", "2020-01-01T12:00:00.Z", "0", "-1", "1e9", "2020-1-1 1:2:3", "2020-01-01", "20200101" };
        foreach (var text in odd)
            foreach (var json in new[] { JsonConvert.ToString(text), text })
            {
                if (json == text && !double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out _)) continue;
                try { var r = ApiJson.Deserialize<Vonage.Sms.SmsDeliveryReceipt>($$"""{"messageId":"0A","message-timestamp":{{json}},"scts":{{json}}}""")!; TestContext.Out.WriteLine($"{json}: {r.MessageTimestamp:o} scts {r.Scts:o}"); }
                catch (Exception e) { TestContext.Out.WriteLine($"{json}: !!! {e.GetType().Name} {e.Message}"); }
            }
    }

    // Each field by each of its twins: hyphen, underscore, camel.
    [Test]
    public void Twins()
    {
        foreach (var type in Models)
        {
            var names = type.GetProperties().Select(p => p.GetCustomAttribute<JsonPropertyAttribute>()?.PropertyName).OfType<string>().Where(n => n.Contains('-', StringComparison.Ordinal)).ToList();
            if (names.Count > 0) TestContext.Out.WriteLine($"{type.FullName}: {string.Join(", ", names)}");
        }
    }

    [TestCaseSource(nameof(Models))]
    public void Lists_with_null_and_wrapped(Type type)
    {
        var read = Deserialize.MakeGenericMethod(type).CreateDelegate<Func<string, object?>>();
        var whole = JObject.FromObject(ModelSample.Of(type), JsonSerializer.Create(new JsonSerializerSettings { NullValueHandling = NullValueHandling.Ignore, FloatParseHandling = FloatParseHandling.Decimal, Converters = { new UtcDateTimeConverter() } }));
        var faults = new List<string>();
        void Try(string what, JToken json)
        {
            try { if (read(json.ToString(Formatting.None)) is null) faults.Add(what + ": null"); }
            catch (Exception e) when (e is not JsonException) { faults.Add($"{what}: {e.GetType().Name} {e.Message}"); }
            catch (JsonException e) { faults.Add($"{what}: {e.Message}"); }
        }
        foreach (var array in whole.Descendants().OfType<JArray>().ToList())
        {
            var path = array.Path;
            var copy = (JObject)whole.DeepClone();
            ((JArray)copy.SelectToken(path)!).Add(JValue.CreateNull());
            Try("null in " + path, copy);
            copy = (JObject)whole.DeepClone();
            ((JArray)copy.SelectToken(path)!).Insert(0, JValue.CreateNull());
            Try("null first in " + path, copy);
        }
        foreach (var value in whole.Descendants().OfType<JValue>().ToList())
        {
            foreach (var other in new JToken[] { new JArray(value.DeepClone()), new JArray(value.DeepClone(), value.DeepClone()), value.Type is JTokenType.Integer or JTokenType.Float or JTokenType.Boolean ? new JValue(value.ToString(Formatting.None)) : value.DeepClone() })
            {
                var copy = (JObject)whole.DeepClone();
                copy.SelectToken(value.Path)!.Replace(other);
                Try($"{value.Path} = {other.ToString(Formatting.None)}", copy);
            }
        }
        Assert.That(faults, Is.Empty);
    }
}
