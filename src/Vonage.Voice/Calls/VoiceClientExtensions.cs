using Vonage.Core;

namespace Vonage.Voice;

/// <summary>Short forms of requests.</summary>
public static class VoiceClientExtensions
{
    /// <summary>Calls a phone number, and executes an NCCO when the call is answered.</summary>
    /// <param name="client">The client.</param>
    /// <param name="from">The caller's number, which belongs to the account: digits only, starting with the country code.</param>
    /// <param name="to">The number to call: digits only, starting with the country code.</param>
    /// <param name="ncco">The actions of the call.</param>
    /// <param name="requestOptions">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The call, with its ID.</returns>
    /// <exception cref="InvalidRequestException">The request violates a rule of the API. Nothing was sent.</exception>
    /// <exception cref="VonageApiException">The API returned an error, or a response that cannot be used.</exception>
    /// <exception cref="ApiConnectionException">The API could not be reached, or the connection broke.</exception>
    /// <exception cref="ApiTimeoutException">The API did not respond in time.</exception>
    public static Task<CreatedCall> CreateCallAsync(this IVoiceClient client, string from, string to, Ncco ncco, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        return client.CreateCallAsync(new CreateCallRequest { From = new PhoneEndpoint(from), To = { new PhoneEndpoint(to) }, Ncco = ncco }, requestOptions, cancellationToken);
    }
}
