namespace Vonage.Core.Pipeline;

/// <summary>A body that is copied from a stream as it is sent.</summary>
internal sealed class RawHttpContent : ApiContent
{
    private readonly FileContent _file;

    public RawHttpContent(FileContent file, string mediaType)
    {
        _file = file;
        Headers.TryAddWithoutValidation("Content-Type", mediaType);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _file.Length ?? 0;
        return _file.Length is not null;
    }

    protected override Task WriteAsync(Stream stream, CancellationToken cancellationToken) => _file.CopyToAsync(stream, cancellationToken);
}
