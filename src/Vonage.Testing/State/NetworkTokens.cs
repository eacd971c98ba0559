using System.Collections.Concurrent;

namespace Vonage.Testing.State;

/// <summary>The authorizations of network APIs, which are exchanged once, and the access tokens that they were exchanged for.</summary>
internal sealed class NetworkTokens(TimeProvider clock)
{
    /// <summary>The time in which an authorization can be exchanged.</summary>
    public static readonly TimeSpan AuthorizationLifetime = TimeSpan.FromMinutes(2);

    /// <summary>The time for which a token is valid.</summary>
    public static readonly TimeSpan TokenLifetime = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, (Permission Permission, DateTimeOffset End)> _authorizations = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (Permission Permission, DateTimeOffset End)> _tokens = new(StringComparer.Ordinal);

    /// <summary>Adds an authorization under an ID, or a code.</summary>
    public void Authorize(string id, Permission permission) => _authorizations[id] = (permission, clock.GetUtcNow() + AuthorizationLifetime);

    /// <summary>Exchanges an authorization for a token; null if it is not known, has expired, was exchanged before, or is another's.</summary>
    public string? Exchange(string id, Func<Permission, bool> isOwn)
    {
        if (!_authorizations.TryRemove(id, out var authorization) || authorization.End <= clock.GetUtcNow() || !isOwn(authorization.Permission))
            return null;
        var token = Guid.NewGuid().ToString("N");
        _tokens[token] = (authorization.Permission, clock.GetUtcNow() + TokenLifetime);
        return token;
    }

    /// <summary>Gets what a token permits; null if it is not known, or has expired.</summary>
    public Permission? Find(string token) => _tokens.TryGetValue(token, out var found) && found.End > clock.GetUtcNow() ? found.Permission : null;
}

/// <summary>What a token permits.</summary>
/// <param name="Application">The application.</param>
/// <param name="Number">The number, digits only.</param>
/// <param name="Scope">The scope.</param>
/// <param name="RedirectUrl">The redirect URL of the login; null without one.</param>
internal sealed record Permission(string? Application, string Number, string Scope, string? RedirectUrl = null)
{
    private const string Purpose = "openid dpv:FraudPreventionAndDetection#";
    private const string NumberPrefix = "tel:+";

    /// <summary>Gets the scope of a purpose.</summary>
    public static string ScopeOf(string purpose) => Purpose + purpose;

    /// <summary>Gets the number of a login hint; null if it is not one.</summary>
    public static string? NumberOf(string? hint) =>
        hint is not null && hint.StartsWith(NumberPrefix, StringComparison.Ordinal) && hint[NumberPrefix.Length..] is { Length: >= 7 and <= 15 } number && number[0] != '0' && number.All(char.IsAsciiDigit) ? number : null;
}
