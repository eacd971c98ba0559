using System.Diagnostics;
using System.Text;
using Jose;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Vonage.Core;

namespace Vonage;

/// <summary>Generates and verifies signed JSON Web Tokens. Instances are thread-safe.</summary>
public sealed class JwtGenerator : IJwtGenerator
{
    private const int MaxLength = 16 * 1024;

    // The clock of the server that generated the token may be ahead.
    private static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(30);

    private static readonly JwtClaims Defaults = new();

    private readonly VonageCredentials? _credentials;
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly JwtSigner? _signer;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly Func<string, bool>? _isSigned;

    private readonly TimeProvider _clock;

    /// <summary>Initializes a new instance of the class that signs with an application's private key (RS256).</summary>
    /// <param name="credentials">The credentials. Without an application, no tokens can be generated.</param>
    /// <param name="timeProvider">The clock for the times in tokens; <see langword="null"/> for the system clock.</param>
    public JwtGenerator(VonageCredentials credentials, TimeProvider? timeProvider = null)
        : this(timeProvider)
    {
        _credentials = credentials ?? throw new ArgumentNullException(nameof(credentials));
        if (credentials.Key is not { } key)
            return;
        _signer = claims => JsonWebToken.Sign(claims, key);
        _isSigned = token => JsonWebToken.IsSigned(token, key);
    }

    private JwtGenerator(byte[] secret, TimeProvider? timeProvider)
        : this(timeProvider)
    {
        _signer = claims => JsonWebToken.Sign(claims, secret);
        _isSigned = token => JsonWebToken.IsSigned(token, secret);
    }

    private JwtGenerator(TimeProvider? timeProvider) => _clock = timeProvider ?? TimeProvider.System;

    /// <summary>Initializes a new instance of the class that signs with a shared secret (HS256), as Vonage signs webhooks with the account's signature secret.</summary>
    /// <param name="secret">The secret.</param>
    /// <param name="timeProvider">The clock for the times in tokens; <see langword="null"/> for the system clock.</param>
    /// <exception cref="InvalidCredentialsException">The secret is empty.</exception>
    public static JwtGenerator FromSecret(string secret, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(secret);
        if (string.IsNullOrWhiteSpace(secret))
            throw new InvalidCredentialsException("The secret is empty. Specify the signature secret of the account's settings.");
        return new JwtGenerator(Encoding.UTF8.GetBytes(secret), timeProvider);
    }

    /// <inheritdoc/>
    public string Generate(JwtClaims? claims = null)
    {
        if (_signer is null)
            throw Missing("Jwt.generate");
        return _signer(ClaimsWriter.Write(claims ?? Defaults, _credentials?.ApplicationId, _clock.GetUtcNow()));
    }

    /// <inheritdoc/>
    public JObject? Verify(string token)
    {
        ArgumentNullException.ThrowIfNull(token);
        if (_isSigned is null)
            throw Missing("Jwt.verify");
        try
        {
            return token.Length <= MaxLength && _isSigned(token) && JwtMembers.Read(JWT.PayloadBytes(token)) is { } claims && IsValid(claims) ? claims.ToObject() : null;
        }
        catch (Exception error) when (error is JoseException or JsonException or FormatException or ArgumentException)
        {
            return null;
        }
    }

    private MissingCredentialsException Missing(string operation) => new(operation, [ApiAuthentication.Jwt], _credentials!);

    private bool IsValid(JwtMembers claims)
    {
        var now = _clock.GetUtcNow();
        return claims.TryGet("exp", out var end) && end is long expires && now.ToUnixTimeSeconds() < expires
            && (!claims.TryGet("nbf", out var start) || (start is long begins && begins <= (now + ClockSkew).ToUnixTimeSeconds()));
    }
}
