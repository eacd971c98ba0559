using System.Buffers;

namespace Vonage.Core.Pipeline;

/// <summary>
/// A body of known length in a rented array. The array is cleared and returned to the pool when the content is disposed and no write is in progress:
/// a response may arrive before the last byte of the request is sent, and bytes of another request must not be sent instead.
/// </summary>
internal sealed class PooledContent : ApiContent
{
    private readonly int _length;
    private byte[]? _bytes;

    // The owner counts as one reference, and each write in progress as another.
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

    protected override async Task WriteAsync(Stream stream, CancellationToken cancellationToken)
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

    protected override void Dispose(bool disposing)
    {
        if (disposing && Interlocked.Exchange(ref _disposed, 1) == 0)
            Release();
        base.Dispose(disposing);
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
            ArrayPool<byte>.Shared.Return(bytes, clearArray: true);
    }
}
