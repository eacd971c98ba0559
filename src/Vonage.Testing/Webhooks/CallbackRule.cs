namespace Vonage.Testing.Webhooks;

/// <summary>
/// Determines whether a webhook can be sent to a URL. What the code configured is allowed; a URL in a request or NCCO could otherwise
/// reach any service on the local machine.
/// </summary>
internal sealed class CallbackRule(IReadOnlyCollection<Uri>? allowed)
{
    private readonly HashSet<string> _allowed = (allowed ?? []).Select(PlaceOf).ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Allows the address of a URL that code specified.</summary>
    public void Allow(Uri url)
    {
        lock (_allowed)
            _allowed.Add(PlaceOf(url));
    }

    /// <summary>Gets the reason for a rejection; null if the URL is allowed.</summary>
    public string? Refuse(Uri url, IEnumerable<Uri?> configured)
    {
        if ((allowed is null && url.IsLoopback) || configured.Any(other => other is not null && PlaceOf(other) == PlaceOf(url)))
            return null;
        lock (_allowed)
            return _allowed.Contains(PlaceOf(url)) ? null : $"Not sent: port {url.Port} is not in AllowedCallbacks (--allow-callback).";
    }

    /// <summary>The application at a URL. All names of the local machine are the same place.</summary>
    public static string PlaceOf(Uri url) => $"{(url.IsLoopback ? "localhost" : url.Host)}:{url.Port}";
}
