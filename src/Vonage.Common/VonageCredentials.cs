using System.Diagnostics;
using System.Globalization;
using Vonage.Core;

namespace Vonage;

/// <summary>
/// Who calls Vonage: an account's API key with its secret, an application with its private key, the secret that signs SMS parameters, or
/// several of these. Immutable and thread-safe; keys are read once, and tokens are kept and renewed here.
/// </summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class VonageCredentials : IApiCredentials
{
    private const string NeedsKey = $"an API key and secret (VonageCredentials.FromApiKey or WithApiKey; {VonageEnvironment.ApiKey} and {VonageEnvironment.ApiSecret})";

    // What each scheme needs, whether it is there, and what it proves the sender with. A scheme that is not named here is not supported.
    private static readonly Dictionary<AuthenticationScheme, Way> Ways = new()
    {
        [AuthenticationScheme.Jwt] = new(
            $"an application's id and private key (VonageCredentials.FromApplication or WithApplication; {VonageEnvironment.ApplicationId} and {VonageEnvironment.PrivateKey} or {VonageEnvironment.PrivateKeyPath})",
            IsOpen: c => c._tokens is not null,
            Authorize: (c, clock) => c._tokens!.GetAuthorization(clock)),
        [AuthenticationScheme.Basic] = new(NeedsKey, IsOpen: c => c._basic is not null, Authorize: (c, _) => c._basic!),
        [AuthenticationScheme.Query] = new(NeedsKey, IsOpen: c => c._basic is not null, Prove: (c, present, _) => c.AddKey(present)),
        [AuthenticationScheme.Body] = new(NeedsKey, IsOpen: c => c._basic is not null, Prove: (c, present, _) => c.AddKey(present)),
        [AuthenticationScheme.Signature] = new(
            $"an API key and a signature secret (VonageCredentials.FromSignature or WithSignature; {VonageEnvironment.ApiKey} and {VonageEnvironment.SignatureSecret})",
            IsOpen: c => c.ApiKey is not null && c._signatureSecret is not null,
            Prove: (c, present, clock) => c.Sign(present, clock)),
    };

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string? _basic;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string? _apiSecret;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string? _signatureSecret;

    private readonly TokenCache? _tokens;

    private VonageCredentials(Parts parts)
    {
        ApiKey = parts.ApiKey;
        ApplicationId = parts.ApplicationId;
        SignatureMethod = parts.SignatureMethod;
        Signer = parts.Signer;
        _apiSecret = parts.ApiSecret;
        _signatureSecret = parts.SignatureSecret;
        _tokens = parts.Tokens;
        _basic = parts is { ApiKey: { } key, ApiSecret: { } secret } ? BasicAuthentication.Header(key, secret) : null;
    }

    /// <summary>The account's API key, if there is one.</summary>
    public string? ApiKey { get; }

    /// <summary>The application's id, if there is one.</summary>
    public string? ApplicationId { get; }

    /// <summary>How SMS parameters are signed, if there is a secret to sign them with.</summary>
    public SignatureMethod? SignatureMethod { get; }

    /// <summary>The account's signature secret: for checking what Vonage signed.</summary>
    internal string? SignatureSecret => _signatureSecret;

    internal IJwtSigner? Signer { get; }

    private Parts Current => new(ApiKey, _apiSecret, ApplicationId, Signer, _tokens, _signatureSecret, SignatureMethod);

    /// <summary>An account, by its API key and secret.</summary>
    /// <exception cref="InvalidCredentialsException">One of them is empty, or cannot be a key.</exception>
    public static VonageCredentials FromApiKey(string apiKey, string apiSecret) => new(default(Parts).WithApiKey(apiKey, apiSecret));

    /// <summary>An application, by its id and private key.</summary>
    /// <param name="applicationId">The application's id.</param>
    /// <param name="privateKey">The RSA private key: PEM text (PKCS#1 or PKCS#8), or the path of a file that holds it.</param>
    /// <exception cref="InvalidCredentialsException">The key cannot be used; the message says why.</exception>
    public static VonageCredentials FromApplication(string applicationId, string privateKey) => new(default(Parts).WithApplication(applicationId, privateKey));

    /// <summary>An account whose SMS parameters are signed, so that its API secret need not travel.</summary>
    /// <param name="apiKey">The account's API key.</param>
    /// <param name="signatureSecret">The account's signature secret.</param>
    /// <param name="method">The method that the account's settings name.</param>
    /// <exception cref="InvalidCredentialsException">One of them is empty, or cannot be a key.</exception>
    public static VonageCredentials FromSignature(string apiKey, string signatureSecret, SignatureMethod method = Vonage.SignatureMethod.Md5Hash) =>
        new(default(Parts).WithSignature(signatureSecret, method) with { ApiKey = Parts.CheckKey(apiKey) });

    /// <summary>
    /// What the environment holds: <c>VONAGE_API_KEY</c> and <c>VONAGE_API_SECRET</c>; <c>VONAGE_APPLICATION_ID</c> and
    /// <c>VONAGE_PRIVATE_KEY</c> (PEM text) or <c>VONAGE_PRIVATE_KEY_PATH</c>; <c>VONAGE_SIGNATURE_SECRET</c> and
    /// <c>VONAGE_SIGNATURE_METHOD</c> (<c>md5hash</c>, <c>md5</c>, <c>sha1</c>, <c>sha256</c> or <c>sha512</c>; default <c>md5hash</c>).
    /// </summary>
    /// <exception cref="InvalidCredentialsException">None is set, or one that belongs to another is missing; the message names it.</exception>
    public static VonageCredentials FromEnvironment() => new(VonageEnvironment.Read(Environment.GetEnvironmentVariable));

    /// <summary>Whether any of the variables that <see cref="FromEnvironment()"/> reads credentials from is set.</summary>
    public static bool InEnvironment => VonageEnvironment.IsSet(Environment.GetEnvironmentVariable);

    /// <summary>These credentials and an account's API key and secret.</summary>
    /// <exception cref="InvalidCredentialsException">One of them is empty, or cannot be a key.</exception>
    public VonageCredentials WithApiKey(string apiKey, string apiSecret) => new(Current.WithApiKey(apiKey, apiSecret));

    /// <summary>These credentials and an application.</summary>
    /// <param name="applicationId">The application's id.</param>
    /// <param name="privateKey">The RSA private key: PEM text (PKCS#1 or PKCS#8), or the path of a file that holds it.</param>
    /// <exception cref="InvalidCredentialsException">The key cannot be used; the message says why.</exception>
    public VonageCredentials WithApplication(string applicationId, string privateKey) => new(Current.WithApplication(applicationId, privateKey));

    /// <summary>These credentials and the account's signature secret.</summary>
    /// <param name="signatureSecret">The account's signature secret.</param>
    /// <param name="method">The method that the account's settings name.</param>
    /// <exception cref="InvalidCredentialsException">The secret is empty.</exception>
    public VonageCredentials WithSignature(string signatureSecret, SignatureMethod method = Vonage.SignatureMethod.Md5Hash) =>
        new(Current.WithSignature(signatureSecret, method));

    /// <inheritdoc/>
    public bool Supports(AuthenticationScheme scheme) => Ways.TryGetValue(scheme, out var way) && way.IsOpen(this);

    /// <inheritdoc/>
    public string DescribeRequirement(AuthenticationScheme scheme) => Ways.TryGetValue(scheme, out var way) ? way.Needs : $"something that VonageCredentials do not have (the scheme {scheme})";

    /// <inheritdoc/>
    public string GetAuthorization(AuthenticationScheme scheme, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        return Ways.TryGetValue(scheme, out var way) && way.Authorize is not null && way.IsOpen(this) ? way.Authorize(this, clock) : throw Unsupported(scheme);
    }

    /// <inheritdoc/>
    public IReadOnlyList<KeyValuePair<string, string>> GetParameters(AuthenticationScheme scheme, IReadOnlyList<KeyValuePair<string, string>> parameters, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(clock);
        return Ways.TryGetValue(scheme, out var way) && way.Prove is not null && way.IsOpen(this) ? way.Prove(this, parameters, clock) : throw Unsupported(scheme);
    }

    /// <summary>Names what is there: keys and ids, never a secret.</summary>
    public override string ToString()
    {
        var parts = new List<string>(3);
        if (ApiKey is not null)
            parts.Add($"API key {ApiKey}{(_apiSecret is null ? " without a secret" : null)}");
        if (ApplicationId is not null)
            parts.Add($"application {ApplicationId}");
        if (SignatureMethod is { } method)
            parts.Add($"signatures by {SignatureMethods.Name(method)}");
        return $"VonageCredentials ({string.Join(", ", parts)})";
    }

    internal static VonageCredentials From(Func<string, string?> variable) => new(VonageEnvironment.Read(variable));

    private static NotSupportedException Unsupported(AuthenticationScheme scheme) => new($"These credentials do not serve {scheme}.");

    private static List<KeyValuePair<string, string>> Missing(IReadOnlyList<KeyValuePair<string, string>> present, params (string Name, string Value)[] wanted) =>
        [.. wanted.Where(w => !present.Any(p => p.Key == w.Name)).Select(w => new KeyValuePair<string, string>(w.Name, w.Value))];

    private List<KeyValuePair<string, string>> AddKey(IReadOnlyList<KeyValuePair<string, string>> parameters) => Missing(parameters, ("api_key", ApiKey!), ("api_secret", _apiSecret!));

    private List<KeyValuePair<string, string>> Sign(IReadOnlyList<KeyValuePair<string, string>> parameters, TimeProvider clock)
    {
        var now = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var added = Missing(parameters, ("api_key", ApiKey!), (SmsSignature.Timestamp, now));
        var signature = SmsSignature.Compute(parameters.Concat(added)!, _signatureSecret!, SignatureMethod!.Value);
        added.Add(new(SmsSignature.Parameter, signature));
        return added;
    }

    /// <summary>A scheme, as these credentials serve it.</summary>
    private sealed record Way(
        string Needs,
        Func<VonageCredentials, bool> IsOpen,
        Func<VonageCredentials, TimeProvider, string>? Authorize = null,
        Func<VonageCredentials, IReadOnlyList<KeyValuePair<string, string>>, TimeProvider, IReadOnlyList<KeyValuePair<string, string>>>? Prove = null);

    /// <summary>What credentials are made of.</summary>
    internal readonly record struct Parts(
        string? ApiKey,
        string? ApiSecret,
        string? ApplicationId,
        IJwtSigner? Signer,
        TokenCache? Tokens,
        string? SignatureSecret,
        SignatureMethod? SignatureMethod)
    {
        public Parts WithApiKey(string apiKey, string apiSecret) => this with { ApiKey = CheckKey(apiKey), ApiSecret = Check(apiSecret, "API secret") };

        public Parts WithApplication(string applicationId, string privateKey) =>
            WithApplication(applicationId, PemKeyReader.Read(Check(privateKey, "private key")));

        public Parts WithApplication(string applicationId, RsaPrivateKey privateKey)
        {
            var id = Check(applicationId, "application id");
            var signer = new Rs256Signer(privateKey);
            return this with { ApplicationId = id, Signer = signer, Tokens = new TokenCache(signer, id) };
        }

        public Parts WithSignature(string signatureSecret, SignatureMethod method)
        {
            SignatureMethods.Name(method);
            return this with { SignatureSecret = Check(signatureSecret, "signature secret"), SignatureMethod = method };
        }

        public static string CheckKey(string apiKey) => Check(apiKey, "API key").Any(c => c == ':' || char.IsWhiteSpace(c) || char.IsControl(c))
            ? throw new InvalidCredentialsException("The API key holds a colon, a space or a line end, which no key has. Was it copied with something around it?")
            : apiKey;

        private static string Check(string value, string name) =>
            string.IsNullOrWhiteSpace(value) ? throw new InvalidCredentialsException($"The {name} is empty.") : value;
    }
}
