namespace Vonage.Core;

/// <summary>Describes an attempt to a rate limiter: see <see cref="ApiClientOptions.RateLimiter"/>.</summary>
public sealed class ApiCall
{
    /// <summary>Initializes a new instance of the <see cref="ApiCall"/> class. Intended for tests of a limiter; the client creates its own instances.</summary>
    /// <param name="operation">The API and the operation, such as <c>Messages.send</c>.</param>
    /// <param name="method">The HTTP method.</param>
    /// <param name="host">The host.</param>
    /// <param name="account">What the request is authenticated as.</param>
    /// <param name="sender">The sender of a message.</param>
    public ApiCall(string operation, HttpMethod method, string host, string? account = null, string? sender = null)
    {
        Operation = operation ?? throw new ArgumentNullException(nameof(operation));
        Method = method ?? throw new ArgumentNullException(nameof(method));
        Host = host ?? throw new ArgumentNullException(nameof(host));
        Account = account;
        Sender = sender;
    }

    internal ApiCall(ApiRequest request)
        : this(request.Operation.Name, request.Operation.Method, request.Operation.Server.Address.Host, request.Plan.Scheme.Identify(request.Plan.Credentials), request.Body?.Sender)
    {
    }

    /// <summary>The API and the operation, such as <c>Messages.send</c>.</summary>
    public string Operation { get; }

    /// <summary>The HTTP method.</summary>
    public HttpMethod Method { get; }

    /// <summary>The provider's host, before regions and overrides are applied.</summary>
    public string Host { get; }

    /// <summary>What the request is authenticated as, such as <c>API key abcd1234</c>; <see langword="null"/> if it is not.</summary>
    public string? Account { get; }

    /// <summary>The sender of a message: a number or a name; <see langword="null"/> for all other requests.</summary>
    public string? Sender { get; }
}
