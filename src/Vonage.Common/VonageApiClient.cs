using Vonage.Core;

namespace Vonage;

/// <summary>Sends requests to Vonage. Thread-safe; one serves a whole process, and every API's client can stand on the same one.</summary>
public class VonageApiClient : ApiClient
{
    /// <summary>Creates a client on the library's own shared connections.</summary>
    /// <param name="credentials">Who sends the requests.</param>
    /// <param name="options">How to reach Vonage; <see langword="null"/> for the defaults.</param>
    public VonageApiClient(VonageCredentials credentials, VonageClientOptions? options = null)
        : base(credentials, options ?? new VonageClientOptions()) => Jwt = new JwtGenerator(credentials, options?.TimeProvider);

    /// <summary>Creates a client on an <see cref="HttpClient"/> of the caller's, which stays the caller's to dispose of.</summary>
    /// <param name="httpClient">Where requests go through.</param>
    /// <param name="credentials">Who sends the requests.</param>
    /// <param name="options">How to reach Vonage; <see langword="null"/> for the defaults.</param>
    public VonageApiClient(HttpClient httpClient, VonageCredentials credentials, VonageClientOptions? options = null)
        : base(httpClient, credentials, options ?? new VonageClientOptions()) => Jwt = new JwtGenerator(credentials, options?.TimeProvider);

    /// <summary>Makes tokens with the same credentials and clock, for client SDKs.</summary>
    public IJwtGenerator Jwt { get; }

    /// <inheritdoc/>
    protected override ApiException CreateException(ApiReply reply, string? reason, Exception? inner) => new VonageApiException(reply, reason, inner);
}
