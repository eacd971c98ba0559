using Flowroute.Cdr;
using Flowroute.Cnam;
using Flowroute.E911;
using Flowroute.Messages;
using Flowroute.Numbers;
using Flowroute.Porting;
using Flowroute.Routes;
using Vonage.Core;

namespace Flowroute;

/// <inheritdoc cref="IFlowrouteClient"/>
public class FlowrouteClient : IFlowrouteClient
{
    private const string Host = "api.flowroute.com";

    private readonly FlowrouteApiClient _apiClient;
    private IFlowrouteNumbersClient? _numbers;
    private IFlowrouteRoutesClient? _routes;
    private IFlowrouteMessagesClient? _messages;
    private IFlowrouteE911Client? _e911;
    private IFlowrouteCnamClient? _cnam;
    private IFlowroutePortingClient? _porting;
    private IFlowrouteCdrClient? _cdr;

    /// <summary>Initializes a new instance of the class. The client is thread-safe; use one instance for the lifetime of the process.</summary>
    /// <param name="credentials">The credentials.</param>
    /// <param name="options">Hosts, timeout and the like.</param>
    public FlowrouteClient(FlowrouteCredentials credentials, FlowrouteClientOptions? options = null)
        : this(new FlowrouteApiClient(credentials, options))
    {
    }

    /// <summary>Initializes a new instance of the class that sends requests through the given <see cref="HttpClient"/>.</summary>
    /// <param name="httpClient">The HTTP client. The caller remains responsible for disposing it. Its handler must not follow redirects (<c>AllowAutoRedirect = false</c>): a body is not sent to another address, and a redirect that was followed is an <see cref="ApiConnectionException"/>.</param>
    /// <param name="credentials">The credentials.</param>
    /// <param name="options">Hosts, timeout and the like.</param>
    public FlowrouteClient(HttpClient httpClient, FlowrouteCredentials credentials, FlowrouteClientOptions? options = null)
        : this(new FlowrouteApiClient(httpClient, credentials, options))
    {
    }

    /// <summary>Initializes a new instance of the class that sends requests through the given API client.</summary>
    /// <param name="apiClient">The client that sends the requests.</param>
    public FlowrouteClient(FlowrouteApiClient apiClient) => _apiClient = apiClient ?? throw new ArgumentNullException(nameof(apiClient));

    /// <summary>Initializes a new instance of the class for mocking. Its members cannot send requests.</summary>
    protected FlowrouteClient() => _apiClient = null!;

    // Created on first use. Two threads may each create an instance at the same time; the instances are equivalent.

    /// <inheritdoc/>
    public virtual IFlowrouteNumbersClient Numbers => _numbers ??= new FlowrouteNumbersClient(_apiClient);

    /// <inheritdoc/>
    public virtual IFlowrouteRoutesClient Routes => _routes ??= new FlowrouteRoutesClient(_apiClient);

    /// <inheritdoc/>
    public virtual IFlowrouteMessagesClient Messages => _messages ??= new FlowrouteMessagesClient(_apiClient);

    /// <inheritdoc/>
    public virtual IFlowrouteE911Client E911 => _e911 ??= new FlowrouteE911Client(_apiClient);

    /// <inheritdoc/>
    public virtual IFlowrouteCnamClient Cnam => _cnam ??= new FlowrouteCnamClient(_apiClient);

    /// <inheritdoc/>
    public virtual IFlowroutePortingClient Porting => _porting ??= new FlowroutePortingClient(_apiClient);

    /// <inheritdoc/>
    public virtual IFlowrouteCdrClient Cdr => _cdr ??= new FlowrouteCdrClient(_apiClient);

    /// <summary>Creates a client with credentials from <c>FR_ACCESS_KEY</c> and <c>FR_SECRET_KEY</c>.</summary>
    /// <param name="options">Hosts, timeout and the like. The server in <c>FR_BASE_URL</c>, such as the simulator's, is added to the hosts.</param>
    /// <exception cref="InvalidCredentialsException">One of the keys is not set, or the address is none. The message names the variable.</exception>
    public static FlowrouteClient FromEnvironment(FlowrouteClientOptions? options = null)
    {
        options ??= new FlowrouteClientOptions();
        if (Environment.GetEnvironmentVariable("FR_BASE_URL") is { } address && !string.IsNullOrWhiteSpace(address) && !options.Hosts.ContainsKey(Host))
            options.Hosts[Host] = Below(address.Trim());
        return new FlowrouteClient(FlowrouteCredentials.FromEnvironment(), options);
    }

    private static Uri Below(string address) => Uri.TryCreate(address, UriKind.Absolute, out var start) && start.Scheme is ("http" or "https") && start is { Query: "", Fragment: "" }
        ? new Uri($"{start.AbsoluteUri.TrimEnd('/')}/{Host}")
        : throw new InvalidCredentialsException("FR_BASE_URL must be an address that starts with http:// or https://, without a query.");
}
