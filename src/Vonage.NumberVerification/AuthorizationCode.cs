using System.Diagnostics;
using Vonage.Core;

namespace Vonage.NumberVerification;

/// <summary>The code of a login, which is exchanged for an access token when it is used first. <c>ToString</c> does not contain it.</summary>
public sealed class AuthorizationCode
{
    /// <summary>Initializes a new instance of the <see cref="AuthorizationCode"/> class.</summary>
    /// <param name="code">The parameter <c>code</c> of the redirect. Check its parameter <c>state</c> before.</param>
    /// <param name="redirectUrl">The redirect URL of the login, as it was passed to <see cref="INumberVerificationClient.CreateLoginUrl"/>.</param>
    /// <exception cref="InvalidRequestException">The code is empty or white space, or the URL is not one that a login can have.</exception>
    public AuthorizationCode(string code, Uri redirectUrl)
    {
        CheckText(nameof(code), code);
        CheckRedirect(nameof(redirectUrl), redirectUrl);
        Value = code;
        RedirectUrl = redirectUrl;
    }

    /// <summary>The redirect URL of the login.</summary>
    public Uri RedirectUrl { get; }

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal string Value { get; }

    // What browsers, or the system, take for something else than an app.
    private static readonly HashSet<string> NoCallbacks = new(StringComparer.OrdinalIgnoreCase) { "javascript", "data", "file", "blob", "about", "ftp", "ws", "wss", "mailto", "tel", "sms" };

    /// <summary>Checks that a text is set, and has more than white space.</summary>
    internal static void CheckText(string field, string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            throw new InvalidRequestException(field, "is required, and white space does not count. Set it.");
    }

    /// <summary>Checks where a login may lead: the code would be readable on the way to any other address.</summary>
    internal static void CheckRedirect(string field, Uri url)
    {
        Check.Required(field, url);
        if (!url.IsAbsoluteUri)
            throw new InvalidRequestException(field, "must be an absolute URL, such as https://example.com/callback.");
        if (NoCallbacks.Contains(url.Scheme))
            throw new InvalidRequestException(field, $"must use HTTPS, or the scheme of an app; nothing that {url.Scheme}: leads to can take the code of a login.");
        if (url.Fragment.Length > 0)
            throw new InvalidRequestException(field, "must not have a fragment (#), which OAuth 2.0 does not allow. Remove it.");
        if (url.UserInfo.Length > 0)
            throw new InvalidRequestException(field, "must not contain a user name or password. Remove it.");
        if (url.Scheme == Uri.UriSchemeHttp && !url.IsLoopback)
            throw new InvalidRequestException(field, "must use HTTPS, or the scheme of an app; HTTP is for the local machine only. Otherwise, others could read the code.");
    }
}
