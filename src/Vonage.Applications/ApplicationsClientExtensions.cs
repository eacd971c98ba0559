using Vonage.Core;

namespace Vonage.Applications;

/// <summary>Updates that keep what they do not change.</summary>
public static class ApplicationsClientExtensions
{
    /// <summary>
    /// Writes an application back, after a change: get it, set its properties, and pass it to this method. An update replaces the whole
    /// definition, so what another caller changed in the meantime is lost.
    /// </summary>
    /// <param name="client">The client.</param>
    /// <param name="application">The application, as returned by the API, with your changes.</param>
    /// <param name="requestOptions">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The updated application.</returns>
    /// <exception cref="InvalidRequestException">The request violates a rule of the API. Nothing was sent.</exception>
    /// <exception cref="VonageApiException">The API returned an error, or a response that cannot be used.</exception>
    /// <exception cref="ApiConnectionException">The API could not be reached, or the connection broke.</exception>
    /// <exception cref="ApiTimeoutException">The API did not respond in time.</exception>
    public static Task<VonageApplication> UpdateAsync(this IApplicationsClient client, VonageApplication application, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        var request = UpdateApplicationRequest.From(application);
        return client.UpdateAsync(application.Id, request, requestOptions, cancellationToken);
    }

    /// <summary>Replaces the keys of an application, and keeps everything else. Tokens that are signed with the old private key are refused from then on.</summary>
    /// <remarks>Store the private key first: if the outcome of the request is unknown, the new key may be the valid one.</remarks>
    /// <param name="client">The client.</param>
    /// <param name="applicationId">The application ID, a UUID.</param>
    /// <param name="keys">The new key pair, for example from <see cref="ApplicationKeyPair.Generate"/>. Only its public key is sent.</param>
    /// <param name="requestOptions">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The updated application.</returns>
    /// <exception cref="InvalidRequestException">The application ID is missing. Nothing was sent.</exception>
    /// <exception cref="VonageApiException">The API returned an error, or a response that cannot be used.</exception>
    /// <exception cref="ApiConnectionException">The API could not be reached, or the connection broke.</exception>
    /// <exception cref="ApiTimeoutException">The API did not respond in time.</exception>
    public static async Task<VonageApplication> SetKeysAsync(this IApplicationsClient client, string applicationId, ApplicationKeyPair keys, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(keys);
        var request = UpdateApplicationRequest.From(await client.GetAsync(applicationId, requestOptions, cancellationToken).ConfigureAwait(false));
        request.Keys = keys.PublicKey();
        return await client.UpdateAsync(applicationId, request, requestOptions, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Changes the capabilities of an application, and keeps everything else: name, keys and privacy, and the capabilities that you do not change. To add a
    /// capability, set it; to remove one, set it to <see langword="null"/>.
    /// </summary>
    /// <remarks>
    /// The API replaces the whole definition with each update and has no way to notice another one. This method therefore gets the application, changes
    /// it, and writes it back: what another caller changes between the two requests is lost. Make changes to one application one after the other.
    /// </remarks>
    /// <param name="client">The client.</param>
    /// <param name="applicationId">The application ID, a UUID.</param>
    /// <param name="change">Changes the current capabilities. Nothing is written if it throws.</param>
    /// <param name="requestOptions">Per-request options: timeout, headers, host and credentials. They apply to both requests.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The updated application.</returns>
    /// <exception cref="InvalidRequestException">The application ID is missing, or a capability violates a rule of the API. Nothing was changed.</exception>
    /// <exception cref="VonageApiException">The API returned an error, or a response that cannot be used.</exception>
    /// <exception cref="ApiConnectionException">The API could not be reached, or the connection broke.</exception>
    /// <exception cref="ApiTimeoutException">The API did not respond in time.</exception>
    public static async Task<VonageApplication> UpdateCapabilityAsync(this IApplicationsClient client, string applicationId, Action<ApplicationCapabilities> change, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(change);
        var request = UpdateApplicationRequest.From(await client.GetAsync(applicationId, requestOptions, cancellationToken).ConfigureAwait(false));
        change(request.Capabilities ??= new ApplicationCapabilities());
        return await client.UpdateAsync(applicationId, request, requestOptions, cancellationToken).ConfigureAwait(false);
    }
}
