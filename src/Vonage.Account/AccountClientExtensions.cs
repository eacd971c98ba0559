using Vonage.Core;

namespace Vonage.Account;

/// <summary>Methods that combine several requests.</summary>
public static class AccountClientExtensions
{
    /// <summary>Replaces the only secret of the API key: creates the new secret, then revokes the old one.</summary>
    /// <remarks>
    /// <para>Clients that authenticate with the old secret fail from then on, this one included; create a client with the new secret.</para>
    /// <para>If the creation fails, the old secret is still the only one. If the revocation fails (<see cref="ApiException.Operation"/> is
    /// <c>Account.revokeSecret</c>) or is canceled, both secrets are valid: use the new one, and revoke the old one with
    /// <see cref="IAccountClient.RevokeSecretAsync"/>.</para>
    /// </remarks>
    /// <param name="client">The client.</param>
    /// <param name="newSecret">The new secret: 8 to 25 characters, with a lowercase letter, an uppercase letter and a digit.</param>
    /// <param name="options">Optional parameters, such as the API key of another account.</param>
    /// <param name="requestOptions">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The new secret's ID and creation time.</returns>
    /// <exception cref="InvalidRequestException">The new secret violates a rule, or the credentials contain no API key. Nothing was changed.</exception>
    /// <exception cref="InvalidOperationException">The API key does not have exactly one secret, so the old one is not known. Nothing was changed.</exception>
    /// <exception cref="VonageApiException">The API returned an error, or a response that cannot be used.</exception>
    /// <exception cref="ApiConnectionException">The API could not be reached, or the connection broke.</exception>
    /// <exception cref="ApiTimeoutException">The API did not respond in time.</exception>
    public static async Task<ApiSecret> RotateSecretAsync(this IAccountClient client, string newSecret, SecretOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        var secrets = await client.ListSecretsAsync(new() { AccountKey = options?.AccountKey }, requestOptions, cancellationToken).ConfigureAwait(false);
        if (secrets.Count != 1)
            throw new InvalidOperationException($"The API key has {secrets.Count} secrets. Revoke all but the one to replace (RevokeSecretAsync), then rotate it.");

        var created = await client.CreateSecretAsync(new(newSecret), options, requestOptions, cancellationToken).ConfigureAwait(false);
        await client.RevokeSecretAsync(secrets[0].Id, options, requestOptions, cancellationToken).ConfigureAwait(false);
        return created;
    }
}
