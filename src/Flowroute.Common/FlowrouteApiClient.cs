using Vonage.Core;

namespace Flowroute;

/// <summary>Sends requests to Flowroute. Thread-safe; one serves a whole process, and every API's client can stand on the same one.</summary>
public class FlowrouteApiClient : ApiClient
{
    /// <summary>Creates a client on the library's own shared connections.</summary>
    /// <param name="credentials">Who sends the requests.</param>
    /// <param name="options">How to reach Flowroute; <see langword="null"/> for the defaults.</param>
    public FlowrouteApiClient(FlowrouteCredentials credentials, FlowrouteClientOptions? options = null)
        : base(credentials, options ?? new FlowrouteClientOptions())
    {
    }

    /// <summary>Creates a client on an <see cref="HttpClient"/> of the caller's, which stays the caller's to dispose of.</summary>
    /// <param name="httpClient">Where requests go through.</param>
    /// <param name="credentials">Who sends the requests.</param>
    /// <param name="options">How to reach Flowroute; <see langword="null"/> for the defaults.</param>
    public FlowrouteApiClient(HttpClient httpClient, FlowrouteCredentials credentials, FlowrouteClientOptions? options = null)
        : base(httpClient, credentials, options ?? new FlowrouteClientOptions())
    {
    }

    /// <inheritdoc/>
    protected override ApiException CreateException(ApiReply reply, string? reason, Exception? inner) => new FlowrouteApiException(reply, reason, inner);
}
