namespace Vonage.Core;

/// <summary>A file to upload: its bytes as a stream, and what to call it.</summary>
public sealed class FileContent
{
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

    internal long? Length => Content.CanSeek ? Content.Length - _start : null;

    /// <summary>Says so before anything is sent where the file is needed a second time and cannot be had.</summary>
    internal void CheckReadable()
    {
        if (_read && !Content.CanSeek)
            throw new InvalidOperationException($"The file '{FileName}' cannot be sent again: its stream cannot seek back to its beginning.");
    }

    /// <summary>The stream at the file's beginning, for one more attempt at sending it.</summary>
    internal Stream Rewind()
    {
        CheckReadable();
        if (Content.CanSeek)
            Content.Position = _start;
        _read = true;
        return Content;
    }
}
