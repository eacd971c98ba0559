using Vonage.Core;

namespace Vonage.Subaccounts;

public partial interface ISubaccountsClient
{
    /// <summary>Lists the subaccounts of the account whose API key is in the credentials.</summary>
    /// <param name="options">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The primary account and its subaccounts.</returns>
    /// <exception cref="InvalidRequestException">The credentials contain no API key. Nothing was sent.</exception>
    /// <exception cref="ApiException">The API returned an error, could not be reached, or did not respond in time.</exception>
    Task<SubaccountList> ListAsync(RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Creates a subaccount of the account whose API key is in the credentials.</summary>
    /// <param name="request">The name of the subaccount, and whether it uses the balance of the primary account.</param>
    /// <param name="options">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The subaccount with its API key and secret. The API returns the secret only here.</returns>
    /// <exception cref="InvalidRequestException">The name is missing or too long, or the credentials contain no API key. Nothing was sent.</exception>
    /// <exception cref="ApiException">The API returned an error, could not be reached, or did not respond in time.</exception>
    Task<CreatedSubaccount> CreateAsync(CreateSubaccountRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Gets a subaccount of the account whose API key is in the credentials.</summary>
    /// <param name="subaccountKey">The subaccount's API key, 8 characters.</param>
    /// <param name="options">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The subaccount with its balance.</returns>
    /// <exception cref="InvalidRequestException">The key is missing, or the credentials contain no API key. Nothing was sent.</exception>
    /// <exception cref="ApiException">The API returned an error, could not be reached, or did not respond in time.</exception>
    Task<Subaccount> GetAsync(string subaccountKey, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Updates a subaccount of the account whose API key is in the credentials. Values that are not set do not change.</summary>
    /// <param name="subaccountKey">The subaccount's API key, 8 characters.</param>
    /// <param name="request">The changes.</param>
    /// <param name="options">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The updated subaccount.</returns>
    /// <exception cref="InvalidRequestException">The key is missing, or the credentials contain no API key. Nothing was sent.</exception>
    /// <exception cref="ApiException">The API returned an error, could not be reached, or did not respond in time.</exception>
    Task<Subaccount> UpdateAsync(string subaccountKey, UpdateSubaccountRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Suspends a subaccount. A suspended subaccount cannot send or spend.</summary>
    /// <param name="subaccountKey">The subaccount's API key, 8 characters.</param>
    /// <param name="options">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The updated subaccount.</returns>
    /// <exception cref="InvalidRequestException">The key is missing, or the credentials contain no API key. Nothing was sent.</exception>
    /// <exception cref="ApiException">The API returned an error, could not be reached, or did not respond in time.</exception>
    Task<Subaccount> SuspendAsync(string subaccountKey, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Reactivates a suspended subaccount.</summary>
    /// <param name="subaccountKey">The subaccount's API key, 8 characters.</param>
    /// <param name="options">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The updated subaccount.</returns>
    /// <exception cref="InvalidRequestException">The key is missing, or the credentials contain no API key. Nothing was sent.</exception>
    /// <exception cref="ApiException">The API returned an error, could not be reached, or did not respond in time.</exception>
    Task<Subaccount> ReactivateAsync(string subaccountKey, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Transfers credit between the primary account and a subaccount that has its own balance.</summary>
    /// <param name="fromKey">The API key of the source account.</param>
    /// <param name="toKey">The API key of the target account.</param>
    /// <param name="amount">The amount in euros, greater than zero.</param>
    /// <param name="reference">A note for the audit log.</param>
    /// <param name="options">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The completed transfer.</returns>
    /// <exception cref="InvalidRequestException">The amount is not greater than zero, an account is missing, or the credentials contain no API key. Nothing was sent.</exception>
    /// <exception cref="ApiException">The API returned an error, could not be reached, or did not respond in time.</exception>
    Task<CreditTransfer> TransferCreditAsync(string fromKey, string toKey, decimal amount, string? reference = null, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Transfers balance between the primary account and a subaccount that has its own balance.</summary>
    /// <param name="fromKey">The API key of the source account.</param>
    /// <param name="toKey">The API key of the target account.</param>
    /// <param name="amount">The amount in euros, greater than zero.</param>
    /// <param name="reference">A note for the audit log.</param>
    /// <param name="options">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The completed transfer.</returns>
    /// <exception cref="InvalidRequestException">The amount is not greater than zero, an account is missing, or the credentials contain no API key. Nothing was sent.</exception>
    /// <exception cref="ApiException">The API returned an error, could not be reached, or did not respond in time.</exception>
    Task<BalanceTransfer> TransferBalanceAsync(string fromKey, string toKey, decimal amount, string? reference = null, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Transfers a phone number from one account to another.</summary>
    /// <param name="fromKey">The API key of the account that owns the number.</param>
    /// <param name="toKey">The API key of the account that receives the number.</param>
    /// <param name="number">The number: digits only, starting with the country code.</param>
    /// <param name="country">The country of the number as two uppercase letters, such as <c>GB</c>.</param>
    /// <param name="options">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The completed transfer.</returns>
    /// <exception cref="InvalidRequestException">A value is missing, or the credentials contain no API key. Nothing was sent.</exception>
    /// <exception cref="ApiException">The API returned an error, could not be reached, or did not respond in time.</exception>
    Task<NumberTransfer> TransferNumberAsync(string fromKey, string toKey, string number, string country, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Lists credit transfers in a time range.</summary>
    /// <param name="since">The start of the time range. Fractions of a second are ignored.</param>
    /// <param name="until">The end of the time range. The default is the current time.</param>
    /// <param name="subaccounts">The API keys of the subaccounts to include. The default is all subaccounts.</param>
    /// <param name="options">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The transfers.</returns>
    /// <exception cref="InvalidRequestException">The credentials contain no API key. Nothing was sent.</exception>
    /// <exception cref="ApiException">The API returned an error, could not be reached, or did not respond in time.</exception>
    Task<IReadOnlyList<CreditTransfer>> ListCreditTransfersAsync(DateTimeOffset since, DateTimeOffset? until = null, IEnumerable<string>? subaccounts = null, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Lists balance transfers in a time range.</summary>
    /// <param name="since">The start of the time range. Fractions of a second are ignored.</param>
    /// <param name="until">The end of the time range. The default is the current time.</param>
    /// <param name="subaccounts">The API keys of the subaccounts to include. The default is all subaccounts.</param>
    /// <param name="options">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The transfers.</returns>
    /// <exception cref="InvalidRequestException">The credentials contain no API key. Nothing was sent.</exception>
    /// <exception cref="ApiException">The API returned an error, could not be reached, or did not respond in time.</exception>
    Task<IReadOnlyList<BalanceTransfer>> ListBalanceTransfersAsync(DateTimeOffset since, DateTimeOffset? until = null, IEnumerable<string>? subaccounts = null, RequestOptions? options = null, CancellationToken cancellationToken = default);
}
