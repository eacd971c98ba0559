using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;

namespace Vonage.Core.Pipeline;

/// <summary>Makes one attempt at a request: creates the message, lets the scheme mark it, and sends it.</summary>
internal sealed class MessageSender(HttpClient http, TimeProvider clock, string userAgent, ClientTelemetry telemetry)
{
    /// <summary>Sends the request once, and once more if the server refuses a proof that can be renewed.</summary>
    /// <returns>The response, whatever its status. Its body is not read yet.</returns>
    public async Task<HttpResponseMessage> SendAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        for (var isRenewed = false; ; isRenewed = true)
        {
            using var message = Create(request);
            await request.Plan.Scheme.ApplyAsync(message, request, request.Plan.Credentials, clock, cancellationToken).ConfigureAwait(false);
            (message.Content as ApiContent)?.Bind(message);
            var address = message.RequestUri;
            request.Begin();
            using var span = telemetry.HasSpans ? telemetry.StartAttempt(message, request) : null;
            HttpResponseMessage response;
            try
            {
                response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception error) when (!Note(error, message, request, span))
            {
                throw;
            }

            ClientTelemetry.EndAttempt(span, response);
            Redirect.ThrowIfFollowed(response, message, address);

            // The server only refused the proof and did nothing else: the request may be sent once more, with a new proof.
            if (response.StatusCode != HttpStatusCode.Unauthorized || isRenewed || !request.CanRepeat || !request.Plan.Scheme.Forget(message, request.Plan.Credentials, clock))
            {
                response.RequestMessage ??= message;
                return response;
            }

            response.Dispose();
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

    // What an attempt may have caused is known when it fails. As a filter that lets every exception pass, this costs no method of its own.
    private static bool Note(Exception error, HttpRequestMessage message, ApiRequest request, Activity? span)
    {
        ClientTelemetry.EndAttempt(span, error);
        if (Delivery.IsExcluded(message, error))
            request.Revoke();
        return true;
    }

    private HttpRequestMessage Create(ApiRequest request)
    {
        var message = request.Plan.Scheme.CreateMessage(request, request.Plan, clock);
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
