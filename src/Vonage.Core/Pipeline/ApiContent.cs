using System.Net;

namespace Vonage.Core.Pipeline;

/// <summary>
/// The body of a message. It goes only to the address that the message was created for: a handler that follows a redirect asks for it again,
/// with another address in the message.
/// </summary>
internal abstract class ApiContent : HttpContent
{
    private HttpRequestMessage? _message;
    private Uri? _address;

    /// <summary>Indicates whether the platform asked for the body, which it does after it sent the headers.</summary>
    public bool WasRead { get; private set; }

    /// <summary>Restricts the body to the address that its message has now.</summary>
    public void Bind(HttpRequestMessage message)
    {
        _message = message;
        _address = message.RequestUri;
    }

    /// <summary>Writes the body.</summary>
    protected abstract Task WriteAsync(Stream stream, CancellationToken cancellationToken);

    protected sealed override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeAsync(stream, default);

#if NET
    protected sealed override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        SerializeAsync(stream, cancellationToken);
#endif

    private Task SerializeAsync(Stream stream, CancellationToken cancellationToken)
    {
        WasRead = true;
        return _message?.RequestUri is { } current && Redirect.IsOther(current, _address)
            ? throw Redirect.Error(current, "Its body was not sent there.")
            : WriteAsync(stream, cancellationToken);
    }
}
