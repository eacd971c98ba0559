using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Vonage.Core.Serialization;

namespace Vonage.Core.Tests;

internal sealed class ConverterTests
{
    [TestCase("2026-01-02T03:04:05Z", "2026-01-02T03:04:05Z")]
    [TestCase("2026-01-02T03:04:05.123Z", "2026-01-02T03:04:05.123Z")]
    [TestCase("2026-01-02T03:04:05.1234567Z", "2026-01-02T03:04:05.1234567Z")]
    [TestCase("2026-01-02T03:04:05.123456789Z", "2026-01-02T03:04:05.1234568Z")]
    [TestCase("2026-01-02T03:04:05+02:00", "2026-01-02T01:04:05Z")]
    [TestCase("2026-01-02T03:04:05+0200", "2026-01-02T01:04:05Z")]
    [TestCase("2026-01-02T03:04:05", "2026-01-02T03:04:05Z")]
    [TestCase("2026-01-02 03:04:05", "2026-01-02T03:04:05Z")]
    [TestCase("2026-01-02 03:04:05 +0000", "2026-01-02T03:04:05Z")]
    [TestCase("2026-01-02", "2026-01-02T00:00:00Z")]
    [TestCase("Fri, 02 Jan 2026 03:04:05 GMT", "2026-01-02T03:04:05Z")]
    public void Instants_are_read_in_many_forms_and_written_in_one(string read, string written)
    {
        var model = ApiJson.Deserialize<Instants>($$"""{"a":"{{read}}","b":"{{read}}"}""")!;
        Assert.That(model.A.Offset, Is.EqualTo(TimeSpan.Zero));
        Assert.That(ApiJson.Serialize(model), Is.EqualTo($$"""{"a":"{{written}}","b":"{{written}}"}"""));
    }

    [TestCase("01/02/2026 03:04:05")]
    [TestCase("yesterday")]
    [TestCase("2026-13-02")]
    [TestCase("26-01-02")]
    public void What_is_no_instant_is_refused_by_the_name_of_its_place(string text) =>
        Assert.That(
            () => ApiJson.Deserialize<Instants>($$"""{"b":"{{text}}"}"""),
            Throws.InstanceOf<JsonSerializationException>().With.Message.Not.Contains(text).And.Message.Contains("'b'"));

    [TestCase("null")]
    [TestCase("\"\"")]
    [TestCase("\" \"")]
    public void An_empty_text_is_an_unset_optional(string json)
    {
        var model = ApiJson.Deserialize<Optionals>($$"""{"instant":{{json}},"stamp":{{json}},"day":{{json}},"seconds":{{json}},"price":{{json}}}""")!;
        Assert.That(ApiJson.Serialize(model), Is.EqualTo("{}"));
    }

    [TestCase("""{"a":""}""")]
    [TestCase("""{"a":{}}""")]
    [TestCase("""{"a":[]}""")]
    public void What_must_be_there_must_be_there(string json) =>
        Assert.That(() => ApiJson.Deserialize<Instants>(json), Throws.InstanceOf<JsonSerializationException>());

    [Test]
    public void A_null_leaves_a_member_as_it_was() => Assert.That(ApiJson.Deserialize<Instants>("""{"a":null}""")!.A, Is.Default);

    [Test]
    public void An_instant_is_read_from_a_token_that_another_parser_made()
    {
        var token = new JObject { ["a"] = new JValue(new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc)) };
        Assert.That(token.ToObject<Instants>(ApiJson.Reflective.Serializer)!.A, Is.EqualTo(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero)));
    }

    [Test]
    public void A_format_of_the_apis_own_is_kept()
    {
        var model = ApiJson.Deserialize<Optionals>("""{"stamp":"2026-01-02 03:04:05"}""")!;
        Assert.That(model.Stamp, Is.EqualTo(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero)));
        model.Stamp = model.Stamp!.Value.ToOffset(TimeSpan.FromHours(5));
        Assert.That(ApiJson.Serialize(model), Is.EqualTo("""{"stamp":"2026-01-02 03:04:05"}"""));
        Assert.That(ApiJson.Deserialize<Optionals>("""{"stamp":"2026-01-02T03:04:05+01:00"}""")!.Stamp!.Value.Hour, Is.EqualTo(2));
        Assert.That(() => ApiJson.Deserialize<Optionals>("""{"stamp":"x"}"""), Throws.InstanceOf<JsonException>());
    }

    [Test]
    public void A_format_without_separators_is_read() =>
        Assert.That(ApiJson.Deserialize<Compact>("""{"at":"260102030405"}""")!.At, Is.EqualTo(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero)));

    [Test]
    public void A_day_is_its_midnight_in_utc()
    {
        Assert.That(ApiJson.Deserialize<Optionals>("""{"day":"2026-01-02"}""")!.Day, Is.EqualTo(new DateTimeOffset(2026, 1, 2, 0, 0, 0, TimeSpan.Zero)));
        Assert.That(ApiJson.Deserialize<Optionals>("""{"day":"2026-01-02T23:00:00Z"}""")!.Day!.Value.TimeOfDay, Is.EqualTo(TimeSpan.Zero));
        Assert.That(() => ApiJson.Deserialize<Optionals>("""{"day":"soon"}"""), Throws.InstanceOf<JsonException>());
    }

    [Test]
    public void A_day_keeps_its_date_in_every_offset() =>
        Assert.That(
            ApiJson.Serialize(new Optionals { Day = new DateTimeOffset(2026, 1, 2, 0, 0, 0, TimeSpan.FromHours(9)) }),
            Is.EqualTo("""{"day":"2026-01-02"}"""));

    [TestCase("30", 30)]
    [TestCase("\"30\"", 30)]
    [TestCase("0.5", 0.5)]
    [TestCase("-1", -1)]
    public void Durations_are_read_from_numbers_and_text(string json, double seconds) =>
        Assert.That(ApiJson.Deserialize<Optionals>($$"""{"seconds":{{json}}}""")!.Seconds, Is.EqualTo(TimeSpan.FromSeconds(seconds)));

    [TestCase("\"abc\"")]
    [TestCase("1e20")]
    public void What_is_no_duration_is_refused(string json) =>
        Assert.That(() => ApiJson.Deserialize<Optionals>($$"""{"seconds":{{json}}}"""), Throws.InstanceOf<JsonException>());

    [Test]
    public void Durations_are_written_as_a_count_of_their_unit()
    {
        var model = new Optionals { Seconds = TimeSpan.FromSeconds(90), Milliseconds = TimeSpan.FromSeconds(1.5), Minutes = TimeSpan.FromMinutes(2) };
        Assert.That(ApiJson.Serialize(model), Is.EqualTo("""{"seconds":90,"milliseconds":"1500","minutes":2}"""));
        Assert.That(ApiJson.Serialize(new Optionals { Minutes = TimeSpan.FromSeconds(90) }), Is.EqualTo("""{"minutes":1.5}"""));
    }

    [Test]
    public void A_duration_counts_a_unit_that_exists() =>
        Assert.That(() => new DurationConverter("fortnights"), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [TestCase("\"0.03330000\"", "0.03330000")]
    [TestCase("0.03330000", "0.03330000")]
    [TestCase("\"12\"", "12")]
    [TestCase("12", "12")]
    [TestCase("\"1e2\"", "100")]
    public void Decimals_in_text_keep_every_digit(string json, string written)
    {
        var model = ApiJson.Deserialize<Optionals>($$"""{"price":{{json}}}""")!;
        Assert.That(model.Price!.Value.ToString(CultureInfo.InvariantCulture), Is.EqualTo(written));
        Assert.That(ApiJson.Serialize(model), Is.EqualTo($$"""{"price":"{{written}}"}"""));
    }

    [Test]
    public void What_is_no_decimal_is_refused_and_shortened()
    {
        var text = new string('x', 200);
        Assert.That(
            () => ApiJson.Deserialize<Optionals>($$"""{"price":"{{text}}"}"""),
            Throws.InstanceOf<JsonException>().With.Message.Length.LessThan(150));
    }

    [TestCase("\"7\"", "7")]
    [TestCase("7", "7")]
    [TestCase("1.50", "1.50")]
    [TestCase("true", "true")]
    [TestCase("false", "false")]
    [TestCase("123456789012345678901234567890", "123456789012345678901234567890")]
    public void Text_may_come_as_a_number(string json, string text)
    {
        var model = ApiJson.Deserialize<Optionals>($$"""{"text":{{json}}}""")!;
        Assert.That(ApiJson.Serialize(model), Is.EqualTo($$"""{"text":"{{text}}"}"""));
    }

    [Test]
    public void Text_is_no_object_and_may_be_null()
    {
        Assert.That(ApiJson.Deserialize<Optionals>("""{"text":null}""")!.Text, Is.Null);
        Assert.That(() => ApiJson.Deserialize<Optionals>("""{"text":{}}"""), Throws.InstanceOf<JsonException>());
    }

    [Test]
    public void Null_is_written_where_a_member_asks_for_it() =>
        Assert.That(ApiJson.Serialize(new Nulls()), Is.EqualTo("""{"instant":null,"stamp":null,"day":null,"seconds":null,"price":null,"text":null}"""));

    [Test]
    public void Milliseconds_since_1970_are_a_number_and_read_as_a_text_too()
    {
        var written = ApiJson.Serialize(new Counted { At = DateTimeOffset.UnixEpoch.AddMilliseconds(1470257688309) });
        Assert.That(written, Is.EqualTo("""{"at":1470257688309}"""));
        foreach (var json in new[] { written, """{"at":"1470257688309"}""", """{"at":"2016-08-03T20:54:48.309Z"}""" })
            Assert.That(ApiJson.Deserialize<Counted>(json)!.At, Is.EqualTo(DateTimeOffset.UnixEpoch.AddMilliseconds(1470257688309)), json);
        Assert.That(() => ApiJson.Deserialize<Counted>("""{"at":"soon"}"""), Throws.InstanceOf<JsonException>());
    }

    [Test]
    public void Each_converter_knows_its_types()
    {
        var converters = new JsonConverter[] { new UtcDateTimeConverter(), new DateFormatConverter("yyyy"), new DayConverter() };
        Assert.That(converters.Select(c => c.CanConvert(typeof(DateTimeOffset?))), Is.All.True);
        Assert.That(converters.Select(c => c.CanConvert(typeof(DateTime))), Is.All.False);
        Assert.That(new DurationConverter("seconds").CanConvert(typeof(TimeSpan)), Is.True);
        Assert.That(new DecimalTextConverter().CanConvert(typeof(decimal?)), Is.True);
        Assert.That(new TextOrNumberConverter().CanConvert(typeof(string)), Is.True);
        Assert.That(new Kind.Converter().CanConvert(typeof(Kind?)), Is.True);
    }

    [Test]
    public void The_threads_culture_changes_nothing()
    {
        var before = CultureInfo.CurrentCulture;
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NegativeSign = "minus";
        culture.DateTimeFormat.TimeSeparator = ".";
        culture.DateTimeFormat.DateSeparator = ".";
        CultureInfo.CurrentCulture = culture;
        try
        {
            var model = new Optionals { Price = 1.5m, Minutes = TimeSpan.FromSeconds(90), Instant = DateTimeOffset.UnixEpoch, Day = DateTimeOffset.UnixEpoch };
            Assert.That(ApiJson.Serialize(model), Is.EqualTo("""{"instant":"1970-01-01T00:00:00Z","day":"1970-01-01","minutes":1.5,"price":"1.5"}"""));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private sealed class Instants
    {
        [JsonProperty("a")]
        public DateTimeOffset A { get; set; }

        [JsonProperty("b")]
        public DateTimeOffset? B { get; set; }
    }

    private sealed class Compact
    {
        [JsonProperty("at")]
        [JsonConverter(typeof(DateFormatConverter), "yyMMddHHmmss")]
        public DateTimeOffset At { get; set; }
    }

    private sealed class Counted
    {
        [JsonProperty("at")]
        [JsonConverter(typeof(DateFormatConverter), "unixtime-ms")]
        public DateTimeOffset At { get; set; }
    }

    private sealed class Optionals
    {
        [JsonProperty("instant")]
        public DateTimeOffset? Instant { get; set; }

        [JsonProperty("stamp")]
        [JsonConverter(typeof(DateFormatConverter), "yyyy-MM-dd HH:mm:ss")]
        public DateTimeOffset? Stamp { get; set; }

        [JsonProperty("day")]
        [JsonConverter(typeof(DayConverter))]
        public DateTimeOffset? Day { get; set; }

        [JsonProperty("seconds")]
        [JsonConverter(typeof(DurationConverter), "seconds", false)]
        public TimeSpan? Seconds { get; set; }

        [JsonProperty("milliseconds")]
        [JsonConverter(typeof(DurationConverter), "milliseconds", true)]
        public TimeSpan? Milliseconds { get; set; }

        [JsonProperty("minutes")]
        [JsonConverter(typeof(DurationConverter), "minutes", false)]
        public TimeSpan? Minutes { get; set; }

        [JsonProperty("price")]
        [JsonConverter(typeof(DecimalTextConverter))]
        public decimal? Price { get; set; }

        [JsonProperty("text")]
        [JsonConverter(typeof(TextOrNumberConverter))]
        public string? Text { get; set; }
    }

    private sealed class Nulls
    {
        [JsonProperty("instant", NullValueHandling = NullValueHandling.Include)]
        public DateTimeOffset? Instant { get; set; }

        [JsonProperty("stamp", NullValueHandling = NullValueHandling.Include)]
        [JsonConverter(typeof(DateFormatConverter), "yyyy")]
        public DateTimeOffset? Stamp { get; set; }

        [JsonProperty("day", NullValueHandling = NullValueHandling.Include)]
        [JsonConverter(typeof(DayConverter))]
        public DateTimeOffset? Day { get; set; }

        [JsonProperty("seconds", NullValueHandling = NullValueHandling.Include)]
        [JsonConverter(typeof(DurationConverter), "seconds", false)]
        public TimeSpan? Seconds { get; set; }

        [JsonProperty("price", NullValueHandling = NullValueHandling.Include)]
        [JsonConverter(typeof(DecimalTextConverter))]
        public decimal? Price { get; set; }

        [JsonProperty("text", NullValueHandling = NullValueHandling.Include)]
        [JsonConverter(typeof(TextOrNumberConverter))]
        public string? Text { get; set; }
    }
}
