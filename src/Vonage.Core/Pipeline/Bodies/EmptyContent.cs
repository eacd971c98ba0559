namespace Vonage.Core.Pipeline;

/// <summary>A body without bytes, which is sent as <c>Content-Length: 0</c>.</summary>
internal sealed class EmptyContent : ApiContent
{
    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return true;
    }

    protected override Task WriteAsync(Stream stream, CancellationToken cancellationToken) => Task.CompletedTask;
}
