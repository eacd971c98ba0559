using System.Buffers;
using System.Text;
using Newtonsoft.Json;

namespace Vonage.Core.Pipeline;

/// <summary>The body of a response in a rented array, which is cleared and returned to the pool on disposal.</summary>
internal sealed class PooledBytes : IDisposable
{
    private const int FirstRent = 4096;
    private const int MostTrusted = 1024 * 1024;

    private byte[]? _bytes;
    private bool _isComplete;

    private PooledBytes(byte[] bytes) => _bytes = bytes;

    public int Length { get; private set; }

    /// <summary>Indicates whether the body exceeds the limit or is incomplete.</summary>
    public bool IsTruncated { get; private set; }

    /// <summary>Reads a complete body.</summary>
    public static ValueTask<PooledBytes> ReadAsync(HttpContent? content, CancellationToken cancellationToken) =>
        ReadAsync(content, int.MaxValue, keepsPart: false, cancellationToken);

    /// <summary>Reads a body up to a limit, or as much of it as arrives.</summary>
    public static ValueTask<PooledBytes> ReadUpToAsync(HttpContent? content, int limit, CancellationToken cancellationToken) =>
        ReadAsync(content, limit, keepsPart: true, cancellationToken);

    public string ToText(Encoding encoding, int limit = int.MaxValue)
    {
        var bytes = Bytes;
        var skip = TextEncoding.PreambleLength(bytes, Length);
        var count = Math.Min(Length, limit) - skip;
        if (count <= 0)
            return string.Empty;

        // A decoder drops an incomplete character at the end, for which an encoding would insert a replacement character.
        var decoder = encoding.GetDecoder();
        var chars = ArrayPool<char>.Shared.Rent(encoding.GetMaxCharCount(count));
        try
        {
            var length = decoder.GetChars(bytes, skip, count, chars, 0, flush: false);
            return new string(chars, 0, length);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(chars, clearArray: true);
        }
    }

    public T? Deserialize<T>(Encoding encoding, Func<JsonReader, T?> read) =>
        ApiJson.Read((body: this, encoding), static source => source.body.Open(source.encoding), read);

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _bytes, null) is not { } bytes)
            return;

        // A read that failed may have left bytes behind those that were counted.
        if (_isComplete)
            Array.Clear(bytes, 0, Length);
        ArrayPool<byte>.Shared.Return(bytes, clearArray: !_isComplete);
    }

    private BytesReader Open(Encoding encoding)
    {
        var skip = TextEncoding.PreambleLength(Bytes, Length);
        return new BytesReader(Bytes, skip, Length - skip, encoding);
    }

    private byte[] Bytes => _bytes ?? throw new ObjectDisposedException(nameof(PooledBytes));

    private static async ValueTask<PooledBytes> ReadAsync(HttpContent? content, int limit, bool keepsPart, CancellationToken cancellationToken)
    {
        var body = new PooledBytes(ArrayPool<byte>.Shared.Rent(FirstRent));

        // For a response without a body, some platforms and test doubles have no content.
        if (content is null)
            return body;
        try
        {
            var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            while (true)
            {
                var bytes = body.Reserve(content, limit);
                var read = await stream.ReadAsync(bytes.AsMemory(body.Length), cancellationToken).ConfigureAwait(false);
                if (read == 0)
                {
                    body._isComplete = true;
                    return body;
                }

                body.Length += read;
                if (body.Length <= limit)
                    continue;
                body.Length = limit;
                body.IsTruncated = true;
                return body;
            }
        }
        catch (Exception error) when (keepsPart && error is (IOException or HttpRequestException or OperationCanceledException))
        {
            // The bytes that arrived are more useful than the reason for the missing rest.
            body.IsTruncated = true;
            return body;
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    private byte[] Reserve(HttpContent content, int limit)
    {
        var bytes = Bytes;
        if (Length < bytes.Length)
            return bytes;
        // One byte more than announced, so that the final read needs no larger array. The header is parsed for large responses only.
        var announced = (int)Math.Min(Math.Min(content.Headers.ContentLength ?? 0, limit) + 1, MostTrusted);
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(announced, checked(bytes.Length * 2)));
        Buffer.BlockCopy(bytes, 0, larger, 0, Length);
        _bytes = larger;
        ArrayPool<byte>.Shared.Return(bytes, clearArray: true);
        return larger;
    }
}
