namespace Vonage.Core.Pipeline;

/// <summary>Where a key stands in a request.</summary>
internal enum KeyPlace
{
    Header,
    Query,
    Cookie,
}

/// <summary>A scheme that authenticates by a key under a name that the API chooses. Schemes of the same place and name are equal.</summary>
internal sealed class KeyScheme(KeyPlace place, string name) : ApiAuthentication($"{place} {name}")
{
    private readonly KeyPlace _place = place;
    private readonly string _name = name;

    public override bool Equals(object? obj) => obj is KeyScheme other && other._place == _place && other._name == _name;

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Name);

    protected internal override async ValueTask ApplyAsync(HttpRequestMessage message, ApiRequest request, ApiCredentials credentials, TimeProvider clock, CancellationToken cancellationToken)
    {
        var key = await credentials.GetAuthorizationAsync(this, clock, cancellationToken).ConfigureAwait(false);
        switch (_place)
        {
            case KeyPlace.Header:
                message.Headers.TryAddWithoutValidation(_name, key);
                break;
            case KeyPlace.Cookie:
                var cookie = $"{_name}={CookieText.Escape(key)}";
                if (message.Headers.TryGetValues(CookieText.Header, out var others))
                    cookie = string.Join("; ", others.Append(cookie));
                message.Headers.Remove(CookieText.Header);
                message.Headers.TryAddWithoutValidation(CookieText.Header, cookie);
                break;
            default:
                var address = message.RequestUri!.AbsoluteUri;
                message.RequestUri = new Uri($"{address}{(address.Contains('?') ? '&' : '?')}{Uri.EscapeDataString(_name)}={Uri.EscapeDataString(key)}", UriKind.Absolute);
                break;
        }
    }
}
