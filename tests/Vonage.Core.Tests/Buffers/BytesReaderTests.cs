using System.Text;
using Vonage.Core.Pipeline;

namespace Vonage.Core.Tests;

internal sealed class BytesReaderTests
{
    private const string Text = "a ß € 😀 z";

    [TestCase("utf-8")]
    [TestCase("utf-16")]
    [TestCase("iso-8859-15")]
    public void It_reads_every_encoding(string name)
    {
        var encoding = name == "iso-8859-15" ? Encoding.Latin1 : Encoding.GetEncoding(name);
        var text = name == "iso-8859-15" ? "a ß z" : Text;
        var bytes = encoding.GetBytes(text);
        using var reader = new BytesReader([1, .. bytes, 2], 1, bytes.Length, encoding);
        Assert.That(reader.ReadToEnd(), Is.EqualTo(text));
        Assert.That(reader.Read(), Is.EqualTo(-1));
        Assert.That(reader.Peek(), Is.EqualTo(-1));
    }

    [Test]
    public void It_reads_into_pieces_of_every_size()
    {
        var bytes = Encoding.UTF8.GetBytes(Text);
        for (var size = 1; size < 12; size++)
        {
            using var reader = new BytesReader(bytes, 0, bytes.Length, Encoding.UTF8);
            var text = new StringBuilder();
            var buffer = new char[size];
            for (int read; (read = reader.Read(buffer, 0, size)) > 0;)
                text.Append(buffer, 0, read);
            Assert.That(text.ToString(), Is.EqualTo(Text), $"pieces of {size}");
        }
    }

    [Test]
    public void A_look_ahead_is_read_once()
    {
        using var reader = new BytesReader("abc"u8.ToArray(), 0, 3, Encoding.UTF8);
        Assert.That(reader.Peek(), Is.EqualTo((int)'a'));
        Assert.That(reader.Peek(), Is.EqualTo((int)'a'));
        var buffer = new char[4];
        Assert.That(reader.Read(buffer, 0, 4), Is.EqualTo(1));
        Assert.That(reader.Read(), Is.EqualTo((int)'b'));
        Assert.That(reader.Read(buffer, 0, 0), Is.Zero);
        Assert.That(reader.Read(buffer, 0, 4), Is.EqualTo(1));
        Assert.That(reader.Read(buffer, 0, 4), Is.Zero);
    }

    [Test]
    public void A_text_that_breaks_off_ends_in_a_replacement()
    {
        using var reader = new BytesReader([(byte)'a', 0xE2, 0x82], 0, 3, Encoding.UTF8);
        Assert.That(reader.ReadToEnd(), Is.EqualTo("a\uFFFD"));
    }
}
