using Vonage.Core.Pipeline;

namespace Vonage.Core.Tests;

internal sealed class PooledContentTests
{
    [Test]
    public async Task It_announces_and_writes_its_bytes_more_than_once()
    {
        using var content = Content("hello");
        Assert.That(content.Headers.ContentLength, Is.EqualTo(5));
        Assert.That(content.Headers.ContentType!.MediaType, Is.EqualTo("text/plain"));
        using var first = new MemoryStream();
        using var second = new MemoryStream();
        await content.CopyToAsync(first);
        await content.CopyToAsync(second);
        Assert.That(second.ToArray(), Is.EqualTo("hello"u8.ToArray()));
    }

    [Test]
    public async Task The_bytes_stay_while_a_write_is_under_way()
    {
        var content = Content("hello");
        var slow = new SlowStream();
        var write = content.CopyToAsync(slow);
        content.Dispose();
        content.Dispose();

        // Were the array back in the pool, this would be it.
        using (var other = new PooledUtf8Writer(16))
            other.Write("XXXXXXXXXXXXXXXX");
        slow.Continue.SetResult();
        await write;
        Assert.That(slow.Written, Is.EqualTo("hello"u8.ToArray()));
    }

    [Test]
    public void After_its_end_it_writes_no_more()
    {
        var content = new Exposed();
        content.Inner.Dispose();
        Assert.That(async () => await content.Inner.CopyToAsync(Stream.Null), Throws.InstanceOf<ObjectDisposedException>());
    }

    private static PooledContent Content(string text)
    {
        using var writer = new PooledUtf8Writer(16);
        writer.Write(text);
        return new PooledContent(writer, "text/plain");
    }

    private sealed class Exposed
    {
        public PooledContent Inner { get; } = Content("x");
    }

    private sealed class SlowStream : ScriptedStream
    {
        public byte[] Written { get; private set; } = [];

        public TaskCompletionSource Continue { get; } = new();

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Continue.Task;
            Written = buffer.ToArray();
        }
    }
}
