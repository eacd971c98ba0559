using System.Diagnostics;

namespace Vonage;

/// <summary>The claims of a token. All are optional; the defaults create a token that authenticates API requests.</summary>
public sealed class JwtClaims
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    private TimeSpan _lifetime = TimeSpan.FromMinutes(15);
    private JwtAcl? _acl;
    private Dictionary<string, object?>? _additional;

    /// <summary>The name of the user that a client SDK acts for (<c>sub</c>). By default, the token belongs to the application itself. An empty name is refused when the token is generated.</summary>
    public string? Subject { get; set; }

    /// <summary>The lifetime of the token from <see cref="IssuedAt"/>, in whole seconds, up to 24 hours, which is the most that Vonage accepts. The default is 15 minutes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than one second or more than 24 hours.</exception>
    public TimeSpan Lifetime
    {
        get => _lifetime;
        set => _lifetime = value >= Shortest && value <= Longest
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The lifetime of a token must be from one second to 24 hours, which is the most that Vonage accepts.");
    }

    /// <summary>The time when the token is issued (<c>iat</c>), to the second. The default is the current time.</summary>
    public DateTimeOffset? IssuedAt { get; set; }

    /// <summary>The time from which the token is valid (<c>nbf</c>), to the second. The default is <see cref="IssuedAt"/>.</summary>
    public DateTimeOffset? NotBefore { get; set; }

    /// <summary>The unique ID of the token (<c>jti</c>). The default is a new UUID.</summary>
    public string? Id { get; set; }

    /// <summary>The application ID (<c>application_id</c>). The default is the application of the generator's credentials.</summary>
    public string? ApplicationId { get; set; }

    /// <summary>
    /// The paths that the token grants access to (<c>acl</c>). If it is not used, there is no such claim; a token of the application itself then has access to
    /// all paths.
    /// </summary>
    /// <remarks>
    /// A list that was used and is empty is refused when the token is generated. An empty initializer, <c>Acl = { }</c>, does not use it: the compiler leaves
    /// it out.
    /// </remarks>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public JwtAcl Acl => _acl ??= [];

    /// <summary>Additional claims, by name.</summary>
    public IDictionary<string, object?> AdditionalClaims => _additional ??= new Dictionary<string, object?>(StringComparer.Ordinal);

    /// <summary>The token is for a client SDK. Those have no <c>nbf</c> claim unless <see cref="NotBefore"/> is set.</summary>
    internal bool IsForClients { get; private init; }

    internal bool HasAcl => _acl is not null;

    internal bool HasAdditional => _additional is { Count: > 0 };

    /// <summary>Creates the claims of a token for a client SDK, which can be valid for longer than one for the API. The caller has checked the lifetime.</summary>
    internal static JwtClaims ForClients(TimeSpan lifetime) => new() { _lifetime = lifetime, IsForClients = true };
}
