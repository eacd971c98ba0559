using Vonage.Core;

namespace Flowroute;

/// <summary>Sends requests to Flowroute. The client is thread-safe. Use one instance for the lifetime of the process; the clients of all APIs can share it.</summary>
public class FlowrouteApiClient : ApiClient
{
    /// <summary>Initializes a new instance of the class that uses the library's shared connections.</summary>
    /// <param name="credentials">The credentials.</param>
    /// <param name="options">The client options; <see langword="null"/> for the defaults.</param>
    public FlowrouteApiClient(FlowrouteCredentials credentials, FlowrouteClientOptions? options = null)
        : base(credentials, options ??= new FlowrouteClientOptions()) => SendsMessagesAsDocuments = options.SendMessagesAsDocuments;

    /// <summary>Initializes a new instance of the class that sends requests through the given <see cref="HttpClient"/>.</summary>
    /// <param name="httpClient">The HTTP client. The caller remains responsible for disposing it. Its handler must not follow redirects (<c>AllowAutoRedirect = false</c>): a body is not sent to another address, and a redirect that was followed is an <see cref="ApiConnectionException"/>.</param>
    /// <param name="credentials">The credentials.</param>
    /// <param name="options">The client options; <see langword="null"/> for the defaults.</param>
    public FlowrouteApiClient(HttpClient httpClient, FlowrouteCredentials credentials, FlowrouteClientOptions? options = null)
        : base(httpClient, credentials, options ??= new FlowrouteClientOptions()) => SendsMessagesAsDocuments = options.SendMessagesAsDocuments;

    /// <summary>The value of <see cref="FlowrouteClientOptions.SendMessagesAsDocuments"/>.</summary>
    public bool SendsMessagesAsDocuments { get; }

    /// <inheritdoc/>
    protected override ApiException CreateException(ApiResponse reply, string? reason, Exception? inner) => new FlowrouteApiException(reply, reason, inner);
}
