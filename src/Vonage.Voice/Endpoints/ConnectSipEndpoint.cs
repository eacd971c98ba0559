using Vonage.Core;

namespace Vonage.Voice;

public partial class ConnectSipEndpoint
{
    /// <summary>Initializes a new instance of the <see cref="ConnectSipEndpoint"/> class with a SIP URI. <see cref="Domain"/> can be set instead.</summary>
    /// <param name="uri">The SIP URI, such as <c>sip:rebekka@sip.example.com</c>.</param>
    public ConnectSipEndpoint(Uri uri)
        : this() => Uri = uri;

    partial void ValidateMore()
    {
        if (string.IsNullOrEmpty(Uri?.OriginalString) && string.IsNullOrEmpty(Domain))
            throw new InvalidRequestException("uri", "is required unless domain is set.");
        EndpointRules.Sip(Uri);
        if (Uri is not null && Domain is not null)
            throw new InvalidRequestException("domain", "must not be set if uri is set.");
        if (User is not null && Domain is null)
            throw new InvalidRequestException("user", "requires domain.");
    }
}
