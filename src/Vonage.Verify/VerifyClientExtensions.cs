using Vonage.Core;

namespace Vonage.Verify;

/// <summary>Short forms of requests.</summary>
public static class VerifyClientExtensions
{
    /// <summary>Checks a code, without an exception for a wrong one.</summary>
    /// <param name="client">The client.</param>
    /// <param name="requestId">The ID of the verification.</param>
    /// <param name="code">The code that the user entered: 4 or 6 digits.</param>
    /// <param name="requestOptions">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns><see langword="true"/> if the code is correct; <see langword="false"/> if it is wrong and the user may try again.</returns>
    /// <exception cref="InvalidRequestException">The request violates a rule of the API. Nothing was sent.</exception>
    /// <exception cref="VonageVerifyException">The code was wrong too often, or the API rejected the request for another reason.</exception>
    /// <exception cref="VonageApiException">The API returned another error, or a response that cannot be used.</exception>
    /// <exception cref="ApiConnectionException">The API could not be reached, or the connection broke.</exception>
    /// <exception cref="ApiTimeoutException">The API did not respond in time.</exception>
    public static async Task<bool> TryCheckAsync(this IVerifyClient client, string requestId, string code, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        try
        {
            await client.CheckAsync(requestId, code, requestOptions, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (VonageVerifyException e) when (e.Status == VerifyStatus.WrongCode)
        {
            return false;
        }
    }
}
