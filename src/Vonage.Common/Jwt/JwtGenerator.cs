using System.Text;
using Vonage.Core;

namespace Vonage;

/// <summary>Makes signed tokens. Thread-safe.</summary>
public sealed class JwtGenerator : IJwtGenerator
{
    private static readonly JwtClaims Defaults = new();

    private readonly VonageCredentials? _credentials;
    private readonly JwtSigner? _signer;
    private readonly TimeProvider _clock;

    /// <summary>Signs with an application's private key (RS256).</summary>
    /// <param name="credentials">Credentials that name an application. Ones that do not can make no token.</param>
    /// <param name="timeProvider">The clock by which tokens are dated; <see langword="null"/> for the system's.</param>
    public JwtGenerator(VonageCredentials credentials, TimeProvider? timeProvider = null)
        : this(credentials?.Signer, timeProvider) =>
        _credentials = credentials ?? throw new ArgumentNullException(nameof(credentials));

    internal JwtGenerator(JwtSigner? signer, TimeProvider? timeProvider)
    {
        _signer = signer;
        _clock = timeProvider ?? TimeProvider.System;
    }

    /// <summary>Signs with a secret that both sides know (HS256), as Vonage does with the account's signature secret for its webhooks.</summary>
    /// <param name="secret">The secret.</param>
    /// <param name="timeProvider">The clock by which tokens are dated; <see langword="null"/> for the system's.</param>
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
            throw new MissingCredentialsException("Jwt.generate", [AuthenticationScheme.Jwt], _credentials!);
        return _signer(ClaimsWriter.Write(claims ?? Defaults, _credentials?.ApplicationId, _clock.GetUtcNow()));
    }
}
