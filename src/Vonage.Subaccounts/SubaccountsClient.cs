using Vonage.Core;

namespace Vonage.Subaccounts;

/// <content>Convenience methods.</content>
public partial class SubaccountsClient
{
    /// <inheritdoc/>
    public virtual async Task<Subaccount> GetPrimaryAccountAsync(SubaccountOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default)
    {
        var accounts = await ListAllAsync(options, requestOptions, cancellationToken).ConfigureAwait(false);
        return accounts.Embedded?.PrimaryAccount ?? throw new VonageApiException(new ApiResponse(ListOperation.Name, HttpMethod.Get, ListOperation.PathTemplate, System.Net.HttpStatusCode.OK, string.Empty), "The response does not contain the primary account.");
    }

    /// <inheritdoc/>
    public virtual async Task<SubaccountTotals> GetTotalsAsync(SubaccountOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default)
    {
        var accounts = await ListAllAsync(options, requestOptions, cancellationToken).ConfigureAwait(false);
        return new SubaccountTotals(accounts.TotalBalance, accounts.TotalCreditLimit);
    }

    /// <inheritdoc/>
    public virtual Task<Subaccount> SuspendAsync(string subaccountKey, SubaccountOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        UpdateAsync(subaccountKey, new UpdateSubaccountRequest { Suspended = true }, options, requestOptions, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<Subaccount> ReactivateAsync(string subaccountKey, SubaccountOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        UpdateAsync(subaccountKey, new UpdateSubaccountRequest { Suspended = false }, options, requestOptions, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<CreditTransfer> TransferCreditAsync(string fromKey, string toKey, decimal amount, string? reference = null, SubaccountOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        TransferCreditAsync(new TransferCreditRequest { From = fromKey, To = toKey, Amount = amount, Reference = reference }, options, requestOptions, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<BalanceTransfer> TransferBalanceAsync(string fromKey, string toKey, decimal amount, string? reference = null, SubaccountOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        TransferBalanceAsync(new TransferBalanceRequest { From = fromKey, To = toKey, Amount = amount, Reference = reference }, options, requestOptions, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<CreditTransfer> TransferCreditAsync(string toKey, decimal amount, string? reference = null, SubaccountOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        TransferCreditAsync(VonageCredentials.AccountKey(options?.AccountKey, requestOptions, _apiClient), toKey, amount, reference, options, requestOptions, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<BalanceTransfer> TransferBalanceAsync(string toKey, decimal amount, string? reference = null, SubaccountOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        TransferBalanceAsync(VonageCredentials.AccountKey(options?.AccountKey, requestOptions, _apiClient), toKey, amount, reference, options, requestOptions, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<NumberTransfer> TransferNumberAsync(string fromKey, string toKey, string number, string country, SubaccountOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        TransferNumberAsync(new TransferNumberRequest { From = fromKey, To = toKey, Number = number, Country = country }, options, requestOptions, cancellationToken);

    private Task<SubaccountList> ListAllAsync(SubaccountOptions? options, RequestOptions? requestOptions, CancellationToken cancellationToken)
    {
        var accountKey = VonageCredentials.AccountKey(options?.AccountKey, requestOptions, _apiClient);
        var call = new ApiRequest(ListOperation, "/accounts/" + WireFormat.Segment("AccountKey", accountKey) + "/subaccounts", requestOptions);
        return _apiClient.SendAsync(call, SubaccountList.JsonModelType.Read, cancellationToken);
    }
}
