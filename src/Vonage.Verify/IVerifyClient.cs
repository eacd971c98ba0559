using Vonage.Core;

namespace Vonage.Verify;

public partial interface IVerifyClient
{
    /// <summary>Sends a code to a phone, by an SMS and then, if need be, two calls.</summary>
    /// <param name="number">The phone to verify, with the country code first and without plus sign.</param>
    /// <param name="brand">Who asks for the code, up to 18 characters. The message names it.</param>
    /// <param name="options">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The verification was started.</returns>
    /// <exception cref="InvalidRequestException">The request violates a rule of the API. Nothing was sent.</exception>
    /// <exception cref="VonageVerifyException">The request was refused, such as for a number that has a verification already.</exception>
    /// <exception cref="ApiException">The API returned an error, could not be reached, or did not respond in time.</exception>
    Task<VerifyReply> StartAsync(string number, string brand, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Checks a code.</summary>
    /// <param name="requestId">The verification's id.</param>
    /// <param name="code">What the person typed in.</param>
    /// <param name="options">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The code is right.</returns>
    /// <exception cref="InvalidRequestException">The request violates a rule of the API. Nothing was sent.</exception>
    /// <exception cref="VonageVerifyException">The code is wrong, or the verification is over.</exception>
    /// <exception cref="ApiException">The API returned an error, could not be reached, or did not respond in time.</exception>
    Task<VerifyCheckReply> CheckAsync(string requestId, string code, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Cancels a verification: from 30 seconds after its start until the second step of its workflow.</summary>
    /// <param name="requestId">The verification's id.</param>
    /// <param name="options">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The verification is over.</returns>
    /// <exception cref="InvalidRequestException">The id is missing or too long. Nothing was sent.</exception>
    /// <exception cref="VonageVerifyException">It cannot be cancelled now, or is unknown or over.</exception>
    /// <exception cref="ApiException">The API returned an error, could not be reached, or did not respond in time.</exception>
    Task<VerifyControlReply> CancelAsync(string requestId, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Goes on to the next step of a verification's workflow at once.</summary>
    /// <param name="requestId">The verification's id.</param>
    /// <param name="options">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The next step has begun.</returns>
    /// <exception cref="InvalidRequestException">The id is missing or too long. Nothing was sent.</exception>
    /// <exception cref="VonageVerifyException">No step is left, or the verification is unknown or over.</exception>
    /// <exception cref="ApiException">The API returned an error, could not be reached, or did not respond in time.</exception>
    Task<VerifyControlReply> TriggerNextEventAsync(string requestId, RequestOptions? options = null, CancellationToken cancellationToken = default);
}
