using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Vonage.Core.Serialization;

namespace Vonage.Core.Tests;

/// <summary>What servers write in place of what the documents say.</summary>
internal sealed class JsonReadTests
{
    [TestCase("true", true)]
    [TestCase("\"TRUE\"", true)]
    [TestCase("1", true)]
    [TestCase("\"0\"", false)]
    [TestCase("\"\"", null)]
    [TestCase("null", null)]
    [TestCase("[true]", true)]
    [TestCase("[0,1]", false)]
    [TestCase("[]", null)]
    public void Flags(string json, bool? value) => Assert.That(Read(json, JsonRead.Flag), Is.EqualTo(value));

    [TestCase("12", 12)]
    [TestCase("\"12\"", 12)]
    [TestCase("12.0", 12)]
    [TestCase("\" \"", null)]
    [TestCase("null", null)]
    public void Whole_numbers(string json, int? value) => Assert.That(Read(json, JsonRead.Whole), Is.EqualTo(value));

    [TestCase("0.0450", "0.0450")]
    [TestCase("\"0.0450\"", "0.0450")]
    [TestCase("3", "3")]
    [TestCase("\"\"", null)]
    public void Numbers_keep_their_digits(string json, string? value) =>
        Assert.That(Read(json, JsonRead.Number)?.ToString(System.Globalization.CultureInfo.InvariantCulture), Is.EqualTo(value));

    [TestCase("12", "12")]
    [TestCase("1.50", "1.50")]
    [TestCase("true", "true")]
    [TestCase("\"\"", "")]
    [TestCase("null", null)]
    [TestCase("[12,{}]", "12")]
    [TestCase("[]", null)]
    [TestCase("[null]", null)]
    public void Text(string json, string? value) => Assert.That(Read(json, JsonRead.Text), Is.EqualTo(value));

    [TestCase("\"2026-01-02T03:04:05Z\"", 0)]
    [TestCase("\"2026-01-02T03:04:05.5Z\"", 5_000_000)]
    [TestCase("\"2026-01-02T03:04:05.1234567Z\"", 1_234_567)]
    [TestCase("\"2026-01-02T03:04:05.12345678Z\"", 1_234_568)]
    [TestCase("\"2026-01-02T05:04:05.000+02:00\"", 0)]
    [TestCase("\"2026-01-02 03:04:05\"", 0)]
    [TestCase("\"2026-01-02T03:04:05\"", 0)]
    [TestCase("\"Fri, 02 Jan 2026 03:04:05 GMT\"", 0)]
    [TestCase("\"20260102030405\"", 0)]
    [TestCase("20260102030405", 0)]
    [TestCase("1767323045", 0)]
    [TestCase("\"1767323045\"", 0)]
    [TestCase("1767323045500", 5_000_000)]
    public void Instants(string json, int ticks) => Assert.That(Read(json, JsonRead.Time), Is.EqualTo(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero).AddTicks(ticks)));

    [TestCase("\"2601020304\"", "2026-01-02T03:04:00Z")]
    [TestCase("\"260102030405\"", null)]
    [TestCase("\"1767323045\"", "2026-01-02T03:04:05Z")]
    [TestCase("\"20260102030405\"", "2026-01-02T03:04:05Z")]
    public void A_documented_format_comes_before_the_others(string json, string? value) =>
        Assert.That(() => Read(json, reader => JsonRead.Time(reader, "yyMMddHHmm")), value is null ? Throws.InstanceOf<JsonException>() : Is.EqualTo(DateTimeOffset.Parse(value, System.Globalization.CultureInfo.InvariantCulture)));

    [TestCase("\"2026-02-29T03:04:05Z\"")]
    [TestCase("\"123456789\"")]
    [TestCase("\"99999999999999\"")]
    [TestCase("\"2026-13-01T03:04:05Z\"")]
    [TestCase("\"2026-01-02T24:04:05Z\"")]
    [TestCase("\"2026-01-02T03:60:05Z\"")]
    [TestCase("\"2026-01-02T03:04:05.Z\"")]
    [TestCase("\"2026-01-02T03:04:05.xZ\"")]
    [TestCase("\"0000-01-02T03:04:05Z\"")]
    [TestCase("\"20x6-01-02T03:04:05Z\"")]
    [TestCase("\"01/02/2026\"")]
    public void What_is_no_instant_is_refused(string json) => Assert.That(() => Read(json, JsonRead.Time), Throws.InstanceOf<JsonException>());

    [TestCase("\"maybe\"")]
    [TestCase("{}")]
    [TestCase("[[true]]")]
    public void What_is_no_flag_is_refused(string json) => Assert.That(() => Read(json, JsonRead.Flag), Throws.InstanceOf<JsonException>());

    [TestCase("12.5")]
    [TestCase("3000000000")]
    [TestCase("\"x\"")]
    [TestCase("99999999999999999999")]
    public void What_is_no_whole_number_is_refused(string json) => Assert.That(() => Read(json, JsonRead.Whole), Throws.InstanceOf<JsonException>());

    [TestCase("""{"status":"Dear Ann"}""", "Int64")]
    [TestCase("""{"status":["Dear Ann"]}""", "Int64")]
    [TestCase("""{"status":{"a":"Dear Ann"}}""", "single value")]
    [TestCase("""{"status":[["Dear Ann"]]}""", "single value")]
    public void An_error_names_the_required_field_and_the_kind_but_not_the_value(string json, string kind) =>
        Assert.That(
            () => ApiJson.Deserialize<CheckedReply>(json),
            Throws.InstanceOf<JsonException>().With.Message.Contains("'status").And.Message.Contains(kind).And.Message.Not.Contains("Ann"));

    [TestCase("""{"invalid_parameters":7,"detail":"x"}""", "invalid_parameters", "7")]
    [TestCase("""{"title":{"a":[1]},"detail":"x"}""", "title", """{"a":[1]}""")]
    [TestCase("""{"invalid_parameters":["Dear Ann",{"name":"to"}],"detail":"x"}""", "invalid_parameters", """["Dear Ann",{"name":"to"}]""")]
    [TestCase("""{"title":[["a"]],"detail":"x"}""", "title", """[["a"]]""")]
    public void An_optional_value_of_another_type_is_kept_with_the_unknown_fields_and_written_again(string json, string field, string value)
    {
        var problem = ApiJson.Deserialize<ApiProblem>(json)!;
        Assert.That(problem.Detail, Is.EqualTo("x"));
        Assert.That(problem.AdditionalProperties[field].ToString(Formatting.None), Is.EqualTo(value));
        Assert.That(JToken.DeepEquals(JToken.Parse(ApiJson.Serialize(problem)), JToken.Parse(json)), Is.True);
    }

    [TestCase("1e300")]
    [TestCase("-1.5E+99")]
    [TestCase("99999999999999999999999999999.5")]
    public void A_number_that_no_decimal_holds_is_kept_as_it_is_written(string number)
    {
        var thing = ApiJson.Deserialize<Thing>($$"""{"name":"a","count":{{number}},"more":0.50}""")!;
        Assert.That((thing.Name, thing.Count, (string?)thing.AdditionalProperties["count"]), Is.EqualTo(("a", (int?)null, number)));
        Assert.That(thing.AdditionalProperties["more"].ToString(Formatting.None), Is.EqualTo("0.50"));
    }

    [Test]
    public void An_odd_value_in_a_stream_that_is_read_only_once_costs_nothing_else()
    {
        using var file = new MemoryStream(System.Text.Encoding.UTF8.GetBytes("""{"count":"x","name":"a"}"""));
        using var stream = new System.IO.Compression.BrotliStream(Compressed(file), System.IO.Compression.CompressionMode.Decompress);
        var thing = ApiJson.Deserialize<Thing>(stream)!;
        Assert.That((thing.Name, (string?)thing.AdditionalProperties["count"]), Is.EqualTo(("a", "x")));
    }

    [Test]
    public void A_list_stands_for_its_first_item_where_one_value_is_documented() =>
        Assert.That(ApiJson.Deserialize<Thing>("""{"name":["a","b"],"count":[1],"kind":["small"],"when":[],"more":true}"""), Is.EqualTo(new Thing { Name = "a", Count = 1, Kind = Kind.Small, AdditionalProperties = { ["more"] = true } }).UsingPropertiesComparer());

    [Test]
    public void One_item_stands_for_a_list_of_it()
    {
        Assert.That(ApiJson.Deserialize<Thing>("""{"tags":"a"}""")!.Tags, Is.EqualTo((string[])["a"]));
        var problem = ApiJson.Deserialize<ApiProblem>("""{"invalid_parameters":{"name":"to","more":1}}""")!;
        Assert.That(problem.InvalidParameters.Single().Name, Is.EqualTo("to"));
        Assert.That(problem.AdditionalProperties, Is.Empty);
    }

    [Test]
    public void An_object_may_come_as_text() =>
        Assert.That(ApiJson.Deserialize<HalLink>(JsonConvert.ToString("""{"href":"a"}"""))!.Href, Is.EqualTo("a"));

    [TestCase("\"text\"")]
    [TestCase("[[]]")]
    [TestCase("{\"href\":\"a\"")]
    [TestCase("{\"href\":\"a\"}{}")]
    [TestCase("{\"href\":\"a\"},")]
    public void What_is_no_object_is_refused(string json) => Assert.That(() => ApiJson.Deserialize<HalLink>(json), Throws.InstanceOf<JsonException>());

    [TestCase("/*a*/{/*b*/\"href\":/*d*/\"a\"/*e*/,\"new\":[1,/*f*/2]}/*g*/")]
    public void Comments_say_nothing(string json) => Assert.That(ApiJson.Deserialize<HalLink>(json)!.Href, Is.EqualTo("a"));

    [TestCase("")]
    [TestCase("null")]
    [TestCase("\"\"")]
    [TestCase("[]")]
    public void Nothing_is_null(string json) => Assert.That(ApiJson.Deserialize<HalLink>(json), Is.Null);

    [Test]
    public void Names_are_told_apart_although_they_share_a_place_in_the_table()
    {
        var names = Enumerable.Range(0, 5000).Select(i => $"name-{i}").ToList();
        var link = ApiJson.Deserialize<HalLink>($$"""{{{string.Join(',', names.Select((name, i) => $"\"{name}\":{i}"))}}}""")!;
        Assert.That(link.AdditionalProperties.Select(field => (field.Key, (int)field.Value)), Is.EqualTo(names.Select((name, i) => (name, i))));
    }

    private static MemoryStream Compressed(Stream file)
    {
        var compressed = new MemoryStream();
        using (var writer = new System.IO.Compression.BrotliStream(compressed, System.IO.Compression.CompressionMode.Compress, leaveOpen: true))
            file.CopyTo(writer);
        compressed.Position = 0;
        return compressed;
    }

    private static T? Read<T>(string json, Func<JsonReader, T?> read)
    {
        using var reader = new JsonTextReader(new StringReader(json)) { DateParseHandling = DateParseHandling.None, FloatParseHandling = FloatParseHandling.Decimal };
        reader.Read();
        return read(reader);
    }
}
