using Vonage.Core;

namespace Vonage.Subaccounts;

public partial interface ISubaccountsClient
{
    /// <summary>Lists the subaccounts of the account whose API key the credentials hold.</summary>
    /// <param name="options">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The account and all its subaccounts.</returns>
    /// <exception cref="InvalidRequestException">The credentials hold no API key. Nothing was sent.</exception>
    /// <exception cref="ApiException">The API returned an error, could not be reached, or did not respond in time.</exception>
    Task<SubaccountList> ListAsync(RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Creates a subaccount of the account whose API key the credentials hold.</summary>
    /// <param name="request">What the subaccount is called, and whose balance it spends.</param>
    /// <param name="options">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The subaccount, with its API key and its secret, which is told here only.</returns>
    /// <exception cref="InvalidRequestException">The name is missing or too long, or the credentials hold no API key. Nothing was sent.</exception>
    /// <exception cref="ApiException">The API returned an error, could not be reached, or did not respond in time.</exception>
    Task<CreatedSubaccount> CreateAsync(CreateSubaccountRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Gets a subaccount of the account whose API key the credentials hold.</summary>
    /// <param name="subaccountKey">The subaccount's API key, 8 characters.</param>
    /// <param name="options">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The subaccount with its balance.</returns>
    /// <exception cref="InvalidRequestException">The key is missing, or the credentials hold no API key. Nothing was sent.</exception>
    /// <exception cref="ApiException">The API returned an error, could not be reached, or did not respond in time.</exception>
    Task<Subaccount> GetAsync(string subaccountKey, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Changes a subaccount of the account whose API key the credentials hold. What is left out stays as it is.</summary>
    /// <param name="subaccountKey">The subaccount's API key, 8 characters.</param>
    /// <param name="request">What shall change.</param>
    /// <param name="options">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The subaccount as it is now.</returns>
    /// <exception cref="InvalidRequestException">The key is missing, or the credentials hold no API key. Nothing was sent.</exception>
    /// <exception cref="ApiException">The API returned an error, could not be reached, or did not respond in time.</exception>
    Task<Subaccount> UpdateAsync(string subaccountKey, UpdateSubaccountRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Suspends a subaccount, which can then neither send nor spend.</summary>
    /// <param name="subaccountKey">The subaccount's API key, 8 characters.</param>
    /// <param name="options">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The subaccount as it is now.</returns>
    /// <exception cref="InvalidRequestException">The key is missing, or the credentials hold no API key. Nothing was sent.</exception>
    /// <exception cref="ApiException">The API returned an error, could not be reached, or did not respond in time.</exception>
    Task<Subaccount> SuspendAsync(string subaccountKey, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Reactivates a subaccount that was suspended.</summary>
    /// <param name="subaccountKey">The subaccount's API key, 8 characters.</param>
    /// <param name="options">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The subaccount as it is now.</returns>
    /// <exception cref="InvalidRequestException">The key is missing, or the credentials hold no API key. Nothing was sent.</exception>
    /// <exception cref="ApiException">The API returned an error, could not be reached, or did not respond in time.</exception>
    Task<Subaccount> ReactivateAsync(string subaccountKey, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Moves a part of the credit limit between the primary account and a subaccount with a balance of its own.</summary>
    /// <param name="fromKey">The API key of the account that gives.</param>
    /// <param name="toKey">The API key of the account that receives.</param>
    /// <param name="amount">How much, in euros, above zero.</param>
    /// <param name="reference">A remark for the audit log.</param>
    /// <param name="options">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The transfer, which is done.</returns>
    /// <exception cref="InvalidRequestException">The amount is not above zero, an account is missing, or the credentials hold no API key. Nothing was sent.</exception>
    /// <exception cref="ApiException">The API returned an error, could not be reached, or did not respond in time.</exception>
    Task<CreditTransfer> TransferCreditAsync(string fromKey, string toKey, decimal amount, string? reference = null, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Moves money between the primary account's balance and that of a subaccount with a balance of its own.</summary>
    /// <param name="fromKey">The API key of the account that gives.</param>
    /// <param name="toKey">The API key of the account that receives.</param>
    /// <param name="amount">How much, in euros, above zero.</param>
    /// <param name="reference">A remark for the audit log.</param>
    /// <param name="options">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The transfer, which is done.</returns>
    /// <exception cref="InvalidRequestException">The amount is not above zero, an account is missing, or the credentials hold no API key. Nothing was sent.</exception>
    /// <exception cref="ApiException">The API returned an error, could not be reached, or did not respond in time.</exception>
    Task<BalanceTransfer> TransferBalanceAsync(string fromKey, string toKey, decimal amount, string? reference = null, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Moves a phone number from one of the accounts to another.</summary>
    /// <param name="fromKey">The API key of the account that has the number.</param>
    /// <param name="toKey">The API key of the account that gets it.</param>
    /// <param name="number">The number, digits only, with the country code first.</param>
    /// <param name="country">The number's country, two capitals such as <c>GB</c>.</param>
    /// <param name="options">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The transfer, which is done.</returns>
    /// <exception cref="InvalidRequestException">A value is missing, or the credentials hold no API key. Nothing was sent.</exception>
    /// <exception cref="ApiException">The API returned an error, could not be reached, or did not respond in time.</exception>
    Task<NumberTransfer> TransferNumberAsync(string fromKey, string toKey, string number, string country, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Lists the transfers of credit within a span of time.</summary>
    /// <param name="since">The earliest time to list. What is below a second is cut off.</param>
    /// <param name="until">The latest time to list; now where it is left out.</param>
    /// <param name="subaccounts">The API keys of the subaccounts to list; all where it is left out.</param>
    /// <param name="options">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The transfers.</returns>
    /// <exception cref="InvalidRequestException">The credentials hold no API key. Nothing was sent.</exception>
    /// <exception cref="ApiException">The API returned an error, could not be reached, or did not respond in time.</exception>
    Task<IReadOnlyList<CreditTransfer>> ListCreditTransfersAsync(DateTimeOffset since, DateTimeOffset? until = null, IEnumerable<string>? subaccounts = null, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Lists the transfers of balance within a span of time.</summary>
    /// <param name="since">The earliest time to list. What is below a second is cut off.</param>
    /// <param name="until">The latest time to list; now where it is left out.</param>
    /// <param name="subaccounts">The API keys of the subaccounts to list; all where it is left out.</param>
    /// <param name="options">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The transfers.</returns>
    /// <exception cref="InvalidRequestException">The credentials hold no API key. Nothing was sent.</exception>
    /// <exception cref="ApiException">The API returned an error, could not be reached, or did not respond in time.</exception>
    Task<IReadOnlyList<BalanceTransfer>> ListBalanceTransfersAsync(DateTimeOffset since, DateTimeOffset? until = null, IEnumerable<string>? subaccounts = null, RequestOptions? options = null, CancellationToken cancellationToken = default);
}
