using Vonage.Core;

namespace Vonage.VerifyV2;

public partial interface IVerifyV2Client
{
    /// <summary>Checks a code.</summary>
    /// <param name="requestId">The verification ID, a UUID.</param>
    /// <param name="code">The code that the user entered, 4 to 10 characters, or the code that the device received from silent authentication.</param>
    /// <param name="options">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The result for a correct code.</returns>
    /// <exception cref="InvalidRequestException">The request violates a rule of the API. Nothing was sent.</exception>
    /// <exception cref="VonageInvalidCodeException">The code is wrong, and further attempts are possible.</exception>
    /// <exception cref="VonageVerificationEndedException">A wrong code was entered too many times.</exception>
    /// <exception cref="VonageVerificationConflictException">The current channel does not use a code.</exception>
    /// <exception cref="ApiException">The API returned another error, could not be reached, or did not respond in time.</exception>
    Task<CheckedVerification> CheckAsync(string requestId, string code, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Checks the token that the device received from silent authentication in advanced mode.</summary>
    /// <param name="requestId">The verification ID, a UUID.</param>
    /// <param name="token">The token.</param>
    /// <param name="options">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The result for a device that the network confirmed.</returns>
    /// <exception cref="InvalidRequestException">The request violates a rule of the API. Nothing was sent.</exception>
    /// <exception cref="VonageVerifyV2Exception">The token is wrong, or silent authentication is not the current channel.</exception>
    /// <exception cref="ApiException">The API returned another error, could not be reached, or did not respond in time.</exception>
    Task<CheckedVerification> CheckTokenAsync(string requestId, string token, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Creates a template without fragments.</summary>
    /// <param name="name">The name of the template: 1 to 64 letters, digits, underscores and hyphens.</param>
    /// <param name="options">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The new template.</returns>
    /// <exception cref="InvalidRequestException">The name is not valid. Nothing was sent.</exception>
    /// <exception cref="ApiException">The API returned an error, could not be reached, or did not respond in time.</exception>
    Task<VerificationTemplate> CreateTemplateAsync(string name, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Updates the text of a template fragment.</summary>
    /// <param name="templateId">The template ID, a UUID.</param>
    /// <param name="templateFragmentId">The fragment ID, a UUID.</param>
    /// <param name="text">The new text. It must not be empty. The placeholders are ${code}, ${brand}, ${time-limit} and ${time-limit-unit}.</param>
    /// <param name="options">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The updated fragment.</returns>
    /// <exception cref="InvalidRequestException">The text is missing. Nothing was sent.</exception>
    /// <exception cref="ApiException">The API returned an error, could not be reached, or did not respond in time.</exception>
    Task<TemplateFragment> UpdateFragmentAsync(string templateId, string templateFragmentId, string text, RequestOptions? options = null, CancellationToken cancellationToken = default);
}
