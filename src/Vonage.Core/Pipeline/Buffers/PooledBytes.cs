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

    /// <summary>Indicates whether the body exceeds the limit. Then the array contains its beginning.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>Why the body is incomplete; <see langword="null"/> if it is complete, or exceeds the limit. The array contains what arrived.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>Indicates whether the body exceeds the limit or is incomplete.</summary>
    public bool IsTruncated => IsTooLong || Failure is not null;

    /// <summary>Indicates whether the body is empty, white space or <c>null</c>. An empty list or text is something else.</summary>
    public bool SaysNothing
    {
        get
        {
            var text = Bytes.AsSpan(0, Length);
            text = text.Slice(TextEncoding.PreambleLength(text));
            while (text.Length > 0 && text[0] <= ' ')
                text = text.Slice(1);
            while (text.Length > 0 && text[text.Length - 1] <= ' ')
                text = text.Slice(0, text.Length - 1);
            return text.Length == 0 || text.SequenceEqual("null"u8);
        }
    }

    /// <summary>Reads a body up to a limit, or as much of it as arrives. The limit applies to the decompressed bytes.</summary>
    public static async ValueTask<PooledBytes> ReadAsync(HttpContent? content, int limit, CancellationToken cancellationToken)
    {
        var body = new PooledBytes(ArrayPool<byte>.Shared.Rent(Math.Min(FirstRent, limit)));

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
                body.IsTooLong = true;
                return body;
            }
        }
        catch (Exception error) when (IsBreak(error) || IsDamage(error))
        {
            body.Failure = error;
            return body;
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    /// <summary>Indicates whether an exception while reading says that the rest of the body did not arrive.</summary>
    public static bool IsBreak(Exception error) => error is IOException or HttpRequestException or OperationCanceledException or TimeoutException;

    /// <summary>Indicates whether an exception while reading says that the body cannot be decompressed: gzip and deflate throw the first, Brotli the second.</summary>
    public static bool IsDamage(Exception error) => error is InvalidDataException or InvalidOperationException;

    public string ToText(Encoding encoding, int limit = int.MaxValue)
    {
        var bytes = Bytes;
        encoding = TextEncoding.Detect(bytes.AsSpan(0, Length), encoding, out var skip);
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

    public byte[] ToArray() => Bytes.AsSpan(0, Length).ToArray();

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
        encoding = TextEncoding.Detect(Bytes.AsSpan(0, Length), encoding, out var skip);
        return new BytesReader(Bytes, skip, Length - skip, encoding);
    }

    private byte[] Bytes => _bytes ?? throw new ObjectDisposedException(nameof(PooledBytes));

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
