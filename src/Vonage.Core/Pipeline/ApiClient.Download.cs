using System.Buffers;
using System.Runtime.ExceptionServices;
using Newtonsoft.Json;

namespace Vonage.Core.Pipeline;

/// <content>File downloads.</content>
public partial class ApiClient
{
    private const int MaxRedirects = 5;
    private const int CopyLength = 81920;

    /// <summary>Sends a request and copies the response to a stream as it arrives.</summary>
    /// <param name="request">The request.</param>
    /// <param name="destination">The stream to write to. It stays open.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="ApiException">The server returned an error, or the response was incomplete. Bytes that arrived before the failure were written.</exception>
    /// <exception cref="MissingCredentialsException">The credentials do not support any scheme that the operation accepts. Nothing was sent.</exception>
    public Task DownloadAsync(ApiRequest request, Stream destination, CancellationToken cancellationToken = default) =>
        DownloadAsync(request, destination, null, cancellationToken);

    /// <summary>Sends a request and copies the response to a stream as it arrives.</summary>
    /// <param name="request">The request.</param>
    /// <param name="destination">The stream to write to. It stays open.</param>
    /// <param name="progress">Receives the number of bytes written so far, after each chunk.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="ApiException">The server returned an error, or the response was incomplete. Bytes that arrived before the failure were written.</exception>
    /// <exception cref="MissingCredentialsException">The credentials do not support any scheme that the operation accepts. Nothing was sent.</exception>
    public Task DownloadAsync(ApiRequest request, Stream destination, IProgress<long>? progress, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(destination);
        return CopyAsync(request, destination, progress, cancellationToken);
    }

    /// <summary>
    /// Downloads the content of a full URL to a stream. Credentials and headers of the caller are sent only if the URL uses HTTPS and one of the provider's
    /// hosts, or if it is below an address in <see cref="ApiClientOptions.Hosts"/>.
    /// </summary>
    /// <remarks>A redirect to another host is followed without them.</remarks>
    /// <param name="url">The URL from a response or webhook.</param>
    /// <param name="authentication">The authentication scheme; <see cref="ApiAuthentication.None"/> for a public URL.</param>
    /// <param name="destination">The stream to write to. It stays open.</param>
    /// <param name="options">Per-request options.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="InvalidRequestException">Credentials, or a header of the HttpClient or of <paramref name="options"/>, would be sent to a host that is not the provider's. Nothing was sent.</exception>
    /// <exception cref="ApiException">The server returned an error, or the response was incomplete. Bytes that arrived before the failure were written.</exception>
    public Task DownloadAsync(Uri url, ApiAuthentication authentication, Stream destination, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        DownloadAsync(url, authentication, destination, options, null, cancellationToken);

    /// <summary>
    /// Downloads the content of a full URL to a stream. Credentials and headers of the caller are sent only if the URL uses HTTPS and one of the provider's
    /// hosts, or if it is below an address in <see cref="ApiClientOptions.Hosts"/>.
    /// </summary>
    /// <remarks>A redirect to another host is followed without them.</remarks>
    /// <param name="url">The URL from a response or webhook.</param>
    /// <param name="authentication">The authentication scheme; <see cref="ApiAuthentication.None"/> for a public URL.</param>
    /// <param name="destination">The stream to write to. It stays open.</param>
    /// <param name="options">Per-request options.</param>
    /// <param name="progress">Receives the number of bytes written so far, after each chunk.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="InvalidRequestException">Credentials, or a header of the HttpClient or of <paramref name="options"/>, would be sent to a host that is not the provider's. Nothing was sent.</exception>
    /// <exception cref="ApiException">The server returned an error, or the response was incomplete. Bytes that arrived before the failure were written.</exception>
    public Task DownloadAsync(Uri url, ApiAuthentication authentication, Stream destination, RequestOptions? options, IProgress<long>? progress, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(url);
        ArgumentNullException.ThrowIfNull(destination);
        return CopyAsync(Absolute(url, HttpMethod.Get, "download", authentication, options), destination, progress, cancellationToken);
    }

    private static bool IsWeb(Uri address) =>
        (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp) && address.UserInfo.Length == 0;

    private static bool IsRedirect(ApiRequest request, HttpResponseMessage response) =>
        request.Operation.Method == HttpMethod.Get
        && response.Headers.Location is not null
        && (int)response.StatusCode is 301 or 302 or 303 or 307 or 308;

    /// <summary>Sends a request, follows redirects, and reads the JSON response.</summary>
    /// <typeparam name="T">The type of the response.</typeparam>
    /// <param name="request">The request.</param>
    /// <param name="read">Reads the reply, from its first token to its last.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="ApiException">The server answered with an error, with nothing, with what cannot be read, or not at all.</exception>
    /// <exception cref="MissingCredentialsException">The credentials do not support any scheme that the operation accepts. Nothing was sent.</exception>
    public Task<T> FollowAsync<T>(ApiRequest request, Func<JsonReader, T?> read, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(read);
        return FollowAsync(
            request,
            async (followed, response, deadline) =>
            {
                using var body = await PooledBytes.ReadAsync(response.Content, _replies.MaxLength, deadline.Token).ConfigureAwait(false);
                return _replies.Read(followed, response, body, deadline, read, mayBeEmpty: false)!;
            },
            cancellationToken);
    }

    /// <summary>Creates a request to a full URL from a response or webhook. Credentials and headers of the caller are sent as described for downloads.</summary>
    /// <param name="url">The URL.</param>
    /// <param name="name">The API and the operation, for errors.</param>
    /// <param name="authentication">The authentication scheme.</param>
    /// <param name="options">Per-request options.</param>
    public ApiRequest At(Uri url, string name, ApiAuthentication authentication, RequestOptions? options)
    {
        ArgumentNullException.ThrowIfNull(url);
        return Absolute(url, HttpMethod.Get, name, authentication, options);
    }

    private async Task CopyAsync(ApiRequest request, Stream destination, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        request.IsDownload = true;
        var fault = await FollowAsync(
            request,
            (followed, response, deadline) => CopyAsync(request, followed, response, destination, progress, deadline),
            cancellationToken).ConfigureAwait(false);
        fault?.Throw();
    }

    private Task<T> FollowAsync<T>(ApiRequest request, Func<ApiRequest, HttpResponseMessage, CallDeadline, ValueTask<T>> consume, CancellationToken cancellationToken) => RunAsync(
        request,
        async deadline =>
        {
            var current = request;
            for (var redirects = 0; ; redirects++)
            {
                using var response = await SendAsync(current, deadline).ConfigureAwait(false);
                if (IsRedirect(current, response) && redirects < MaxRedirects)
                {
                    current = Follow(current, response);
                    current.StartCall(this, _planner.Plan(current));
                    continue;
                }

                await _replies.CheckStatusAsync(current, response, deadline).ConfigureAwait(false);
                return await consume(current, response, deadline).ConfigureAwait(false);
            }
        },
        cancellationToken);

    /// <returns>The failure of the destination, which is the caller's: it is not a failure of the connection.</returns>
    private async ValueTask<ExceptionDispatchInfo?> CopyAsync(ApiRequest request, ApiRequest followed, HttpResponseMessage response, Stream destination, IProgress<long>? progress, CallDeadline deadline)
    {
        // Without a per-request timeout, the client's timeout applies to each chunk, because files may be large.
        var restarts = request.Options?.Timeout is null;
        var buffer = ArrayPool<byte>.Shared.Rent(CopyLength);
        try
        {
            long total = 0;
            while (await ReadAsync(followed, response, buffer, deadline).ConfigureAwait(false) is var read and > 0)
            {
                request.HasDelivered = true;
                total += read;
                try
                {
                    await destination.WriteAsync(buffer.AsMemory(0, read), deadline.Token).ConfigureAwait(false);
                    progress?.Report(total);
                }
                catch (Exception error) when (!deadline.Token.IsCancellationRequested)
                {
                    return ExceptionDispatchInfo.Capture(error);
                }

                if (restarts)
                    deadline.Restart();
            }

            return null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    private async ValueTask<int> ReadAsync(ApiRequest request, HttpResponseMessage response, byte[] buffer, CallDeadline deadline)
    {
        try
        {
            var source = await response.Content.ReadAsStreamAsync(deadline.Token).ConfigureAwait(false);
            return await source.ReadAsync(buffer.AsMemory(), deadline.Token).ConfigureAwait(false);
        }
        catch (Exception error) when (PooledBytes.IsBreak(error) || PooledBytes.IsDamage(error))
        {
            throw _replies.Interrupt(request, response, null, deadline, error);
        }
    }

    private ApiRequest Follow(ApiRequest request, HttpResponseMessage response)
    {
        var from = response.RequestMessage?.RequestUri ?? throw _replies.Refuse(request, response, "It is a redirect, and the address of the request is not known.");
        if (!Uri.TryCreate(from, response.Headers.Location!, out var target) || !IsWeb(target))
            throw _replies.Refuse(request, response, "It redirects to an address that is not an http or https address without a user name, which is not followed.");
        if (from.Scheme == Uri.UriSchemeHttps && target.Scheme != Uri.UriSchemeHttps)
            throw _replies.Refuse(request, response, "It redirects from HTTPS to another scheme, which is not followed.");
        var address = _hosts.Find(target);
        var operation = request.Operation;
        if (address.IsTrusted)
            return new ApiRequest(operation, address, target, request.Options) { Accept = request.Accept };

        // A host of a third party: it receives neither credentials nor the caller's headers.
        var open = new ApiOperation(operation.Name, operation.Method.Method, target.AbsolutePath, operation.Server);
        var next = new ApiRequest(open, address, target, request.Options?.Timeout is { } timeout ? new RequestOptions { Timeout = timeout } : null) { Accept = request.Accept };
        return _planner.FindPrivate(next, ApiAuthentication.None) is { } found
            ? throw _replies.Refuse(request, response, $"It redirects to {target.Host}, which must not receive {found}.")
            : next;
    }
}
