using Vonage.Core;

namespace Vonage.Account;

/// <content>Methods for requests that have one value, or none.</content>
public partial class AccountClient
{
    /// <inheritdoc/>
    public virtual Task<TopUpResponse> TopUpAsync(string transactionReference, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        TopUpCoreAsync(new TopUpRequest(transactionReference), requestOptions, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<AccountSettings> GetSettingsAsync(RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        // The API returns the settings in reply to an update without changes.
        _apiClient.SendAsync(new ApiRequest(UpdateSettingsOperation, UpdateSettingsOperation.PathTemplate, requestOptions), AccountSettings.JsonModelType.Read, cancellationToken);
}
