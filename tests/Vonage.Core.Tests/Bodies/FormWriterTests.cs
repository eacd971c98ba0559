using System.Net;
using System.Text;
using Vonage.Core.Pipeline;

namespace Vonage.Core.Tests;

internal sealed class FormWriterTests
{
    [TestCase("plain", "plain")]
    [TestCase("a b", "a+b")]
    [TestCase("a+b", "a%2Bb")]
    [TestCase("a&b=c", "a%26b%3Dc")]
    [TestCase("100%", "100%25")]
    [TestCase("*-._~", "*-._%7E")]
    [TestCase("ü", "%C3%BC")]
    [TestCase("€", "%E2%82%AC")]
    [TestCase("😀", "%F0%9F%98%80")]
    [TestCase("こ", "%E3%81%93")]
    [TestCase("\n", "%0A")]
    [TestCase("", "")]
    public void Values_are_encoded_as_forms_are(string value, string encoded) => Assert.That(Form(w => w.Add("k", value)), Is.EqualTo("k=" + encoded));

    [Test]
    public void Half_a_pair_becomes_a_replacement()
    {
        Assert.That(Form(w => w.Add("k", "\uD83D")), Is.EqualTo("k=%EF%BF%BD"));
        Assert.That(Form(w => w.Add("k", "\uDE00x")), Is.EqualTo("k=%EF%BF%BDx"));
    }

    [Test]
    public void Everything_comes_back_as_it_went()
    {
        var random = new Random(7);
        for (var i = 0; i < 200; i++)
        {
            var text = new string([.. Enumerable.Range(0, 50).Select(_ => (char)random.Next(1, 0xD800))]);
            Assert.That(WebUtility.UrlDecode(Form(w => w.Add("k", text))[2..]), Is.EqualTo(text));
        }
    }

    [Test]
    public void Unset_fields_are_not_sent() =>
        Assert.That(Form(w =>
        {
            w.Add("a", null);
            w.Add("b", "1");
            w.Add("c", null, explode: true);
            w.Add("d", [], explode: false);
            w.Add("e", [], explode: true);
        }), Is.EqualTo("b=1"));

    [Test]
    public void Lists_are_repeated_or_joined() =>
        Assert.That(Form(w =>
        {
            w.Add("to", ["1", "2"], explode: true);
            w.Add("cc", ["3", "4"], explode: false);
        }), Is.EqualTo("to=1&to=2&cc=3%2C4"));

    [Test]
    public void Names_are_encoded_too() => Assert.That(Form(w => w.Add("a b", "1")), Is.EqualTo("a+b=1"));

    [Test]
    public void A_model_can_be_walked_as_pairs() =>
        Assert.That(
            FormWriter.Gather(new ThingForm { Name = "a&b", Count = 2, Tags = { "x", "y" } }),
            Is.EqualTo(new KeyValuePair<string, string>[] { new("name", "a&b"), new("count", "2"), new("tags", "x"), new("tags", "y") }));

    private static string Form(Action<FormWriter> write)
    {
        using var bytes = new PooledUtf8Writer();
        write(new FormWriter(bytes));
        return Encoding.ASCII.GetString(bytes.Bytes, 0, bytes.Length);
    }
}
