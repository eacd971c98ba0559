using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Vonage.Core;

namespace Vonage;

/// <summary>
/// Credentials for Vonage: an API key with its secret, an application with its private key, a signature secret for SMS, or a combination of these. Instances
/// are immutable and thread-safe.
/// </summary>
/// <remarks>Keys are read once; tokens are cached and renewed.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class VonageCredentials : ApiCredentials
{
    private const string NeedsKey = $"an API key and secret (VonageCredentials.FromApiKey or WithApiKey; {VonageEnvironment.ApiKey} and {VonageEnvironment.ApiSecret})";

    // What each scheme requires, whether the credentials contain it, and how it authenticates. A scheme that is not listed here is not
    // supported.
    private static readonly Way[] Ways =
    [
        new(
            ApiAuthentication.Jwt,
            $"an application's id and private key (VonageCredentials.FromApplication or WithApplication; {VonageEnvironment.ApplicationId} and {VonageEnvironment.PrivateKey} or {VonageEnvironment.PrivateKeyPath})",
            IsOpen: c => c._tokens is not null,
            Authorize: (c, clock) => c._tokens!.GetAuthorization(clock)),
        new(ApiAuthentication.Basic, NeedsKey, IsOpen: c => c._basic is not null, Authorize: (c, _) => c._basic!),
        new(ApiAuthentication.KeyInQuery, NeedsKey, IsOpen: c => c._basic is not null, Prove: (c, present, _) => c.AddKey(present)),
        new(ApiAuthentication.KeyInBody, NeedsKey, IsOpen: c => c._basic is not null, Prove: (c, present, _) => c.AddKey(present)),
        new(
            ApiAuthentication.Signature,
            $"an API key and a signature secret (VonageCredentials.FromSignature or WithSignature; {VonageEnvironment.ApiKey} and {VonageEnvironment.SignatureSecret})",
            IsOpen: c => c.ApiKey is not null && c._signatureSecret is not null,
            Prove: (c, present, clock) => c.Sign(present, clock)),
    ];

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string? _basic;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string? _apiSecret;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string? _signatureSecret;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly TokenCache? _tokens;

    private VonageCredentials(Parts parts)
    {
        ApiKey = parts.ApiKey;
        ApplicationId = parts.ApplicationId;
        SignatureMethod = parts.SignatureMethod;
        Key = parts.Key;
        _apiSecret = parts.ApiSecret;
        _signatureSecret = parts.SignatureSecret;
        _tokens = parts.Tokens;
        _basic = parts is { ApiKey: { } key, ApiSecret: { } secret } ? BasicAuthentication.Header(key, secret) : null;
    }

    /// <summary>The account's API key; <see langword="null"/> if not set.</summary>
    public string? ApiKey { get; }

    /// <summary>The application ID; <see langword="null"/> if not set.</summary>
    public string? ApplicationId { get; }

    /// <summary>The signature method for SMS parameters; <see langword="null"/> if there is no signature secret.</summary>
    public SignatureMethod? SignatureMethod { get; }

    /// <summary>The account's signature secret, which verifies signatures from Vonage.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal string? SignatureSecret => _signatureSecret;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal RsaPrivateKey? Key { get; }

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private Parts Current => new(ApiKey, _apiSecret, ApplicationId, Key, _tokens, _signatureSecret, SignatureMethod);

    /// <summary>Creates credentials from an API key and secret.</summary>
    /// <exception cref="InvalidCredentialsException">A value is empty or malformed.</exception>
    public static VonageCredentials FromApiKey(string apiKey, string apiSecret) => new(default(Parts).WithApiKey(apiKey, apiSecret));

    /// <summary>Creates credentials from an application ID and private key.</summary>
    /// <param name="applicationId">The application ID.</param>
    /// <param name="privateKey">The RSA private key: PEM text (PKCS#1 or PKCS#8), or the path of a file that contains it.</param>
    /// <exception cref="InvalidCredentialsException">The key cannot be used. The message gives the reason.</exception>
    public static VonageCredentials FromApplication(string applicationId, string privateKey) => new(default(Parts).WithApplication(applicationId, privateKey));

    /// <summary>Creates credentials that sign SMS parameters, so that the API secret is not sent.</summary>
    /// <param name="apiKey">The account's API key.</param>
    /// <param name="signatureSecret">The account's signature secret.</param>
    /// <param name="method">The signature method in the account's settings.</param>
    /// <exception cref="InvalidCredentialsException">A value is empty or malformed.</exception>
    public static VonageCredentials FromSignature(string apiKey, string signatureSecret, SignatureMethod method = Vonage.SignatureMethod.Md5Hash) =>
        new(default(Parts).WithSignature(signatureSecret, method) with { ApiKey = Parts.CheckKey(apiKey) });

    /// <summary>Creates credentials from environment variables, which begin with <c>VONAGE_</c>.</summary>
    /// <remarks>
    /// <c>VONAGE_API_KEY</c> and <c>VONAGE_API_SECRET</c>; <c>VONAGE_APPLICATION_ID</c> and <c>VONAGE_PRIVATE_KEY</c> (PEM text) or
    /// <c>VONAGE_PRIVATE_KEY_PATH</c>; <c>VONAGE_SIGNATURE_SECRET</c> and <c>VONAGE_SIGNATURE_METHOD</c> (<c>md5hash</c>, <c>md5</c>, <c>sha1</c>,
    /// <c>sha256</c> or <c>sha512</c>; the default is <c>md5hash</c>).
    /// </remarks>
    /// <exception cref="InvalidCredentialsException">No variable is set, or a variable that another one requires is missing. The message names it.</exception>
    public static VonageCredentials FromEnvironment() => FromVariables(Environment.GetEnvironmentVariable);

    internal static VonageCredentials FromVariables(Func<string, string?> variable) => new(VonageEnvironment.Read(variable));

    /// <summary>Indicates whether any of the credential variables that <see cref="FromEnvironment()"/> reads is set.</summary>
    public static bool AreInEnvironment => VonageEnvironment.IsSet(Environment.GetEnvironmentVariable);

    /// <summary>Returns a copy of these credentials with an API key and secret.</summary>
    /// <exception cref="InvalidCredentialsException">A value is empty or malformed.</exception>
    public VonageCredentials WithApiKey(string apiKey, string apiSecret) => new(Current.WithApiKey(apiKey, apiSecret));

    /// <summary>Returns a copy of these credentials with an application ID and private key.</summary>
    /// <param name="applicationId">The application ID.</param>
    /// <param name="privateKey">The RSA private key: PEM text (PKCS#1 or PKCS#8), or the path of a file that contains it.</param>
    /// <exception cref="InvalidCredentialsException">The key cannot be used. The message gives the reason.</exception>
    public VonageCredentials WithApplication(string applicationId, string privateKey) => new(Current.WithApplication(applicationId, privateKey));

    /// <summary>Returns a copy of these credentials with a signature secret.</summary>
    /// <param name="signatureSecret">The account's signature secret.</param>
    /// <param name="method">The signature method in the account's settings.</param>
    /// <exception cref="InvalidCredentialsException">The secret is empty.</exception>
    public VonageCredentials WithSignature(string signatureSecret, SignatureMethod method = Vonage.SignatureMethod.Md5Hash) =>
        new(Current.WithSignature(signatureSecret, method));

    /// <inheritdoc/>
    public override bool Supports(ApiAuthentication scheme) => Find(scheme) is { } way && way.IsOpen(this);

    /// <inheritdoc/>
    public override string DescribeRequirement(ApiAuthentication scheme) => Find(scheme) is { } way ? way.Needs : $"credentials that VonageCredentials cannot contain (the scheme {scheme})";

    /// <inheritdoc/>
    public override string? Identify(ApiAuthentication scheme) =>
        !Supports(scheme) ? null : scheme == ApiAuthentication.Jwt ? $"application {ApplicationId}" : $"API key {ApiKey}";

    /// <inheritdoc/>
    public override ValueTask<string> GetAuthorizationAsync(ApiAuthentication scheme, TimeProvider clock, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(clock);
        return Find(scheme) is { } way && way.Authorize is not null && way.IsOpen(this) ? new(way.Authorize(this, clock)) : base.GetAuthorizationAsync(scheme, clock, cancellationToken);
    }

    /// <inheritdoc/>
    public override bool Forget(ApiAuthentication scheme, string authorization, TimeProvider clock) =>
        scheme == ApiAuthentication.Jwt && _tokens is not null && _tokens.Forget(authorization, clock);

    /// <inheritdoc/>
    public override IReadOnlyList<KeyValuePair<string, string>> GetParameters(ApiAuthentication scheme, IReadOnlyList<KeyValuePair<string, string>> parameters, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(clock);
        return Find(scheme) is { } way && way.Prove is not null && way.IsOpen(this) ? way.Prove(this, parameters, clock) : base.GetParameters(scheme, parameters, clock);
    }

    /// <summary>Determines whether these credentials contain the same keys, IDs and secrets as others. Clients share access tokens among equal credentials.</summary>
    /// <param name="obj">The other credentials.</param>
    public override bool Equals(object? obj) => ReferenceEquals(this, obj) || (obj is VonageCredentials other
        && ApiKey == other.ApiKey && ApplicationId == other.ApplicationId && SignatureMethod == other.SignatureMethod
        && _apiSecret == other._apiSecret && _signatureSecret == other._signatureSecret && Equals(Key, other.Key));

    /// <summary>Returns a hash code of the keys and IDs, not of secrets.</summary>
    public override int GetHashCode() => (ApiKey, ApplicationId, SignatureMethod).GetHashCode();

    /// <summary>Returns the keys and IDs of these credentials, without secrets.</summary>
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

    private static List<KeyValuePair<string, string>> Missing(IReadOnlyList<KeyValuePair<string, string>> present, params (string Name, string Value)[] wanted) =>
        [.. wanted.Where(w => !present.Any(p => p.Key == w.Name)).Select(w => new KeyValuePair<string, string>(w.Name, w.Value))];

    /// <summary>Gets the account that a generated operation acts on: the one in its options, or the one of the credentials.</summary>
    /// <exception cref="InvalidRequestException">Neither has an API key.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static string AccountKey(string? accountKey, RequestOptions? requestOptions, ApiClient apiClient) =>
        accountKey ?? ((requestOptions?.Credentials ?? apiClient?.Credentials) as VonageCredentials)?.ApiKey
        ?? throw new InvalidRequestException("AccountKey", "is required because the credentials contain no API key. Set AccountKey of the options, or use credentials with an API key and secret (VonageCredentials.FromApiKey or WithApiKey).");

    /// <summary>Gets the application that a generated operation acts on: the one of the credentials, whose token authenticates the request.</summary>
    /// <exception cref="MissingCredentialsException">The credentials contain no application.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static string ApplicationOf(ApiOperation operation, RequestOptions? requestOptions, ApiClient apiClient)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(apiClient);
        var credentials = requestOptions?.Credentials ?? apiClient.Credentials;
        return (credentials as VonageCredentials)?.ApplicationId ?? throw new MissingCredentialsException(operation.Name, operation.Authentication, credentials);
    }

    private List<KeyValuePair<string, string>> AddKey(IReadOnlyList<KeyValuePair<string, string>> parameters) => Missing(parameters, ("api_key", ApiKey!), ("api_secret", _apiSecret!));

    private List<KeyValuePair<string, string>> Sign(IReadOnlyList<KeyValuePair<string, string>> parameters, TimeProvider clock)
    {
        var now = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var added = Missing(parameters, ("api_key", ApiKey!), (SmsSignature.Timestamp, now));
        var signature = SmsSignature.Compute(parameters.Concat(added)!, _signatureSecret!, SignatureMethod!.Value);
        added.Add(new(SmsSignature.Parameter, signature));
        return added;
    }

    // So few are found faster one after the other than in a table.
    private static Way? Find(ApiAuthentication scheme)
    {
        foreach (var way in Ways)
        {
            if (ReferenceEquals(way.Scheme, scheme))
                return way;
        }

        return null;
    }

    /// <summary>How these credentials support a scheme.</summary>
    private sealed record Way(
        ApiAuthentication Scheme,
        string Needs,
        Func<VonageCredentials, bool> IsOpen,
        Func<VonageCredentials, TimeProvider, string>? Authorize = null,
        Func<VonageCredentials, IReadOnlyList<KeyValuePair<string, string>>, TimeProvider, IReadOnlyList<KeyValuePair<string, string>>>? Prove = null);

    /// <summary>The parts of credentials.</summary>
    [DebuggerDisplay("{ToString(),nq}")]
    internal readonly record struct Parts(
        string? ApiKey,
        [property: DebuggerBrowsable(DebuggerBrowsableState.Never)] string? ApiSecret,
        string? ApplicationId,
        [property: DebuggerBrowsable(DebuggerBrowsableState.Never)] RsaPrivateKey? Key,
        [property: DebuggerBrowsable(DebuggerBrowsableState.Never)] TokenCache? Tokens,
        [property: DebuggerBrowsable(DebuggerBrowsableState.Never)] string? SignatureSecret,
        SignatureMethod? SignatureMethod)
    {
        public Parts WithApiKey(string apiKey, string apiSecret) => this with { ApiKey = CheckKey(apiKey), ApiSecret = Check(apiSecret, "API secret") };

        public Parts WithApplication(string applicationId, string privateKey) =>
            WithApplication(applicationId, PemKeyReader.Read(Check(privateKey, "private key")));

        public Parts WithApplication(string applicationId, RsaPrivateKey privateKey)
        {
            var id = Check(applicationId, "application id");
            return this with { ApplicationId = id, Key = privateKey, Tokens = new TokenCache(claims => JsonWebToken.Sign(claims, privateKey), id) };
        }

        public Parts WithSignature(string signatureSecret, SignatureMethod method)
        {
            SignatureMethods.Name(method);
            return this with { SignatureSecret = Check(signatureSecret, "signature secret"), SignatureMethod = method };
        }

        public override string ToString() => new VonageCredentials(this).ToString();

        public static string CheckKey(string apiKey) => Check(apiKey, "API key").Any(c => c == ':' || char.IsWhiteSpace(c) || char.IsControl(c))
            ? throw new InvalidCredentialsException("The API key contains a colon, whitespace or a line break, which is not valid. Copy the key without surrounding text.")
            : apiKey;

        private static string Check(string value, string name) =>
            string.IsNullOrWhiteSpace(value) ? throw new InvalidCredentialsException($"The {name} is empty.") : value;
    }
}
