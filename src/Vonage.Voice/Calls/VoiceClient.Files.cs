using System.Net;
using System.Text;
using Newtonsoft.Json;
using Vonage.Core;

namespace Vonage.Voice;

/// <content>Downloads of recordings and transcripts by the URL from a webhook. Core determines which hosts receive the token.</content>
public partial class VoiceClient
{
    /// <inheritdoc/>
    public virtual Task DownloadRecordingAsync(Uri url, Stream destination, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        _api.DownloadAsync(url, ApiAuthentication.Jwt, destination, options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task DownloadRecordingAsync(string recording, Stream destination, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        AsUrl("recording", recording) is { } url
            ? DownloadRecordingAsync(url, destination, options, cancellationToken)
            : DownloadFileAsync(recording, destination, options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<Transcription> GetTranscriptionAsync(Uri url, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        ReadAsync(url?.AbsolutePath, content => DownloadRecordingAsync(url!, content, options, cancellationToken));

    /// <inheritdoc/>
    public virtual Task<Transcription> GetTranscriptionAsync(string transcription, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        AsUrl("transcription", transcription) is { } url
            ? GetTranscriptionAsync(url, options, cancellationToken)
            : ReadAsync("/v1/files/" + transcription, content => DownloadFileAsync(transcription, content, options, cancellationToken));

    private static Uri? AsUrl(string field, string text)
    {
        if (text is null || text.IndexOf("://", StringComparison.Ordinal) < 0)
            return null;
        return WebUrl.Parse(field, text);
    }

    private static async Task<Transcription> ReadAsync(string? path, Func<Stream, Task> download)
    {
        using var content = new MemoryStream();
        await download(content).ConfigureAwait(false);
        content.Position = 0;
        Exception? unreadable = null;
        try
        {
            if (ApiJson.Deserialize(content, Transcription.JsonKind.Read) is { } transcription)
                return transcription;
        }
        catch (JsonException error)
        {
            unreadable = error;
        }

        // For example the audio, if the caller passed the URL of the recording.
        var body = Encoding.UTF8.GetString(content.GetBuffer(), 0, (int)Math.Min(content.Length, ApiResponse.MaxBodyLength));
        var reply = new ApiResponse("Voice.getTranscription", HttpMethod.Get, path ?? string.Empty, HttpStatusCode.OK, body);
        throw new VonageApiException(reply, "Its body is not a transcript.", unreadable);
    }
}
