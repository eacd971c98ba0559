using System.Text;
using Vonage.Core;

namespace Vonage;

/// <summary>Generates signed JSON Web Tokens. Instances are thread-safe.</summary>
public sealed class JwtGenerator : IJwtGenerator
{
    private static readonly JwtClaims Defaults = new();

    private readonly VonageCredentials? _credentials;
    private readonly JwtSigner? _signer;
    private readonly TimeProvider _clock;

    /// <summary>Initializes a new instance of the class that signs with an application's private key (RS256).</summary>
    /// <param name="credentials">The credentials. Without an application, no tokens can be generated.</param>
    /// <param name="timeProvider">The clock for the times in tokens; <see langword="null"/> for the system clock.</param>
    public JwtGenerator(VonageCredentials credentials, TimeProvider? timeProvider = null)
        : this(credentials?.Signer, timeProvider) =>
        _credentials = credentials ?? throw new ArgumentNullException(nameof(credentials));

    internal JwtGenerator(JwtSigner? signer, TimeProvider? timeProvider)
    {
        _signer = signer;
        _clock = timeProvider ?? TimeProvider.System;
    }

    /// <summary>Initializes a new instance of the class that signs with a shared secret (HS256), as Vonage signs webhooks with the account's signature secret.</summary>
    /// <param name="secret">The secret.</param>
    /// <param name="timeProvider">The clock for the times in tokens; <see langword="null"/> for the system clock.</param>
    public static JwtGenerator FromSecret(string secret, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(secret);
        var key = Encoding.UTF8.GetBytes(secret);
        return new JwtGenerator(claims => JsonWebToken.Sign(claims, key), timeProvider);
    }

    /// <inheritdoc/>
    public string Generate(JwtClaims? claims = null)
    {
        if (_signer is null)
            throw new MissingCredentialsException("Jwt.generate", [ApiAuthentication.Jwt], _credentials!);
        return _signer(ClaimsWriter.Write(claims ?? Defaults, _credentials?.ApplicationId, _clock.GetUtcNow()));
    }
}
