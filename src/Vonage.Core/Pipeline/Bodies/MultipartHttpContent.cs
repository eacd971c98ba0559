namespace Vonage.Core.Pipeline;

/// <summary>
/// A <c>multipart/form-data</c> body. Everything except the files is in one rented array; files are copied from their streams as they are
/// sent. Names are written as browsers do: in UTF-8, in quotation marks, with quotation marks and line breaks escaped.
/// </summary>
internal sealed class MultipartHttpContent : ApiContent
{
    private readonly PooledUtf8Writer _text = new();
    private readonly List<(int End, FileContent File)> _files = [];
    private readonly string _boundary;

    public MultipartHttpContent(string boundary)
    {
        _boundary = boundary;
        Headers.TryAddWithoutValidation("Content-Type", $"multipart/form-data; boundary={boundary}");
    }

    public bool HasFiles => _files.Count > 0;

    public void AddText(string name, string value, string? mediaType)
    {
        Start(name);
        if (mediaType is not null)
            _text.Write("\r\nContent-Type: " + mediaType);
        _text.Write("\r\n\r\n");
        _text.Write(value);
        _text.Complete();
        _text.Write("\r\n");
    }

    public void AddFile(string name, FileContent file, string mediaType)
    {
        file.CheckReadable();
        Start(name);
        _text.Write("; filename=\"");
        _text.Write(Escape(file.FileName));
        _text.Write("\"\r\nContent-Type: ");
        _text.Write(mediaType);
        _text.Write("\r\n\r\n");
        _files.Add((_text.Length, file));
        _text.Write("\r\n");
    }

    public void Complete() => _text.Write($"--{_boundary}--\r\n");

    protected override bool TryComputeLength(out long length)
    {
        length = _text.Length;
        foreach (var (_, file) in _files)
        {
            if (file.Length is not { } size)
                return false;
            length += size;
        }

        return true;
    }

    // The array is not returned to the pool: a write may still be in progress, and uploads are too rare to justify reference counting.
    protected override async Task WriteAsync(Stream stream, CancellationToken cancellationToken)
    {
        var start = 0;
        foreach (var (end, file) in _files)
        {
            await stream.WriteAsync(_text.Bytes.AsMemory(start, end - start), cancellationToken).ConfigureAwait(false);
            await file.CopyToAsync(stream, cancellationToken).ConfigureAwait(false);
            start = end;
        }

        await stream.WriteAsync(_text.Bytes.AsMemory(start, _text.Length - start), cancellationToken).ConfigureAwait(false);
    }

    private static string Escape(string name) => name.Replace("\"", "%22").Replace("\r", "%0D").Replace("\n", "%0A");

    private void Start(string name)
    {
        _text.Write("--");
        _text.Write(_boundary);
        _text.Write("\r\nContent-Disposition: form-data; name=\"");
        _text.Write(Escape(name));
        _text.Write("\"");
    }
}
