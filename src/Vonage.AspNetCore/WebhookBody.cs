using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Vonage.AspNetCore;

/// <summary>
/// Reads the body of a request into memory. The memory grows with the bytes that arrive, whatever length the sender announces, and counts
/// towards a limit for all requests of the process.
/// </summary>
internal static class WebhookBody
{
    private const int FirstSize = 4096;

    private static long _held;

    /// <summary>Reads the body, with or without a Content-Length. Call <see cref="Release"/> when it is no longer used.</summary>
    /// <returns>The body; or the status of a rejection.</returns>
    /// <exception cref="BadHttpRequestException">The body cannot be read.</exception>
    public static async ValueTask<(byte[]? Body, int Refusal)> ReadAsync(HttpRequest request, int limit, long totalLimit, CancellationToken cancellationToken)
    {
        if (request.ContentLength > limit)
            return (null, StatusCodes.Status413PayloadTooLarge);
        // Earlier middleware may have buffered and read the body.
        if (request.Body.CanSeek)
            request.Body.Position = 0;
        if (!TryHold(FirstSize, totalLimit))
            return (null, StatusCodes.Status503ServiceUnavailable);
        var buffer = ArrayPool<byte>.Shared.Rent(FirstSize);
        var (held, count, isHeld) = (FirstSize, 0, false);
        try
        {
            int read;
            while ((read = await request.Body.ReadAsync(buffer.AsMemory(count), cancellationToken).ConfigureAwait(false)) > 0)
            {
                count += read;
                if (count > limit)
                    return (null, StatusCodes.Status413PayloadTooLarge);
                if (count < buffer.Length)
                    continue;
                if (!TryHold(buffer.Length, totalLimit))
                    return (null, StatusCodes.Status503ServiceUnavailable);
                held += buffer.Length;
                buffer = Grow(buffer, count);
            }

            Interlocked.Add(ref _held, count - held);
            isHeld = true;
            return (buffer.AsSpan(0, count).ToArray(), 0);
        }
        finally
        {
            if (!isHeld)
                Interlocked.Add(ref _held, -held);
            Return(buffer, count);
        }
    }

    public static void Release(byte[] body) => Interlocked.Add(ref _held, -body.Length);

    /// <summary>Indicates whether a request has announced a body.</summary>
    public static bool IsAnnounced(HttpRequest request) =>
        request.ContentLength > 0 || (request.ContentLength is null && request.HttpContext.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody == true);

    private static bool TryHold(int size, long limit)
    {
        if (Interlocked.Add(ref _held, size) <= limit)
            return true;
        Interlocked.Add(ref _held, -size);
        return false;
    }

    private static byte[] Grow(byte[] buffer, int count)
    {
        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.AsSpan(0, count).CopyTo(larger);
        Return(buffer, count);
        return larger;
    }

    private static void Return(byte[] buffer, int count)
    {
        buffer.AsSpan(0, Math.Min(count, buffer.Length)).Clear();
        ArrayPool<byte>.Shared.Return(buffer);
    }
}
