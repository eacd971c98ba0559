namespace Vonage.Core;

/// <summary>A file to upload: its bytes as a stream, and what to call it.</summary>
public sealed class FileContent
{
    /// <summary>Describes a file. The stream is read once, from where it stands, and is not disposed of.</summary>
    /// <param name="content">The bytes.</param>
    /// <param name="fileName">The name that the server is told.</param>
    /// <param name="mediaType">The media type, such as <c>image/png</c>.</param>
    public FileContent(Stream content, string fileName, string mediaType = "application/octet-stream")
    {
        Content = content ?? throw new ArgumentNullException(nameof(content));
        FileName = fileName ?? throw new ArgumentNullException(nameof(fileName));
        MediaType = mediaType ?? throw new ArgumentNullException(nameof(mediaType));
    }

    /// <summary>The bytes.</summary>
    public Stream Content { get; }

    /// <summary>The name that the server is told.</summary>
    public string FileName { get; }

    /// <summary>The media type.</summary>
    public string MediaType { get; }
}
