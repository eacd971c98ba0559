using System.Buffers;

namespace Vonage.Core;

/// <content>Replies that are files.</content>
public partial class ApiClient
{
    private const int MaxRedirects = 5;
    private const int CopyLength = 81920;

    /// <summary>Sends a request and copies its reply into a stream, piece by piece as it comes.</summary>
    /// <param name="request">The request.</param>
    /// <param name="destination">Where to write. It stays open.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="ApiException">The server answered with an error, or not to the end. What came before that has been written.</exception>
    /// <exception cref="MissingCredentialsException">The credentials do not suffice. Nothing was sent.</exception>
    public Task DownloadAsync(ApiRequest request, Stream destination, CancellationToken cancellationToken = default) =>
        DownloadAsync(request, destination, null, cancellationToken);

    /// <summary>Sends a request and copies its reply into a stream, piece by piece as it comes.</summary>
    /// <param name="request">The request.</param>
    /// <param name="destination">Where to write. It stays open.</param>
    /// <param name="progress">Is told the number of bytes written so far, after each piece.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="ApiException">The server answered with an error, or not to the end. What came before that has been written.</exception>
    /// <exception cref="MissingCredentialsException">The credentials do not suffice. Nothing was sent.</exception>
    public Task DownloadAsync(ApiRequest request, Stream destination, IProgress<long>? progress, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(destination);
        return CopyAsync(request, destination, progress, cancellationToken);
    }

    /// <summary>
    /// Copies what a full URL leads to into a stream. Credentials go along only where the URL's host is one of the provider's own, asked
    /// over HTTPS, or stands in <see cref="ApiClientOptions.Hosts"/>; a redirect to another host is followed without them.
    /// </summary>
    /// <param name="url">The URL, as a reply or a webhook named it.</param>
    /// <param name="authentication">How to prove who asks; <see cref="AuthenticationScheme.None"/> for a URL that is open.</param>
    /// <param name="destination">Where to write. It stays open.</param>
    /// <param name="options">Per-request options.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="InvalidRequestException">Credentials would go to a host that is not the provider's. Nothing was sent.</exception>
    /// <exception cref="ApiException">The server answered with an error, or not to the end. What came before that has been written.</exception>
    public Task DownloadAsync(Uri url, AuthenticationScheme authentication, Stream destination, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        DownloadAsync(url, authentication, destination, options, null, cancellationToken);

    /// <summary>
    /// Copies what a full URL leads to into a stream. Credentials go along only where the URL's host is one of the provider's own, asked
    /// over HTTPS, or stands in <see cref="ApiClientOptions.Hosts"/>; a redirect to another host is followed without them.
    /// </summary>
    /// <param name="url">The URL, as a reply or a webhook named it.</param>
    /// <param name="authentication">How to prove who asks; <see cref="AuthenticationScheme.None"/> for a URL that is open.</param>
    /// <param name="destination">Where to write. It stays open.</param>
    /// <param name="options">Per-request options.</param>
    /// <param name="progress">Is told the number of bytes written so far, after each piece.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="InvalidRequestException">Credentials would go to a host that is not the provider's. Nothing was sent.</exception>
    /// <exception cref="ApiException">The server answered with an error, or not to the end. What came before that has been written.</exception>
    public Task DownloadAsync(Uri url, AuthenticationScheme authentication, Stream destination, RequestOptions? options, IProgress<long>? progress, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(url);
        ArgumentNullException.ThrowIfNull(destination);
        return CopyAsync(Absolute(url, HttpMethod.Get, "download", authentication, options), destination, progress, cancellationToken);
    }

    private static bool IsRedirect(ApiRequest request, HttpResponseMessage response) =>
        request.Operation.Method == HttpMethod.Get
        && response.Headers.Location is not null
        && (int)response.StatusCode is 301 or 302 or 303 or 307 or 308;

    private async Task CopyAsync(ApiRequest request, Stream destination, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        var deadline = Start(request, cancellationToken);
        HttpRequestMessage? message = null;
        var writing = false;
        try
        {
            for (var redirects = 0; ; redirects++)
            {
                using var response = await StartAsync(request, deadline.Token, out message).ConfigureAwait(false);
                if (IsRedirect(request, response) && redirects < MaxRedirects)
                {
                    request = Follow(request, response, message);
                    message?.Dispose();
                    continue;
                }

                if (!response.IsSuccessStatusCode)
                    throw await FailAsync(request, response, deadline, cancellationToken).ConfigureAwait(false);
                await CopyAsync(response).ConfigureAwait(false);
                return;
            }
        }
        catch (Exception error) when (!(writing && error is IOException) && Translate(error, request, deadline, cancellationToken) is { } known)
        {
            throw known;
        }
        finally
        {
            message?.Dispose();
            deadline.Stop();
        }

        async Task CopyAsync(HttpResponseMessage response)
        {
            // The time of a call that names none is the time between two pieces: files may be large.
            var restarts = request.Options?.Timeout is null;
            var buffer = ArrayPool<byte>.Shared.Rent(CopyLength);
            try
            {
                var source = await response.Content.ReadAsStreamAsync(deadline.Token).ConfigureAwait(false);
                long total = 0;
                int read;
                while ((read = await source.ReadAsync(buffer.AsMemory(), deadline.Token).ConfigureAwait(false)) > 0)
                {
                    writing = true;
                    await destination.WriteAsync(buffer.AsMemory(0, read), deadline.Token).ConfigureAwait(false);
                    writing = false;
                    total += read;
                    progress?.Report(total);
                    if (restarts)
                        deadline.Restart();
                }
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(buffer);
            }
        }
    }

    private ApiRequest Follow(ApiRequest request, HttpResponseMessage response, HttpRequestMessage? message)
    {
        var from = (message ?? response.RequestMessage)?.RequestUri ?? throw CreateException(Describe(request, response, null), "It redirects, and its own address is not known.", null);
        var target = new Uri(from, response.Headers.Location!);
        if (from.Scheme == Uri.UriSchemeHttps && target.Scheme != Uri.UriSchemeHttps)
            throw CreateException(Describe(request, response, null), "It redirects from HTTPS to something else, which is not followed.", null);
        var address = _hosts.Find(target);
        var operation = request.Operation;
        if (address.IsTrusted)
            return new ApiRequest(operation, address, target, request.Options) { Accept = request.Accept };
        if (_http.DefaultRequestHeaders.Contains("Authorization"))
            throw CreateException(Describe(request, response, null), $"It redirects to {target.Host}, where the HttpClient's default Authorization header must not go.", null);

        // A stranger: neither credentials nor the caller's own headers go there.
        var open = new ApiOperation(operation.Name, operation.Method.Method, target.AbsolutePath, operation.Server);
        return new ApiRequest(open, address, target, request.Options?.Timeout is { } timeout ? new RequestOptions { Timeout = timeout } : null) { Accept = request.Accept };
    }
}
