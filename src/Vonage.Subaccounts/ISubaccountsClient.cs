using Vonage.Core;

namespace Vonage.Subaccounts;

public partial interface ISubaccountsClient
{
    /// <summary>Gets the primary account, with its balance and credit limit.</summary>
    /// <param name="options">Optional parameters.</param>
    /// <param name="requestOptions">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The primary account.</returns>
    /// <exception cref="InvalidRequestException">The credentials contain no API key. Nothing was sent.</exception>
    /// <exception cref="VonageApiException">The API returned an error, or a response that cannot be used.</exception>
    /// <exception cref="ApiConnectionException">The API could not be reached, or the connection broke.</exception>
    /// <exception cref="ApiTimeoutException">The API did not respond in time.</exception>
    Task<Subaccount> GetPrimaryAccountAsync(SubaccountOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default);

    /// <summary>Gets the balance and the credit limit of the primary account and all its subaccounts together.</summary>
    /// <param name="options">Optional parameters.</param>
    /// <param name="requestOptions">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The totals.</returns>
    /// <exception cref="InvalidRequestException">The credentials contain no API key. Nothing was sent.</exception>
    /// <exception cref="VonageApiException">The API returned an error, or a response that cannot be used.</exception>
    /// <exception cref="ApiConnectionException">The API could not be reached, or the connection broke.</exception>
    /// <exception cref="ApiTimeoutException">The API did not respond in time.</exception>
    Task<SubaccountTotals> GetTotalsAsync(SubaccountOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default);

    /// <summary>Suspends a subaccount. A suspended subaccount cannot send or spend.</summary>
    /// <param name="subaccountKey">The subaccount's API key, 8 characters.</param>
    /// <param name="options">Optional parameters.</param>
    /// <param name="requestOptions">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The updated subaccount.</returns>
    /// <exception cref="InvalidRequestException">The key is missing, or the credentials contain no API key. Nothing was sent.</exception>
    /// <exception cref="VonageApiException">The API returned an error, or a response that cannot be used.</exception>
    /// <exception cref="ApiConnectionException">The API could not be reached, or the connection broke.</exception>
    /// <exception cref="ApiTimeoutException">The API did not respond in time.</exception>
    Task<Subaccount> SuspendAsync(string subaccountKey, SubaccountOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default);

    /// <summary>Reactivates a suspended subaccount.</summary>
    /// <param name="subaccountKey">The subaccount's API key, 8 characters.</param>
    /// <param name="options">Optional parameters.</param>
    /// <param name="requestOptions">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The updated subaccount.</returns>
    /// <exception cref="InvalidRequestException">The key is missing, or the credentials contain no API key. Nothing was sent.</exception>
    /// <exception cref="VonageApiException">The API returned an error, or a response that cannot be used.</exception>
    /// <exception cref="ApiConnectionException">The API could not be reached, or the connection broke.</exception>
    /// <exception cref="ApiTimeoutException">The API did not respond in time.</exception>
    Task<Subaccount> ReactivateAsync(string subaccountKey, SubaccountOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default);

    /// <summary>Transfers credit between the primary account and a subaccount that has its own balance.</summary>
    /// <param name="fromKey">The API key of the source account.</param>
    /// <param name="toKey">The API key of the target account.</param>
    /// <param name="amount">The amount in euros, greater than zero.</param>
    /// <param name="reference">A note for the audit log.</param>
    /// <param name="options">Optional parameters.</param>
    /// <param name="requestOptions">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The completed transfer.</returns>
    /// <exception cref="InvalidRequestException">The amount is not greater than zero, an account is missing, or the credentials contain no API key. Nothing was sent.</exception>
    /// <exception cref="VonageApiException">The API returned an error, or a response that cannot be used.</exception>
    /// <exception cref="ApiConnectionException">The API could not be reached, or the connection broke.</exception>
    /// <exception cref="ApiTimeoutException">The API did not respond in time.</exception>
    Task<CreditTransfer> TransferCreditAsync(string fromKey, string toKey, decimal amount, string? reference = null, SubaccountOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default);

    /// <summary>Transfers balance between the primary account and a subaccount that has its own balance.</summary>
    /// <param name="fromKey">The API key of the source account.</param>
    /// <param name="toKey">The API key of the target account.</param>
    /// <param name="amount">The amount in euros, greater than zero.</param>
    /// <param name="reference">A note for the audit log.</param>
    /// <param name="options">Optional parameters.</param>
    /// <param name="requestOptions">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The completed transfer.</returns>
    /// <exception cref="InvalidRequestException">The amount is not greater than zero, an account is missing, or the credentials contain no API key. Nothing was sent.</exception>
    /// <exception cref="VonageApiException">The API returned an error, or a response that cannot be used.</exception>
    /// <exception cref="ApiConnectionException">The API could not be reached, or the connection broke.</exception>
    /// <exception cref="ApiTimeoutException">The API did not respond in time.</exception>
    Task<BalanceTransfer> TransferBalanceAsync(string fromKey, string toKey, decimal amount, string? reference = null, SubaccountOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default);

    /// <summary>Transfers credit from the primary account to a subaccount that has its own balance.</summary>
    /// <param name="toKey">The API key of the subaccount.</param>
    /// <param name="amount">The amount in euros, greater than zero.</param>
    /// <param name="reference">A note for the audit log.</param>
    /// <param name="options">Optional parameters.</param>
    /// <param name="requestOptions">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The completed transfer.</returns>
    /// <exception cref="InvalidRequestException">The amount is not greater than zero, the account is missing, or the credentials contain no API key. Nothing was sent.</exception>
    /// <exception cref="VonageApiException">The API returned an error, or a response that cannot be used.</exception>
    /// <exception cref="ApiConnectionException">The API could not be reached, or the connection broke.</exception>
    /// <exception cref="ApiTimeoutException">The API did not respond in time.</exception>
    Task<CreditTransfer> TransferCreditAsync(string toKey, decimal amount, string? reference = null, SubaccountOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default);

    /// <summary>Transfers balance from the primary account to a subaccount that has its own balance.</summary>
    /// <param name="toKey">The API key of the subaccount.</param>
    /// <param name="amount">The amount in euros, greater than zero.</param>
    /// <param name="reference">A note for the audit log.</param>
    /// <param name="options">Optional parameters.</param>
    /// <param name="requestOptions">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The completed transfer.</returns>
    /// <exception cref="InvalidRequestException">The amount is not greater than zero, the account is missing, or the credentials contain no API key. Nothing was sent.</exception>
    /// <exception cref="VonageApiException">The API returned an error, or a response that cannot be used.</exception>
    /// <exception cref="ApiConnectionException">The API could not be reached, or the connection broke.</exception>
    /// <exception cref="ApiTimeoutException">The API did not respond in time.</exception>
    Task<BalanceTransfer> TransferBalanceAsync(string toKey, decimal amount, string? reference = null, SubaccountOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default);

    /// <summary>Transfers a phone number from one account to another.</summary>
    /// <param name="fromKey">The API key of the account that owns the number.</param>
    /// <param name="toKey">The API key of the account that receives the number.</param>
    /// <param name="number">The number: digits only, starting with the country code.</param>
    /// <param name="country">The country of the number as two uppercase letters, such as <c>GB</c>.</param>
    /// <param name="options">Optional parameters.</param>
    /// <param name="requestOptions">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The completed transfer.</returns>
    /// <exception cref="InvalidRequestException">A value is missing, or the credentials contain no API key. Nothing was sent.</exception>
    /// <exception cref="VonageApiException">The API returned an error, or a response that cannot be used.</exception>
    /// <exception cref="ApiConnectionException">The API could not be reached, or the connection broke.</exception>
    /// <exception cref="ApiTimeoutException">The API did not respond in time.</exception>
    Task<NumberTransfer> TransferNumberAsync(string fromKey, string toKey, string number, string country, SubaccountOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default);
}
