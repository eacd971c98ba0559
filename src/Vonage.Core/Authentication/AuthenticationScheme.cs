namespace Vonage.Core;

/// <summary>
/// A way to prove who sends a request: what it needs, whether credentials have it, and how it marks a message. Derive from this class for a
/// scheme of your own. Implementations are thread-safe.
/// </summary>
public abstract class AuthenticationScheme
{
    /// <summary>Initializes a scheme.</summary>
    /// <param name="name">The name that messages use, such as <c>Basic</c>.</param>
    protected AuthenticationScheme(string name) => Name = name ?? throw new ArgumentNullException(nameof(name));

    /// <summary>No credentials are sent.</summary>
    public static AuthenticationScheme None { get; } = new NoScheme();

    /// <summary>A JSON Web Token signed with the application's private key, in the Authorization header (RFC 6750).</summary>
    public static AuthenticationScheme Jwt { get; } = new JwtScheme();

    /// <summary>Key and secret in the Authorization header (RFC 7617).</summary>
    public static AuthenticationScheme Basic { get; } = new BasicScheme();

    /// <summary>Key and secret as query parameters. They end up in server logs: only where an API knows nothing else.</summary>
    public static AuthenticationScheme Query { get; } = new QueryScheme();

    /// <summary>Key and secret among the fields of the body (form or JSON object).</summary>
    public static AuthenticationScheme Body { get; } = new BodyScheme();

    /// <summary>Key, timestamp and a signature over all parameters, made with the account's signature secret.</summary>
    public static AuthenticationScheme Signature { get; } = new SignatureScheme();

    /// <summary>The name that messages use.</summary>
    public string Name { get; }

    /// <summary>
    /// Whether a refused proof can be replaced. If so, a request that is answered with 401 is sent once more, with
    /// <see cref="Forget"/> called in between. Default: <see langword="false"/>, the 401 is the result.
    /// </summary>
    protected internal virtual bool CanRenew => false;

    /// <summary>Whether the credentials have what this scheme needs.</summary>
    /// <param name="credentials">The credentials.</param>
    public virtual bool CanUse(IApiCredentials credentials)
    {
        ArgumentNullException.ThrowIfNull(credentials);
        return credentials.Supports(this);
    }

    /// <summary>What this scheme needs and how to set it, in words to show to a person: <c>an API key and secret (set …)</c>.</summary>
    /// <param name="credentials">The credentials that do not have it.</param>
    public virtual string Requires(IApiCredentials credentials)
    {
        ArgumentNullException.ThrowIfNull(credentials);
        return credentials.DescribeRequirement(this);
    }

    /// <summary>The name.</summary>
    public sealed override string ToString() => Name;

    /// <summary>Marks a message with the proof, before each try to send it. It has its address, body and the library's own headers.</summary>
    /// <param name="message">The message.</param>
    /// <param name="request">The request that the message was made from.</param>
    /// <param name="credentials">Credentials that this scheme can use.</param>
    /// <param name="clock">The clock by which tokens and signatures are dated.</param>
    /// <param name="cancellationToken">Ends when the caller gives up or the call's time is over.</param>
    protected internal abstract ValueTask ApplyAsync(HttpRequestMessage message, ApiRequest request, IApiCredentials credentials, TimeProvider clock, CancellationToken cancellationToken);

    /// <summary>Drops the proof that the server refused with 401, so that <see cref="ApplyAsync"/> makes a new one.</summary>
    /// <param name="refused">The message that was refused. Another call may have replaced its proof already.</param>
    /// <param name="credentials">The credentials that it was marked with.</param>
    protected internal virtual void Forget(HttpRequestMessage refused, IApiCredentials credentials)
    {
    }

    /// <summary>Creates the message for one try, without its headers.</summary>
    internal virtual HttpRequestMessage CreateMessage(ApiRequest request, in CallPlan plan, TimeProvider clock) =>
        new(request.Operation.Method, plan.Address.With(request.Path, request.QueryString)) { Content = request.CreateContent() };

    /// <summary>Sets the Authorization header as it is: the value is the library's own, and parsing it for each request would only make garbage.</summary>
    private protected static void SetAuthorization(HttpRequestMessage message, string value) => message.Headers.TryAddWithoutValidation("Authorization", value);
}
