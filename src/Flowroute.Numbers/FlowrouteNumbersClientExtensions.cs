using Vonage.Core;

namespace Flowroute.Numbers;

/// <summary>Methods for numbers that the API returned.</summary>
public static class FlowrouteNumbersClientExtensions
{
    /// <summary>Purchases a number that was found. It is charged now and every month until it is released.</summary>
    /// <param name="client">The client.</param>
    /// <param name="number">The number, as returned by <see cref="IFlowrouteNumbersClient.SearchAvailableAsync"/>.</param>
    /// <param name="request">Optional settings of the purchase.</param>
    /// <param name="requestOptions">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The purchased number.</returns>
    /// <exception cref="InvalidRequestException">The request violates a rule of the API. Nothing was sent.</exception>
    /// <exception cref="FlowrouteApiException">The API returned an error, or a response that cannot be used.</exception>
    /// <exception cref="ApiConnectionException">The API could not be reached, or the connection broke.</exception>
    /// <exception cref="ApiTimeoutException">The API did not respond in time.</exception>
    public static Task<AccountNumber> PurchaseAsync(this IFlowrouteNumbersClient client, PurchasableNumber number, PurchaseNumberRequest? request = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(number);
        return client.PurchaseAsync(number.Id, request, requestOptions, cancellationToken);
    }
}
