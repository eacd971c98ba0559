using Vonage.Core;

namespace Vonage.VerifyV2;

public partial interface IVerifyV2Client
{
    /// <summary>Checks a code.</summary>
    /// <param name="requestId">The verification's id, a UUID.</param>
    /// <param name="code">What the person typed in, 4 to 10 characters, or what silent authentication gave to the device.</param>
    /// <param name="options">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The result for a correct code.</returns>
    /// <exception cref="InvalidRequestException">The request violates a rule of the API. Nothing was sent.</exception>
    /// <exception cref="VonageWrongCodeException">The code is wrong, and another try is left.</exception>
    /// <exception cref="VonageVerificationOverException">The code was wrong too many times.</exception>
    /// <exception cref="VonageVerificationConflictException">The channel that is being tried has no code.</exception>
    /// <exception cref="ApiException">The API answered with another error.</exception>
    Task<CheckedVerification> CheckAsync(string requestId, string code, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Checks the token that silent authentication in advanced mode gave to the device.</summary>
    /// <param name="requestId">The verification's id, a UUID.</param>
    /// <param name="token">The token.</param>
    /// <param name="options">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The network has vouched for the device.</returns>
    /// <exception cref="InvalidRequestException">The request violates a rule of the API. Nothing was sent.</exception>
    /// <exception cref="VonageVerificationException">The token is wrong, or the verification is not at silent authentication.</exception>
    /// <exception cref="ApiException">The API answered with another error.</exception>
    Task<CheckedVerification> CheckTokenAsync(string requestId, string token, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Adds a template without texts.</summary>
    /// <param name="name">The template's name, 1 to 64 letters, digits, underscores and hyphens.</param>
    /// <param name="options">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The template exists now.</returns>
    /// <exception cref="InvalidRequestException">The name breaks its rule. Nothing was sent.</exception>
    /// <exception cref="ApiException">The API returned an error, could not be reached, or did not respond in time.</exception>
    Task<VerificationTemplate> CreateTemplateAsync(string name, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Changes a text of a template.</summary>
    /// <param name="templateId">The template's id, a UUID.</param>
    /// <param name="templateFragmentId">The fragment's id, a UUID.</param>
    /// <param name="text">The new text, not empty, with ${code}, ${brand}, ${time-limit} and ${time-limit-unit} where the values go.</param>
    /// <param name="options">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The fragment as it is now.</returns>
    /// <exception cref="InvalidRequestException">The text is missing. Nothing was sent.</exception>
    /// <exception cref="ApiException">The API returned an error, could not be reached, or did not respond in time.</exception>
    Task<TemplateFragment> UpdateFragmentAsync(string templateId, string templateFragmentId, string text, RequestOptions? options = null, CancellationToken cancellationToken = default);
}
