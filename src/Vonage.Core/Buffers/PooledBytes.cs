using System.Buffers;
using System.Text;
using Newtonsoft.Json;

namespace Vonage.Core;

/// <summary>A reply's body in a rented array, which goes back when this is disposed of.</summary>
internal sealed class PooledBytes : IDisposable
{
    private const int FirstRent = 4096;
    private const int MostTrusted = 1024 * 1024;

    private byte[]? _bytes;

    private PooledBytes(byte[] bytes) => _bytes = bytes;

    public int Length { get; private set; }

    /// <summary>Whether the body went on beyond the limit, or broke off.</summary>
    public bool IsTruncated { get; private set; }

    /// <summary>Reads a body to its end.</summary>
    public static async ValueTask<PooledBytes> ReadAsync(HttpContent? content, CancellationToken cancellationToken)
    {
        var body = new PooledBytes(ArrayPool<byte>.Shared.Rent(FirstRent));
        try
        {
            await body.FillAsync(content, int.MaxValue, cancellationToken).ConfigureAwait(false);
            return body;
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    /// <summary>Reads a body as far as the limit, or as far as it comes.</summary>
    public static async ValueTask<PooledBytes> ReadUpToAsync(HttpContent? content, int limit, CancellationToken cancellationToken)
    {
        var body = new PooledBytes(ArrayPool<byte>.Shared.Rent(Math.Min(FirstRent, limit + 1)));
        try
        {
            await body.FillAsync(content, limit, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (error is IOException or HttpRequestException or OperationCanceledException)
        {
            // What has come says more than the reason why the rest has not.
            body.IsTruncated = true;
        }

        return body;
    }

    public string ToText(Encoding encoding, int limit = int.MaxValue)
    {
        var bytes = Bytes;
        var skip = TextEncoding.PreambleLength(bytes, Length);
        var count = Math.Min(Length, limit) - skip;
        if (count <= 0)
            return string.Empty;

        // A decoder drops the half of a character that a limit leaves at the end, where an encoding would put a replacement for it.
        var decoder = encoding.GetDecoder();
        var chars = ArrayPool<char>.Shared.Rent(encoding.GetMaxCharCount(count));
        try
        {
            var length = decoder.GetChars(bytes, skip, count, chars, 0, flush: false);
            return new string(chars, 0, length);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(chars);
        }
    }

    public T? Deserialize<T>(Encoding encoding, Func<JsonReader, T?> read)
    {
        var skip = TextEncoding.PreambleLength(Bytes, Length);
        using var text = new BytesReader(Bytes, skip, Length - skip, encoding);
        return ApiJson.Read(text, read);
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _bytes, null) is { } bytes)
            ArrayPool<byte>.Shared.Return(bytes);
    }

    private byte[] Bytes => _bytes ?? throw new ObjectDisposedException(nameof(PooledBytes));

    private async ValueTask FillAsync(HttpContent? content, int limit, CancellationToken cancellationToken)
    {
        // Where a reply has no body, some platforms and stand-ins have no content either.
        if (content is null)
            return;
        var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        while (true)
        {
            var bytes = Reserve(content, limit);
            var read = await stream.ReadAsync(bytes.AsMemory(Length), cancellationToken).ConfigureAwait(false);
            if (read == 0)
                return;
            Length += read;
            if (Length <= limit)
                continue;
            Length = limit;
            IsTruncated = true;
            return;
        }
    }

    private byte[] Reserve(HttpContent content, int limit)
    {
        var bytes = Bytes;
        if (Length < bytes.Length)
            return bytes;
        // One byte more than announced, so that the read that finds the end needs no larger array. The header is only parsed for large replies.
        var announced = (int)Math.Min(Math.Min(content.Headers.ContentLength ?? 0, limit) + 1, MostTrusted);
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(announced, checked(bytes.Length * 2)));
        Buffer.BlockCopy(bytes, 0, larger, 0, Length);
        _bytes = larger;
        ArrayPool<byte>.Shared.Return(bytes);
        return larger;
    }
}
