using Vonage.Core;

namespace Vonage.Verify;

public partial interface IVerifyClient
{
    /// <summary>Sends a code to a phone by SMS and, if it is not entered in time, by up to two calls.</summary>
    /// <param name="number">The phone number to verify, with the country code and without a plus sign.</param>
    /// <param name="brand">The brand name that the message contains, up to 18 characters.</param>
    /// <param name="requestOptions">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The verification that was started.</returns>
    /// <exception cref="InvalidRequestException">The request violates a rule of the API. Nothing was sent.</exception>
    /// <exception cref="VonageVerifyException">The request was rejected, for example because a verification of the number is in progress.</exception>
    /// <exception cref="VonageApiException">The API returned an error, or a response that cannot be used.</exception>
    /// <exception cref="ApiConnectionException">The API could not be reached, or the connection broke.</exception>
    /// <exception cref="ApiTimeoutException">The API did not respond in time.</exception>
    Task<VerifyResponse> StartAsync(string number, string brand, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default);

    /// <summary>Checks a code.</summary>
    /// <param name="requestId">The verification ID.</param>
    /// <param name="code">The code that the user entered.</param>
    /// <param name="requestOptions">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The result for a correct code.</returns>
    /// <exception cref="InvalidRequestException">The request violates a rule of the API. Nothing was sent.</exception>
    /// <exception cref="VonageVerifyException">The code is wrong, or the verification has ended.</exception>
    /// <exception cref="VonageApiException">The API returned an error, or a response that cannot be used.</exception>
    /// <exception cref="ApiConnectionException">The API could not be reached, or the connection broke.</exception>
    /// <exception cref="ApiTimeoutException">The API did not respond in time.</exception>
    Task<VerifyCheckResponse> CheckAsync(string requestId, string code, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default);

    /// <summary>Cancels a verification. This is possible from 30 seconds after the start until the second step of the workflow.</summary>
    /// <param name="requestId">The verification ID.</param>
    /// <param name="requestOptions">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The result of the cancellation.</returns>
    /// <exception cref="InvalidRequestException">The ID is missing or too long. Nothing was sent.</exception>
    /// <exception cref="VonageVerifyException">The verification cannot be canceled now, is unknown, or has ended.</exception>
    /// <exception cref="VonageApiException">The API returned an error, or a response that cannot be used.</exception>
    /// <exception cref="ApiConnectionException">The API could not be reached, or the connection broke.</exception>
    /// <exception cref="ApiTimeoutException">The API did not respond in time.</exception>
    Task<VerifyControlResponse> CancelAsync(string requestId, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default);

    /// <summary>Starts the next step of a verification's workflow immediately.</summary>
    /// <param name="requestId">The verification ID.</param>
    /// <param name="requestOptions">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The result of the command.</returns>
    /// <exception cref="InvalidRequestException">The ID is missing or too long. Nothing was sent.</exception>
    /// <exception cref="VonageVerifyException">There is no further step, or the verification is unknown or has ended.</exception>
    /// <exception cref="VonageApiException">The API returned an error, or a response that cannot be used.</exception>
    /// <exception cref="ApiConnectionException">The API could not be reached, or the connection broke.</exception>
    /// <exception cref="ApiTimeoutException">The API did not respond in time.</exception>
    Task<VerifyControlResponse> TriggerNextWorkflowAsync(string requestId, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default);

    /// <summary>Gets the current or final status of a verification. It can take up to 60 seconds until a completed verification is found.</summary>
    /// <param name="requestId">The verification ID.</param>
    /// <param name="requestOptions">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The verification.</returns>
    /// <exception cref="InvalidRequestException">The ID is missing or too long. Nothing was sent.</exception>
    /// <exception cref="VonageVerifyException">The verification is unknown, or not available yet.</exception>
    /// <exception cref="VonageApiException">The API returned an error, or a response that cannot be used.</exception>
    /// <exception cref="ApiConnectionException">The API could not be reached, or the connection broke.</exception>
    /// <exception cref="ApiTimeoutException">The API did not respond in time.</exception>
    Task<VerifySearchResponse> GetAsync(string requestId, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default);

    /// <summary>Gets the current or final status of several verifications.</summary>
    /// <param name="requestIds">The verification IDs, up to 10.</param>
    /// <param name="requestOptions">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The verifications. One that is unknown or not available yet has the status <see cref="VerifySearchStatus.NotFound"/>.</returns>
    /// <exception cref="InvalidRequestException">There are no IDs or more than 10. Nothing was sent.</exception>
    /// <exception cref="VonageVerifyException">The request was rejected.</exception>
    /// <exception cref="VonageApiException">The API returned an error, or a response that cannot be used.</exception>
    /// <exception cref="ApiConnectionException">The API could not be reached, or the connection broke.</exception>
    /// <exception cref="ApiTimeoutException">The API did not respond in time.</exception>
    Task<IReadOnlyList<VerifySearchResult>> ListAsync(IEnumerable<string> requestIds, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default);
}
