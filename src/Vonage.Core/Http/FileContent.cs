using System.Buffers;

namespace Vonage.Core;

/// <summary>A file to upload: its bytes as a stream, and what to call it.</summary>
public sealed class FileContent
{
    private const int PieceLength = 81920;
    private readonly long _start;
    private bool _read;

    /// <summary>Describes a file. The stream is read from where it stands, and is not disposed of.</summary>
    /// <param name="content">The bytes. Only a stream that can seek can be sent a second time, should an attempt fail.</param>
    /// <param name="fileName">The name that the server is told.</param>
    /// <param name="mediaType">The media type, such as <c>image/png</c>.</param>
    public FileContent(Stream content, string fileName, string mediaType = "application/octet-stream")
    {
        Content = content ?? throw new ArgumentNullException(nameof(content));
        FileName = fileName ?? throw new ArgumentNullException(nameof(fileName));
        MediaType = System.Net.Http.Headers.MediaTypeHeaderValue.TryParse(mediaType, out _)
            ? mediaType
            : throw new ArgumentException("The media type must be written as type/subtype.", nameof(mediaType));
        _start = content.CanSeek ? content.Position : 0;
    }

    /// <summary>The bytes.</summary>
    public Stream Content { get; }

    /// <summary>The name that the server is told.</summary>
    public string FileName { get; }

    /// <summary>The media type.</summary>
    public string MediaType { get; }

    /// <summary>Is told the number of the file's bytes sent so far, after each piece. An attempt that is repeated starts at the beginning.</summary>
    public IProgress<long>? Progress { get; set; }

    internal long? Length => Content.CanSeek ? Content.Length - _start : null;

    /// <summary>Says so before anything is sent where the file is needed a second time and cannot be had.</summary>
    internal void CheckReadable()
    {
        if (_read && !Content.CanSeek)
            throw new InvalidOperationException($"The file '{FileName}' cannot be sent again: its stream cannot seek back to its beginning.");
    }

    /// <summary>Sends the file from its beginning, piece by piece.</summary>
    internal async Task CopyToAsync(Stream destination, CancellationToken cancellationToken)
    {
        CheckReadable();
        if (Content.CanSeek)
            Content.Position = _start;
        _read = true;
        var buffer = ArrayPool<byte>.Shared.Rent(PieceLength);
        try
        {
            long total = 0;
            int read;
            while ((read = await Content.ReadAsync(buffer.AsMemory(), cancellationToken).ConfigureAwait(false)) > 0)
            {
                await destination.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
                total += read;
                Progress?.Report(total);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
