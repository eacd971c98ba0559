using System.Text;
using Vonage.Core.Pipeline;

namespace Vonage.Core.Tests;

internal sealed class PooledUtf8WriterTests
{
    private const string Mixed = "a ß € 😀 こんにちは\u0000\u007f";

    [Test]
    public void Text_in_one_piece_is_utf8() => Assert.That(Written(w => w.Write(Mixed)), Is.EqualTo(Encoding.UTF8.GetBytes(Mixed)));

    [Test]
    public void Text_in_single_characters_is_utf8()
    {
        var bytes = Written(w =>
        {
            foreach (var c in Mixed)
                w.Write(c);
        });
        Assert.That(bytes, Is.EqualTo(Encoding.UTF8.GetBytes(Mixed)));
    }

    [Test]
    public void Text_cut_anywhere_is_utf8()
    {
        for (var cut = 0; cut <= Mixed.Length; cut++)
        {
            var at = cut;
            Assert.That(Written(w => Write(w, Mixed[..at], Mixed[at..])), Is.EqualTo(Encoding.UTF8.GetBytes(Mixed)), $"cut at {cut}");
            Assert.That(Written(w => WriteArrays(w, Mixed[..at], Mixed[at..])), Is.EqualTo(Encoding.UTF8.GetBytes(Mixed)), $"arrays cut at {cut}");
        }

        static void Write(PooledUtf8Writer writer, string first, string second)
        {
            writer.Write(first);
            writer.Write(second);
        }

        static void WriteArrays(PooledUtf8Writer writer, string first, string second)
        {
            writer.Write(first.ToCharArray(), 0, first.Length);
            writer.Write(second.ToCharArray(), 0, second.Length);
        }
    }

    [Test]
    public void Half_a_pair_becomes_a_replacement()
    {
        var replacement = Encoding.UTF8.GetBytes("\uFFFD");
        Assert.That(Written(w => w.Write('\uD83D')), Is.EqualTo(replacement));
        Assert.That(Written(w => w.Write('\uDE00')), Is.EqualTo(replacement));
        Assert.That(Written(w => w.Write("\uD83Dx")), Is.EqualTo(replacement.Append((byte)'x')));
        var twoHalves = Written(w =>
        {
            w.Write('\uD83D');
            w.Write("x");
        });
        Assert.That(twoHalves, Is.EqualTo(replacement.Append((byte)'x')));
    }

    [Test]
    public void It_grows_as_needed()
    {
        var text = string.Concat(Enumerable.Repeat(Mixed, 5000));
        Assert.That(Written(w => w.Write(text)), Is.EqualTo(Encoding.UTF8.GetBytes(text)));
    }

    [Test]
    public void Nothing_is_nothing()
    {
        var bytes = Written(w =>
        {
            w.Write((string?)null);
            w.Write(string.Empty);
            w.Write([], 0, 0);
        });
        Assert.That(bytes, Is.Empty);
    }

    [Test]
    public void Once_handed_over_it_is_closed()
    {
        using var writer = new PooledUtf8Writer();
        writer.Write("x");
        writer.Detach(out _);
        Assert.That(() => writer.Write("y"), Throws.InstanceOf<ObjectDisposedException>());
        Assert.That(writer.Encoding, Is.EqualTo(Encoding.UTF8));
    }

    private static byte[] Written(Action<PooledUtf8Writer> write)
    {
        using var writer = new PooledUtf8Writer(16);
        write(writer);
        var bytes = writer.Detach(out var length);
        return bytes[..length];
    }
}
