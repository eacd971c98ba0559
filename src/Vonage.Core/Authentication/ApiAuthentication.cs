namespace Vonage.Core;

/// <summary>
/// An authentication scheme: what it requires, whether credentials contain it, and how it authenticates a message. Derive from this class
/// to add a scheme. Implementations are thread-safe.
/// </summary>
public abstract class ApiAuthentication
{
    /// <summary>Initializes a new instance of the class.</summary>
    /// <param name="name">The name for error messages, such as <c>Basic</c>.</param>
    protected ApiAuthentication(string name) => Name = name ?? throw new ArgumentNullException(nameof(name));

    /// <summary>No authentication.</summary>
    public static ApiAuthentication None { get; } = new NoScheme();

    /// <summary>A bearer token in the Authorization header (RFC 6750), such as a JSON Web Token signed with the application's private key.</summary>
    public static ApiAuthentication Jwt { get; } = new HeaderScheme("Jwt");

    /// <summary>HTTP Basic authentication with a key and secret, in the Authorization header (RFC 7617).</summary>
    public static ApiAuthentication Basic { get; } = new HeaderScheme("Basic");

    /// <summary>A key and secret in the query. Servers may log them; use this scheme only if the API supports no other.</summary>
    public static ApiAuthentication KeyInQuery { get; } = new QueryScheme();

    /// <summary>A key and secret in the fields of the body (form or JSON object).</summary>
    public static ApiAuthentication KeyInBody { get; } = new BodyScheme();

    /// <summary>A key, a timestamp and a signature over all parameters, made with the account's signature secret.</summary>
    public static ApiAuthentication Signature { get; } = new SignatureScheme();

    /// <summary>A key in a header. The value comes from <see cref="ApiCredentials.GetAuthorizationAsync"/>.</summary>
    /// <param name="name">The name of the header.</param>
    public static ApiAuthentication KeyInHeader(string name) => new KeyScheme(KeyPlace.Header, name);

    /// <summary>A key in a query parameter. The value comes from <see cref="ApiCredentials.GetAuthorizationAsync"/>. Servers may log it.</summary>
    /// <param name="name">The name of the parameter.</param>
    public static ApiAuthentication KeyInParameter(string name) => new KeyScheme(KeyPlace.Query, name);

    /// <summary>A key in a cookie. The value comes from <see cref="ApiCredentials.GetAuthorizationAsync"/>.</summary>
    /// <param name="name">The name of the cookie.</param>
    public static ApiAuthentication KeyInCookie(string name) => new KeyScheme(KeyPlace.Cookie, name);

    /// <summary>Several schemes together: a request must satisfy each of them.</summary>
    /// <param name="schemes">The schemes.</param>
    public static ApiAuthentication All(params ApiAuthentication[] schemes) => new CombinedScheme(schemes ?? throw new ArgumentNullException(nameof(schemes)));

    /// <summary>The name for error messages.</summary>
    public string Name { get; }

    /// <summary>Determines whether credentials contain what this scheme requires.</summary>
    /// <param name="credentials">The credentials.</param>
    public virtual bool CanUse(ApiCredentials credentials)
    {
        ArgumentNullException.ThrowIfNull(credentials);
        return credentials.Supports(this);
    }

    /// <summary>Describes, for an error message, what this scheme requires and how to set it: <c>an API key and secret (set …)</c>.</summary>
    /// <param name="credentials">The credentials that do not contain it.</param>
    public virtual string Requires(ApiCredentials credentials)
    {
        ArgumentNullException.ThrowIfNull(credentials);
        return credentials.DescribeRequirement(this);
    }

    /// <summary>Returns the name.</summary>
    public sealed override string ToString() => Name;

    /// <summary>Authenticates a message, before each attempt to send it. The message already has its address, body and other headers.</summary>
    /// <param name="message">The message.</param>
    /// <param name="request">The request that the message was created from.</param>
    /// <param name="credentials">The credentials, which this scheme can use.</param>
    /// <param name="clock">The clock that supplies the times in tokens and signatures.</param>
    /// <param name="cancellationToken">Canceled when the caller cancels the request or its timeout elapses.</param>
    protected internal abstract ValueTask ApplyAsync(HttpRequestMessage message, ApiRequest request, ApiCredentials credentials, TimeProvider clock, CancellationToken cancellationToken);

    /// <summary>
    /// Discards a token that the server rejected with status 401, so that <see cref="ApplyAsync"/> obtains a new one. The server has not
    /// processed the request, so it is sent once more.
    /// </summary>
    /// <param name="refused">The rejected message. Another request may already have replaced its token.</param>
    /// <param name="credentials">The credentials that authenticated the message.</param>
    /// <param name="clock">The clock that supplied the times in the token.</param>
    /// <returns>Whether the next message will have another token. The default is <see langword="false"/>: the status 401 is the result.</returns>
    protected internal virtual bool Forget(HttpRequestMessage refused, ApiCredentials credentials, TimeProvider clock) => false;

    /// <summary>Names what the scheme authenticates as, for error messages and rate limiters.</summary>
    internal virtual string? Identify(ApiCredentials credentials) => credentials.Identify(this);

    /// <summary>Creates the message for one try, without its headers.</summary>
    internal virtual HttpRequestMessage CreateMessage(ApiRequest request, in CallPlan plan, TimeProvider clock) =>
        new ApiMessage(request, plan.Address.With(request.Path, request.QueryString)) { Content = request.CreateContent() };
}
