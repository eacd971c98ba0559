using Vonage.Core;

namespace Vonage.Numbers;

public partial interface INumbersClient
{
    /// <summary>Rents a number, from now on and every month until it is cancelled.</summary>
    /// <param name="country">The number's country, two letters (ISO 3166-1 alpha-2).</param>
    /// <param name="msisdn">The number, as the search has found it.</param>
    /// <param name="targetApiKey">The API key of the subaccount to rent the number for. The account itself by default.</param>
    /// <param name="options">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The number is the account's.</returns>
    /// <exception cref="InvalidRequestException">The request violates a rule of the API. Nothing was sent.</exception>
    /// <exception cref="ApiException">The API answered with an error, such as 420 for a number that is not to be had.</exception>
    Task<NumberReply> BuyAsync(string country, string msisdn, string? targetApiKey = null, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Gives a number back. It may become somebody else's.</summary>
    /// <param name="country">The number's country, two letters (ISO 3166-1 alpha-2).</param>
    /// <param name="msisdn">The number, digits only with the country code first.</param>
    /// <param name="targetApiKey">The API key of the subaccount that rents the number. The account itself by default.</param>
    /// <param name="options">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The number is the account's no longer.</returns>
    /// <exception cref="InvalidRequestException">The request violates a rule of the API. Nothing was sent.</exception>
    /// <exception cref="ApiException">The API returned an error, could not be reached, or did not respond in time.</exception>
    Task<NumberReply> CancelAsync(string country, string msisdn, string? targetApiKey = null, RequestOptions? options = null, CancellationToken cancellationToken = default);
}
