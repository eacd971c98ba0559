using System.Buffers;
using System.Net;

namespace Vonage.Core;

/// <summary>
/// A body of known length in a rented array. The array goes back to the pool when the content has been disposed of and no write of it is
/// under way any more: a reply may come before the request's last byte has left, and the bytes of another call must not follow it.
/// </summary>
internal sealed class PooledContent : HttpContent
{
    private readonly int _length;
    private byte[]? _bytes;

    // The owner counts as one, each write under way as one more.
    private int _users = 1;
    private int _disposed;

    public PooledContent(PooledUtf8Writer writer, string mediaType)
    {
        _bytes = writer.Detach(out _length);
        Headers.TryAddWithoutValidation("Content-Type", mediaType);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _length;
        return true;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => WriteAsync(stream, default);

#if NET
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        WriteAsync(stream, cancellationToken);
#endif

    protected override void Dispose(bool disposing)
    {
        if (disposing && Interlocked.Exchange(ref _disposed, 1) == 0)
            Release();
        base.Dispose(disposing);
    }

    private async Task WriteAsync(Stream stream, CancellationToken cancellationToken)
    {
        var bytes = Acquire();
        try
        {
            await stream.WriteAsync(bytes.AsMemory(0, _length), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Release();
        }
    }

    private byte[] Acquire()
    {
        for (var users = Volatile.Read(ref _users); users > 0; users = Volatile.Read(ref _users))
            if (Interlocked.CompareExchange(ref _users, users + 1, users) == users)
                return _bytes!;
        throw new ObjectDisposedException(nameof(PooledContent));
    }

    private void Release()
    {
        if (Interlocked.Decrement(ref _users) == 0 && Interlocked.Exchange(ref _bytes, null) is { } bytes)
            ArrayPool<byte>.Shared.Return(bytes);
    }
}
