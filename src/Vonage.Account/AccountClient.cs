using Vonage.Core;

namespace Vonage.Account;

/// <content>Overloads that use the API key of the credentials.</content>
public partial class AccountClient
{
    /// <inheritdoc/>
    public virtual Task<TopUpResponse> TopUpAsync(string transactionReference, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        TopUpAsync(new TopUpRequest(transactionReference), options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ApiSecretList> ListSecretsAsync(RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        ListSecretsAsync(OwnKey(options), options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ApiSecret> CreateSecretAsync(string secret, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        CreateSecretAsync(OwnKey(options), new CreateSecretRequest(secret), options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ApiSecret> GetSecretAsync(string secretId, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        GetSecretAsync(OwnKey(options), secretId, options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task RevokeSecretAsync(string secretId, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        RevokeSecretAsync(OwnKey(options), secretId, options, cancellationToken);

    private string OwnKey(RequestOptions? options) => ((options?.Credentials ?? _api.Credentials) as VonageCredentials)?.ApiKey
        ?? throw new InvalidRequestException("api_key", "is required because the credentials contain no API key. Specify it, or use credentials with an API key and secret (VonageCredentials.FromApiKey or WithApiKey).");
}
