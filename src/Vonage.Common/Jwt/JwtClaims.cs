namespace Vonage;

/// <summary>What a token says. Everything is optional: the defaults make a token for calling the API.</summary>
public sealed class JwtClaims
{
    private TimeSpan _lifetime = TimeSpan.FromMinutes(15);
    private JwtAcl? _acl;
    private Dictionary<string, object?>? _additional;

    /// <summary>Whom a client SDK acts for: the user's name (<c>sub</c>). Default: no one, the token is the application's own.</summary>
    public string? Subject { get; set; }

    /// <summary>How long the token is good for, from <see cref="IssuedAt"/> on, in whole seconds. Default: 15 minutes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is shorter than a second.</exception>
    public TimeSpan Lifetime
    {
        get => _lifetime;
        set => _lifetime = value >= TimeSpan.FromSeconds(1) ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A token must live for at least a second.");
    }

    /// <summary>When the token is issued (<c>iat</c>), to the second. Default: now.</summary>
    public DateTimeOffset? IssuedAt { get; set; }

    /// <summary>The first moment at which the token is good (<c>nbf</c>), to the second. Default: <see cref="IssuedAt"/>.</summary>
    public DateTimeOffset? NotBefore { get; set; }

    /// <summary>What makes the token different from all others (<c>jti</c>). Default: a new UUID.</summary>
    public string? Id { get; set; }

    /// <summary>The application (<c>application_id</c>). Default: the one that the generator's credentials name.</summary>
    public string? ApplicationId { get; set; }

    /// <summary>The paths that the token opens (<c>acl</c>). Default: no such claim, which for the application's own tokens opens all.</summary>
    public JwtAcl Acl => _acl ??= [];

    /// <summary>Further claims, by name.</summary>
    public IDictionary<string, object?> Additional => _additional ??= new Dictionary<string, object?>(StringComparer.Ordinal);

    internal bool HasAcl => _acl is { Count: > 0 };

    internal bool HasAdditional => _additional is { Count: > 0 };
}
