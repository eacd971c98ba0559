using Vonage.Core;

namespace Vonage.Voice;

public partial class SipEndpoint
{
    /// <summary>Initializes a new instance of the <see cref="SipEndpoint"/> class with a SIP URI. In a connect action, <see cref="Domain"/> can be set instead.</summary>
    /// <param name="uri">The SIP URI, such as <c>sip:rebekka@sip.example.com</c>.</param>
    public SipEndpoint(Uri uri)
        : this() => Uri = uri;

    partial void ValidateMore()
    {
        if (string.IsNullOrEmpty(Uri?.OriginalString) && string.IsNullOrEmpty(Domain))
            throw new InvalidRequestException("uri", "is required unless domain is set.");
        if (Uri is { OriginalString: { Length: > 0 } address } && !address.StartsWith("sip:", StringComparison.OrdinalIgnoreCase) && !address.StartsWith("sips:", StringComparison.OrdinalIgnoreCase))
            throw new InvalidRequestException("uri", "must start with sip: or sips:, such as sip:rebekka@sip.example.com.");
        if (Uri is not null && Domain is not null)
            throw new InvalidRequestException("domain", "must not be set if uri is set.");
        if (User is not null && Domain is null)
            throw new InvalidRequestException("user", "requires domain.");
    }
}
