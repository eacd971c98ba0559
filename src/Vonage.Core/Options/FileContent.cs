using System.Buffers;

namespace Vonage.Core;

/// <summary>A file to upload.</summary>
public sealed class FileContent
{
    internal const string AnyMediaType = "application/octet-stream";

    private const int PieceLength = 81920;
    private readonly long _start;
    private bool _read;

    /// <summary>Initializes a new instance of the <see cref="FileContent"/> class. The stream is read from its current position and is not disposed.</summary>
    /// <param name="content">The content of the file. Only a seekable stream can be sent again if an attempt fails.</param>
    /// <param name="fileName">The file name to send to the server.</param>
    /// <param name="mediaType">The media type, such as <c>image/png</c>.</param>
    public FileContent(Stream content, string fileName, string mediaType = AnyMediaType)
    {
        Content = content ?? throw new ArgumentNullException(nameof(content));
        FileName = fileName ?? throw new ArgumentNullException(nameof(fileName));
        MediaType = System.Net.Http.Headers.MediaTypeHeaderValue.TryParse(mediaType, out _)
            ? mediaType
            : throw new ArgumentException("The media type must have the form type/subtype.", nameof(mediaType));
        _start = content.CanSeek ? content.Position : 0;
    }

    /// <summary>Creates a file without a name of its own from a stream.</summary>
    /// <param name="content">The content, which is read from its current position and not disposed.</param>
    public static FileContent FromStream(Stream content) => new(content, "file");

    /// <summary>Creates a file without a name of its own from bytes.</summary>
    /// <param name="content">The content.</param>
    public static FileContent FromBytes(byte[] content) => new(new MemoryStream(content, writable: false), "file");

    /// <summary>Creates a file without a name of its own from a stream.</summary>
    public static implicit operator FileContent(Stream content) => FromStream(content);

    /// <summary>Creates a file without a name of its own from bytes.</summary>
    public static implicit operator FileContent(byte[] content) => FromBytes(content);

    /// <summary>The content of the file.</summary>
    public Stream Content { get; }

    /// <summary>The file name to send to the server.</summary>
    public string FileName { get; }

    /// <summary>The media type.</summary>
    public string MediaType { get; }

    /// <summary>Receives the number of bytes of the file sent so far, after each chunk. A repeated attempt starts from the beginning.</summary>
    public IProgress<long>? Progress { get; set; }

    internal long? Length => Content.CanSeek ? Content.Length - _start : null;

    /// <summary>Throws before anything is sent if the file is needed again but its stream cannot seek.</summary>
    internal void CheckReadable()
    {
        if (_read && !Content.CanSeek)
            throw new InvalidOperationException($"The file '{FileName}' cannot be sent again because its stream is not seekable. Use a seekable stream.");
    }

    /// <summary>Sends the file from its beginning in chunks.</summary>
    internal async Task CopyToAsync(Stream destination, CancellationToken cancellationToken)
    {
        CheckReadable();
        _read = true;
        var buffer = ArrayPool<byte>.Shared.Rent(PieceLength);
        try
        {
            long total = 0;
            int read;
            while ((read = await ReadAsync(buffer, total, cancellationToken).ConfigureAwait(false)) > 0)
            {
                await destination.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
                total += read;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    // What the caller's own stream and progress throw is the caller's.
    private async Task<int> ReadAsync(byte[] buffer, long total, CancellationToken cancellationToken)
    {
        try
        {
            if (total > 0)
                Progress?.Report(total);
            else if (Content.CanSeek)
                Content.Position = _start;
            return await Content.ReadAsync(buffer.AsMemory(), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            throw new CallerException(error);
        }
    }
}
