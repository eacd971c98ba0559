using Vonage.Core;

namespace Vonage.Sms;

/// <summary>Short forms of requests.</summary>
public static class SmsClientExtensions
{
    /// <summary>Sends a text message. The type is <c>unicode</c> if the text contains a character outside the GSM alphabet.</summary>
    /// <param name="client">The client.</param>
    /// <param name="from">The sender: a number of the account, or a name of up to 11 letters and digits.</param>
    /// <param name="to">The recipient's number: 7 to 15 digits, starting with the country code.</param>
    /// <param name="text">The text. Texts over 160 characters of the GSM alphabet, or 70 others, are sent and charged as several parts: see <see cref="SmsText"/>.</param>
    /// <param name="requestOptions">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The accepted parts of the message.</returns>
    /// <exception cref="InvalidRequestException">The request violates a rule of the API. Nothing was sent.</exception>
    /// <exception cref="VonageSmsException">The API rejected the message or parts of it.</exception>
    /// <exception cref="VonageApiException">The API returned an error, or a response that cannot be used.</exception>
    /// <exception cref="ApiConnectionException">The API could not be reached, or the connection broke.</exception>
    /// <exception cref="ApiTimeoutException">The API did not respond in time.</exception>
    public static Task<SmsResponse> SendAsync(this ISmsClient client, string from, string to, string text, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        return client.SendAsync(new SmsRequest(from, to, text), requestOptions, cancellationToken);
    }
}
