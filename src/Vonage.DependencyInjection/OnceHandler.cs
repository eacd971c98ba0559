using Microsoft.Extensions.Logging;

namespace Vonage;

/// <summary>
/// Lets each message of a client pass once. A handler of the application's that retries sends the same message again, although only the client
/// knows whether that would send a text twice; the client's own retries are new messages.
/// </summary>
internal sealed partial class OnceHandler(ILogger logger) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // Another message is the copy of one, as hedging makes them: nothing else uses this client.
        var message = request as ApiMessage;
        if (message?.TrySend() != true)
        {
            var operation = message?.Operation.Name ?? request.Method.Method;
            LogRefused(logger, operation);
            throw new RepeatedMessageException(operation);
        }

        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        message.HasReply = true;
        return response;
    }

    [LoggerMessage(EventId = 3, EventName = "ForeignRetryRefused", Level = LogLevel.Warning, Message = "{Operation}: a handler of the HttpClient tried to send the request again. It was not sent. Remove the handler that retries, such as AddStandardResilienceHandler or AddStandardHedgingHandler, from the builder that AddVonage returns.")]
    private static partial void LogRefused(ILogger logger, string operation);

    /// <summary>What no retry policy takes for a failure of the network, so that it ends the retries.</summary>
    private sealed class RepeatedMessageException(string operation) : IOException(
        $"A handler of the HttpClient tried to send the request of {operation} again, which was prevented. Remove the handler that retries, such as AddStandardResilienceHandler or AddStandardHedgingHandler, from the builder that AddVonage returns. The client retries where that is safe; VonageOptions.Retry sets how often.");
}
