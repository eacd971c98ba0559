using Vonage.Core;

namespace Vonage.VerifyV2;

public partial interface IVerifyV2Client
{
    /// <summary>Checks a code.</summary>
    /// <param name="requestId">The verification ID, a UUID.</param>
    /// <param name="code">The code that the user entered, 4 to 10 characters, or the code that the device received from silent authentication.</param>
    /// <param name="requestOptions">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The result for a correct code.</returns>
    /// <exception cref="InvalidRequestException">The request violates a rule of the API. Nothing was sent.</exception>
    /// <exception cref="VonageInvalidCodeException">The code is wrong, and further attempts are possible.</exception>
    /// <exception cref="VonageVerificationEndedException">A wrong code was entered too many times.</exception>
    /// <exception cref="VonageVerificationConflictException">The current channel does not use a code.</exception>
    /// <exception cref="VonageApiException">The API returned another error, or a response that cannot be used.</exception>
    /// <exception cref="ApiConnectionException">The API could not be reached, or the connection broke.</exception>
    /// <exception cref="ApiTimeoutException">The API did not respond in time.</exception>
    Task<CheckedVerification> CheckAsync(string requestId, string code, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default);

    /// <summary>Checks the token that the device received from silent authentication in advanced mode.</summary>
    /// <param name="requestId">The verification ID, a UUID.</param>
    /// <param name="token">The token.</param>
    /// <param name="requestOptions">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The result for a device that the network confirmed.</returns>
    /// <exception cref="InvalidRequestException">The request violates a rule of the API. Nothing was sent.</exception>
    /// <exception cref="VonageVerifyV2Exception">The token is wrong, or silent authentication is not the current channel.</exception>
    /// <exception cref="VonageApiException">The API returned another error, or a response that cannot be used.</exception>
    /// <exception cref="ApiConnectionException">The API could not be reached, or the connection broke.</exception>
    /// <exception cref="ApiTimeoutException">The API did not respond in time.</exception>
    Task<CheckedVerification> CheckTokenAsync(string requestId, string token, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default);
}
