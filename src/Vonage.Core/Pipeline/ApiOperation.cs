using System.ComponentModel;
using Polly;

namespace Vonage.Core.Pipeline;

/// <summary>Describes an operation: its name, method, path, server and accepted authentication schemes.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiOperation
{
    /// <summary>The key of the operation in the context of a pipeline of Polly's, whose strategies can ask for its <see cref="Effect"/>: see <see cref="ApiClientOptions.Pipeline"/>.</summary>
    public static readonly ResiliencePropertyKey<ApiOperation> ResilienceKey = new("ApiOperation");

    /// <summary>Initializes a new instance of the <see cref="ApiOperation"/> class. Generated clients have one instance for each operation.</summary>
    /// <param name="name">The API and the operation, as used in errors and telemetry: <c>Messages.send</c>.</param>
    /// <param name="method">The HTTP method in uppercase.</param>
    /// <param name="pathTemplate">The path template: <c>/v1/calls/{uuid}</c>.</param>
    /// <param name="server">The server of the operation.</param>
    /// <param name="authentication">The accepted authentication schemes, in order of preference. If empty, the operation requires no authentication.</param>
    public ApiOperation(string name, string method, string pathTemplate, ApiServer server, params ApiAuthentication[] authentication)
    {
        Name = name;
        Method = method switch
        {
            "GET" => HttpMethod.Get,
            "POST" => HttpMethod.Post,
            "PUT" => HttpMethod.Put,
            "DELETE" => HttpMethod.Delete,
            _ => new HttpMethod(method),
        };
        Effect = method switch
        {
            "GET" or "HEAD" => OperationEffect.None,
            "PUT" or "DELETE" => OperationEffect.Idempotent,
            _ => OperationEffect.Once,
        };
        PathTemplate = pathTemplate;
        Server = server;
        Schemes = authentication;
    }

    /// <summary>The API and the operation, as used in errors and telemetry.</summary>
    public string Name { get; }

    /// <summary>The HTTP method.</summary>
    public HttpMethod Method { get; }

    /// <summary>The effect of a request. The default follows from the method: none for GET and HEAD, idempotent for PUT and DELETE, once for all others.</summary>
    public OperationEffect Effect { get; init; }

    /// <summary>
    /// Whether a refusal because of the rate (status 429) says that the request was not processed, so that a request with an effect of its own
    /// may be sent again. The default is <see langword="false"/>.
    /// </summary>
    public bool RefusesUnprocessed { get; init; }

    /// <summary>The path template, with parameters in braces.</summary>
    public string PathTemplate { get; }

    /// <summary>The server of the operation, before host overrides are applied.</summary>
    public ApiServer Server { get; }

    /// <summary>The accepted authentication schemes, in order of preference.</summary>
    public IReadOnlyList<ApiAuthentication> Authentication => Schemes;

    /// <summary>
    /// Creates an API-specific exception from an error response. If this is <see langword="null"/> or returns <see langword="null"/>, the provider's default
    /// exception is used.
    /// </summary>
    /// <remarks>The hand-written part of an API sets it once, before the first request.</remarks>
    public Func<ApiResponse, ApiException?>? FindError { get; set; }

    internal ApiAuthentication[] Schemes { get; }

    /// <summary>
    /// Whether a request without a body is sent with an empty one (<c>Content-Length: 0</c>). A request without content is one that the
    /// platform sends again on its own, up to three times, when a connection closes before the response.
    /// </summary>
    internal bool HasContent => Method.Method is not ("GET" or "HEAD") || (Effect != OperationEffect.None && Platform.AllowsContentOfGet);
}
