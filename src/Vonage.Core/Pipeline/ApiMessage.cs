namespace Vonage.Core.Pipeline;

/// <summary>The message of one attempt. A handler can tell by it whether it is sent a second time, by a handler that retries.</summary>
internal sealed class ApiMessage(ApiRequest request, Uri address) : HttpRequestMessage(request.Operation.Method, address)
{
    private int _sent;

    public ApiRequest Request => request;

    public ApiOperation Operation => request.Operation;

    /// <summary>Whether the innermost handler has received a response, whatever others make of it.</summary>
    public bool HasReply { get; set; }

    /// <summary>Notes that the message is sent.</summary>
    /// <returns>Whether it is the first time.</returns>
    public bool TrySend() => Interlocked.Exchange(ref _sent, 1) == 0;
}
