using Vonage.Core;

namespace Vonage.VerifyV2;

/// <summary>Short forms of requests.</summary>
public static class VerifyV2ClientExtensions
{
    /// <summary>Starts a verification by SMS.</summary>
    /// <param name="client">The client.</param>
    /// <param name="to">The user's number: 7 to 15 digits, starting with the country code.</param>
    /// <param name="brand">The name of your company or application, which the message contains.</param>
    /// <param name="requestOptions">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The ID of the verification.</returns>
    /// <exception cref="InvalidRequestException">The request violates a rule of the API. Nothing was sent.</exception>
    /// <exception cref="VonageVerificationConflictException">A verification of this number is in progress.</exception>
    /// <exception cref="VonageApiException">The API returned an error, or a response that cannot be used.</exception>
    /// <exception cref="ApiConnectionException">The API could not be reached, or the connection broke.</exception>
    /// <exception cref="ApiTimeoutException">The API did not respond in time.</exception>
    public static Task<StartedVerification> StartAsync(this IVerifyV2Client client, string to, string brand, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        return client.StartAsync(new StartVerificationRequest(brand) { Workflow = { new SmsWorkflow(to) } }, requestOptions, cancellationToken);
    }

    /// <summary>Checks a code, without an exception for a wrong one.</summary>
    /// <param name="client">The client.</param>
    /// <param name="requestId">The verification ID, a UUID.</param>
    /// <param name="code">The code that the user entered.</param>
    /// <param name="requestOptions">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns><see langword="true"/> if the code is correct; <see langword="false"/> if it is wrong and the user may try again.</returns>
    /// <exception cref="InvalidRequestException">The request violates a rule of the API. Nothing was sent.</exception>
    /// <exception cref="VonageVerificationEndedException">The code was wrong too often, or the verification has ended.</exception>
    /// <exception cref="VonageApiException">The API returned another error, or a response that cannot be used.</exception>
    /// <exception cref="ApiConnectionException">The API could not be reached, or the connection broke.</exception>
    /// <exception cref="ApiTimeoutException">The API did not respond in time.</exception>
    public static async Task<bool> TryCheckAsync(this IVerifyV2Client client, string requestId, string code, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        try
        {
            return (await client.CheckAsync(requestId, code, requestOptions, cancellationToken).ConfigureAwait(false)).IsCompleted;
        }
        catch (VonageInvalidCodeException)
        {
            return false;
        }
    }
}
