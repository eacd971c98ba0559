using Vonage.Core;

namespace Vonage.Subaccounts;

/// <content>Overloads that use the API key of the credentials as the primary account.</content>
public partial class SubaccountsClient
{
    /// <inheritdoc/>
    public virtual Task<SubaccountList> ListAsync(RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        ListAsync(OwnKey(options), options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<CreatedSubaccount> CreateAsync(CreateSubaccountRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        CreateAsync(OwnKey(options), request, options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<Subaccount> GetAsync(string subaccountKey, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        GetAsync(OwnKey(options), subaccountKey, options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<Subaccount> UpdateAsync(string subaccountKey, UpdateSubaccountRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        UpdateAsync(OwnKey(options), subaccountKey, request, options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<Subaccount> SuspendAsync(string subaccountKey, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        UpdateAsync(subaccountKey, new UpdateSubaccountRequest { Suspended = true }, options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<Subaccount> ReactivateAsync(string subaccountKey, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        UpdateAsync(subaccountKey, new UpdateSubaccountRequest { Suspended = false }, options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<CreditTransfer> TransferCreditAsync(string fromKey, string toKey, decimal amount, string? reference = null, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        TransferCreditAsync(OwnKey(options), new TransferCreditRequest { From = fromKey, To = toKey, Amount = amount, Reference = reference }, options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<BalanceTransfer> TransferBalanceAsync(string fromKey, string toKey, decimal amount, string? reference = null, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        TransferBalanceAsync(OwnKey(options), new TransferBalanceRequest { From = fromKey, To = toKey, Amount = amount, Reference = reference }, options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<NumberTransfer> TransferNumberAsync(string fromKey, string toKey, string number, string country, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        TransferNumberAsync(OwnKey(options), new TransferNumberRequest { From = fromKey, To = toKey, Number = number, Country = country }, options, cancellationToken);

    /// <inheritdoc/>
    public virtual async Task<IReadOnlyList<CreditTransfer>> ListCreditTransfersAsync(DateTimeOffset since, DateTimeOffset? until = null, IEnumerable<string>? subaccounts = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
    {
        var list = await ListCreditTransfersAsync(OwnKey(options), since, until, subaccounts, options, cancellationToken).ConfigureAwait(false);
        return list.Embedded is { } held ? [.. held.CreditTransfers] : [];
    }

    /// <inheritdoc/>
    public virtual async Task<IReadOnlyList<BalanceTransfer>> ListBalanceTransfersAsync(DateTimeOffset since, DateTimeOffset? until = null, IEnumerable<string>? subaccounts = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
    {
        var list = await ListBalanceTransfersAsync(OwnKey(options), since, until, subaccounts, options, cancellationToken).ConfigureAwait(false);
        return list.Embedded is { } held ? [.. held.BalanceTransfers] : [];
    }

    private string OwnKey(RequestOptions? options) => ((options?.Credentials ?? _api.Credentials) as VonageCredentials)?.ApiKey
        ?? throw new InvalidRequestException("api_key", "is required because the credentials contain no API key. Specify it, or use credentials with an API key and secret (VonageCredentials.FromApiKey or WithApiKey).");
}
