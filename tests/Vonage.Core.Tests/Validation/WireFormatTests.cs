using Vonage.Core.Pipeline;
using Vonage.Core.Serialization;

namespace Vonage.Core.Tests;

internal sealed class WireFormatTests
{
    [Test]
    public void Values_are_written_as_apis_want_them()
    {
        Assert.That(WireFormat.Text("a b"), Is.EqualTo("a b"));
        Assert.That(WireFormat.Text(true), Is.EqualTo("true"));
        Assert.That(WireFormat.Text(false), Is.EqualTo("false"));
        Assert.That(WireFormat.Text(-7L), Is.EqualTo("-7"));
        Assert.That(WireFormat.Text(1.50m), Is.EqualTo("1.50"));
        Assert.That(WireFormat.Text(new Uri("https://a.example/x y")), Is.EqualTo("https://a.example/x y"));
        Assert.That(WireFormat.Text(new Guid("AAAAAAAA-bbbb-cccc-dddd-0123456789ab")), Is.EqualTo("aaaaaaaa-bbbb-cccc-dddd-0123456789ab"));
        Assert.That(WireFormat.Text<Kind>(Kind.Small), Is.EqualTo("small"));
        Assert.That(WireFormat.Text(new DateTimeOffset(2026, 1, 2, 3, 4, 5, 600, TimeSpan.FromHours(2))), Is.EqualTo("2026-01-02T01:04:05.6Z"));
        Assert.That(WireFormat.Text(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), "yyyy-MM-dd HH:mm:ss"), Is.EqualTo("2026-01-02 03:04:05"));
        Assert.That(WireFormat.Text(TimeSpan.FromSeconds(90), TimeSpan.FromMinutes(1)), Is.EqualTo("1.5"));
        Assert.That(WireFormat.Text(TimeSpan.FromDays(2), TimeSpan.FromSeconds(1)), Is.EqualTo("172800"));
    }

    [TestCase("true", "true")]
    [TestCase("1.50", "1.50")]
    [TestCase("\"a b\"", "a b")]
    [TestCase("null", null)]
    [TestCase("""{"a":[1,true]}""", """{"a":[1,true]}""")]
    public void Values_that_no_model_knows_are_written_too(string json, string? text) =>
        Assert.That(WireFormat.Json(ApiJson.Deserialize<Newtonsoft.Json.Linq.JToken>(json)), Is.EqualTo(text));

    [Test]
    public void What_is_unset_stays_unset()
    {
        Assert.That(WireFormat.Text((string?)null), Is.Null);
        Assert.That(WireFormat.Text((bool?)null), Is.Null);
        Assert.That(WireFormat.Text((long?)null), Is.Null);
        Assert.That(WireFormat.Text((decimal?)null), Is.Null);
        Assert.That(WireFormat.Text((Uri?)null), Is.Null);
        Assert.That(WireFormat.Text((Guid?)null), Is.Null);
        Assert.That(WireFormat.Text((Kind?)null), Is.Null);
        Assert.That(WireFormat.Text((Kind?)default(Kind)), Is.Null);
        Assert.That(WireFormat.Text(default(Kind)), Is.Null);
        Assert.That(WireFormat.Text((DateTimeOffset?)null), Is.Null);
        Assert.That(WireFormat.Text(null, TimeSpan.FromSeconds(1)), Is.Null);
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase(".")]
    [TestCase("..")]
    public void A_segment_that_would_name_another_resource_is_refused(string? value) =>
        Assert.That(() => WireFormat.Segment("id", value), Throws.InstanceOf<InvalidRequestException>().With.Property("Field").EqualTo("id"));

    [TestCase("a/b", "a%2Fb")]
    [TestCase("../x", "..%2Fx")]
    [TestCase("a?b#c", "a%3Fb%23c")]
    [TestCase("ß", "%C3%9F")]
    public void A_segment_is_escaped(string value, string escaped) => Assert.That(WireFormat.Segment("id", value), Is.EqualTo(escaped));
}
