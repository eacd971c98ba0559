using System.Globalization;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Vonage.Core.Serialization;

namespace Vonage.Core.Tests;

internal sealed class ApiJsonTests
{
    [Test]
    public void Unset_members_and_empty_collections_are_not_written()
    {
        var thing = new Thing { Name = "a" };
        Assert.That(thing.Tags, Is.Empty);
        Assert.That(ApiJson.Serialize(thing), Is.EqualTo("""{"name":"a"}"""));
    }

    [Test]
    public void An_empty_collection_is_written_where_the_member_asks_for_it() =>
        Assert.That(ApiJson.Serialize(new Collections()), Is.EqualTo("""{"wanted":[],"text":""}"""));

    [Test]
    public void Collections_of_every_kind_are_written_when_they_hold_something()
    {
        var all = new Collections { List = ["a"], Set = { "b" }, Map = { ["k"] = 1 }, Lazy = Enumerable.Repeat(7, 1), Token = [] };
        Assert.That(ApiJson.Serialize(all), Is.EqualTo("""{"wanted":[],"text":"","list":["a"],"set":["b"],"map":{"k":1},"lazy":[7],"token":[]}"""));
    }

    [Test]
    public void Decimals_keep_every_digit()
    {
        var thing = ApiJson.Deserialize<Thing>("""{"price":0.03330000}""")!;
        Assert.That(thing.Price!.Value.ToString(CultureInfo.InvariantCulture), Is.EqualTo("0.03330000"));
        Assert.That(ApiJson.Serialize(thing), Is.EqualTo("""{"price":0.03330000}"""));
    }

    [Test]
    public void Unknown_members_come_back_as_they_were()
    {
        const string json = """{"name":"a","new":{"at":"2026-01-02T03:04:05+02:00","n":1.10}}""";
        var thing = ApiJson.Deserialize<Thing>(json)!;
        Assert.That((string?)thing.AdditionalProperties["new"]["at"], Is.EqualTo("2026-01-02T03:04:05+02:00"));
        Assert.That(ApiJson.Serialize(thing), Is.EqualTo(json));
    }

    [Test]
    public void An_unknown_word_survives_a_round_trip() =>
        Assert.That(ApiJson.Serialize(ApiJson.Deserialize<Thing>("""{"kind":"enormous"}""")!), Is.EqualTo("""{"kind":"enormous"}"""));

    [Test]
    public void A_word_may_be_null_where_it_may_be_missing()
    {
        Assert.That(ApiJson.Deserialize<Thing>("""{"kind":null}""")!.Kind, Is.Null);
        Assert.That(ApiJson.Deserialize<IList<Kind>>("[null,\"small\",7,true]")!.Aggregate("", (all, kind) => $"{all}<{kind.Value}>"), Is.EqualTo("<><small><7><true>"));
    }

    [Test]
    public void A_type_named_in_the_text_is_only_text()
    {
        const string json = """{"$type":"System.IO.FileInfo, System.Private.CoreLib","$ref":"1","name":"a"}""";
        var thing = ApiJson.Deserialize<Thing>(json)!;
        Assert.That(string.Join(" ", thing.AdditionalProperties.Keys), Is.EqualTo("$type $ref"));
    }

    [Test]
    public void Deep_nesting_is_refused() =>
        Assert.That(() => ApiJson.Deserialize<JToken>(new string('[', 100) + new string(']', 100)), Throws.InstanceOf<JsonException>());

    [Test]
    public void Text_after_the_end_is_refused() => Assert.That(() => ApiJson.Deserialize<Thing>("{}{"), Throws.InstanceOf<JsonException>());

    [Test]
    public void Nothing_reads_as_null()
    {
        Assert.That(ApiJson.Deserialize<Thing>(string.Empty), Is.Null);
        Assert.That(ApiJson.Deserialize<Thing>("null"), Is.Null);
    }

    [Test]
    public void A_stream_is_read_and_left_open()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetPreamble().Concat("""{"name":"ü"}"""u8.ToArray()).ToArray());
        Assert.That(ApiJson.Deserialize<Thing>(stream)!.Name, Is.EqualTo("ü"));
        Assert.That(stream.CanRead, Is.True);
    }

    [Test]
    public void Settings_handed_out_are_a_copy()
    {
        var settings = ApiJson.CreateSettings();
        settings.NullValueHandling = NullValueHandling.Include;
        settings.Converters.Clear();
        Assert.That(ApiJson.Serialize(new Thing { When = DateTimeOffset.UnixEpoch }), Is.EqualTo("""{"when":"1970-01-01T00:00:00Z"}"""));
    }

    [Test]
    public void Global_settings_of_the_process_change_nothing()
    {
        JsonConvert.DefaultSettings = () => new JsonSerializerSettings { Formatting = Formatting.Indented, NullValueHandling = NullValueHandling.Include };
        try
        {
            Assert.That(ApiJson.Serialize(new Thing { Count = 1 }), Is.EqualTo("""{"count":1}"""));
        }
        finally
        {
            JsonConvert.DefaultSettings = null;
        }
    }

    private sealed class Collections
    {
        [JsonProperty("wanted", NullValueHandling = NullValueHandling.Include)]
        public IList<string> Wanted { get; } = [];

        [JsonProperty("text")]
        public string Text { get; set; } = string.Empty;

        [JsonProperty("list")]
        public IList<string> List { get; set; } = [];

        [JsonProperty("set")]
        public HashSet<string> Set { get; } = [];

        [JsonProperty("map")]
        public Dictionary<string, int> Map { get; } = [];

        [JsonProperty("lazy")]
        public IEnumerable<int> Lazy { get; set; } = Enumerable.Empty<int>().Select(i => i);

        [JsonProperty("token")]
        public JArray? Token { get; set; }
    }
}
