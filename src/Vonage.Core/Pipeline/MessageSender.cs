using System.Net;
using System.Net.Http.Headers;

namespace Vonage.Core.Pipeline;

/// <summary>Makes one attempt at a request: creates the message, lets the scheme mark it, and sends it.</summary>
internal sealed class MessageSender(HttpClient http, TimeProvider clock, string userAgent)
{
    /// <summary>Sends the request once, and once more if the server refuses a proof that can be renewed.</summary>
    /// <returns>The response, whatever its status. Its body is not read yet.</returns>
    public async Task<HttpResponseMessage> SendAsync(ApiRequest request, CallPlan plan, CancellationToken cancellationToken)
    {
        var scheme = plan.Scheme;
        for (var mayRenew = scheme.CanRenew && request.Body is not { CanRepeat: false }; ; mayRenew = false)
        {
            using var message = Create(request, plan);
            await scheme.ApplyAsync(message, request, plan.Credentials, clock, cancellationToken).ConfigureAwait(false);
            (message.Content as ApiContent)?.Bind(message);
            var address = message.RequestUri;
            var response = await AttemptAsync(request, message, cancellationToken).ConfigureAwait(false);
            Redirect.ThrowIfFollowed(response, message, address);
            if (!mayRenew || response.StatusCode != HttpStatusCode.Unauthorized)
            {
                response.RequestMessage ??= message;
                return response;
            }

            // The server only refused the proof and did nothing else: the request may be sent once more, with a new proof.
            response.Dispose();
            scheme.Forget(message, plan.Credentials);
        }
    }

    private static void AddExtra(HttpRequestMessage message, string name, string value)
    {
        if (HeaderRule.FindError(name, value) is { } error)
            throw new InvalidRequestException(name, error);
        if (!Replace(message.Headers, name, value) && (message.Content is not { } content || !Replace(content.Headers, name, value)))
            throw new InvalidRequestException(name, "is not a valid header for this request.");
    }

    // Only an attempt to add a header shows, without an exception, whether it belongs here; it may leave two values.
    private static bool Replace(HttpHeaders headers, string name, string value) =>
        headers.TryAddWithoutValidation(name, value) && headers.Remove(name) && headers.TryAddWithoutValidation(name, value);

    // What an attempt may have caused is known when it fails.
    private async Task<HttpResponseMessage> AttemptAsync(ApiRequest request, HttpRequestMessage message, CancellationToken cancellationToken)
    {
        request.Begin();
        try
        {
            return await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (Delivery.IsExcluded(message, error))
        {
            request.Revoke();
            throw;
        }
    }

    private HttpRequestMessage Create(ApiRequest request, in CallPlan plan)
    {
        var message = plan.Scheme.CreateMessage(request, plan, clock);
#if NET
        message.Version = http.DefaultRequestVersion;
        message.VersionPolicy = http.DefaultVersionPolicy;
#endif

        // These values are constants of the library: parsing them for each request would only allocate memory.
        message.Headers.TryAddWithoutValidation("User-Agent", userAgent);
        message.Headers.TryAddWithoutValidation("Accept", request.Accept);

        // The server can refuse a file before it is sent. Without this, an early refusal is lost in a broken connection.
        if (message.Content is MultipartHttpContent { HasFiles: true })
            message.Headers.ExpectContinue = true;
        if (request.Headers is { } declared)
            foreach (var header in declared)
                AddExtra(message, header.Key, header.Value);
        if (request.Options is { HasHeaders: true } options)
            foreach (var header in options.Headers)
                AddExtra(message, header.Key, header.Value);
        return message;
    }
}
