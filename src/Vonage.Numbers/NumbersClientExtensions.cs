using Vonage.Core;

namespace Vonage.Numbers;

/// <summary>Methods for numbers that the API returned.</summary>
public static class NumbersClientExtensions
{
    /// <summary>Buys a number that was found. It is charged now and every month until it is canceled.</summary>
    /// <param name="client">The client.</param>
    /// <param name="number">The number, as returned by <see cref="INumbersClient.SearchAvailableAsync"/>.</param>
    /// <param name="targetApiKey">The API key of the subaccount that buys the number. The default is the account itself.</param>
    /// <param name="requestOptions">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The result of the purchase.</returns>
    /// <exception cref="InvalidRequestException">The number has no country or MSISDN. Nothing was sent.</exception>
    /// <exception cref="VonageApiException">The API returned an error, such as status 420 for a number that is not available.</exception>
    /// <exception cref="ApiConnectionException">The API could not be reached, or the connection broke.</exception>
    /// <exception cref="ApiTimeoutException">The API did not respond in time.</exception>
    public static Task<NumberResponse> BuyAsync(this INumbersClient client, AvailableNumber number, string? targetApiKey = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(number);
        return client.BuyAsync(number.Country!, number.Msisdn!, targetApiKey, requestOptions, cancellationToken);
    }

    /// <summary>Gets a number of the account.</summary>
    /// <param name="client">The client.</param>
    /// <param name="msisdn">The number: digits only, starting with the country code.</param>
    /// <param name="requestOptions">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The number with its settings; <see langword="null"/> if the account does not own it.</returns>
    /// <exception cref="InvalidRequestException">The number is missing. Nothing was sent.</exception>
    /// <exception cref="VonageApiException">The API returned an error, or a response that cannot be used.</exception>
    /// <exception cref="ApiConnectionException">The API could not be reached, or the connection broke.</exception>
    /// <exception cref="ApiTimeoutException">The API did not respond in time.</exception>
    public static async Task<OwnedNumber?> GetOwnedAsync(this INumbersClient client, string msisdn, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        if (string.IsNullOrEmpty(msisdn))
            throw new InvalidRequestException("msisdn", "is required. Set it to the number: digits only, starting with the country code.");
        await foreach (var number in client.ListOwnedAsync(new() { Pattern = msisdn, SearchPattern = NumberSearchPattern.StartsWith }, requestOptions, cancellationToken).ConfigureAwait(false))
            if (number.Msisdn == msisdn)
                return number;
        return null;
    }

    /// <summary>Writes the settings of a number back, after a change: see <see cref="UpdateNumberRequest.From"/>.</summary>
    /// <param name="client">The client.</param>
    /// <param name="number">The number with its settings.</param>
    /// <param name="requestOptions">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The result of the update.</returns>
    /// <exception cref="InvalidRequestException">The request violates a rule of the API. Nothing was sent.</exception>
    /// <exception cref="VonageApiException">The API returned an error, or a response that cannot be used.</exception>
    /// <exception cref="ApiConnectionException">The API could not be reached, or the connection broke.</exception>
    /// <exception cref="ApiTimeoutException">The API did not respond in time.</exception>
    public static Task<NumberResponse> UpdateAsync(this INumbersClient client, OwnedNumber number, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        return client.UpdateAsync(UpdateNumberRequest.From(number), requestOptions, cancellationToken);
    }
}
