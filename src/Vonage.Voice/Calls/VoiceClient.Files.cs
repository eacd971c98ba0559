using System.Net;
using System.Text;
using Newtonsoft.Json;
using Vonage.Core;

namespace Vonage.Voice;

/// <content>Recordings and transcripts, by the URL that a webhook brought. Core decides where the token may go.</content>
public partial class VoiceClient
{
    /// <inheritdoc/>
    public virtual Task DownloadRecordingAsync(Uri url, Stream destination, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        _api.DownloadAsync(url, AuthenticationScheme.Jwt, destination, options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task DownloadRecordingAsync(string recording, Stream destination, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        IsUrl(recording)
            ? DownloadRecordingAsync(new Uri(recording), destination, options, cancellationToken)
            : DownloadFileAsync(recording, destination, options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<Transcription> GetTranscriptionAsync(Uri url, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        ReadAsync(url, content => DownloadRecordingAsync(url, content, options, cancellationToken));

    /// <inheritdoc/>
    public virtual Task<Transcription> GetTranscriptionAsync(string transcription, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        IsUrl(transcription)
            ? GetTranscriptionAsync(new Uri(transcription), options, cancellationToken)
            : ReadAsync(new Uri("/v1/files/" + transcription, UriKind.Relative), content => DownloadFileAsync(transcription, content, options, cancellationToken));

    private static bool IsUrl(string text) => text is not null && text.IndexOf("://", StringComparison.Ordinal) > 0;

    private static async Task<Transcription> ReadAsync(Uri url, Func<Stream, Task> download)
    {
        using var content = new MemoryStream();
        await download(content).ConfigureAwait(false);
        content.Position = 0;
        Exception? unreadable = null;
        try
        {
            if (ApiJson.Deserialize<Transcription>(content) is { } transcription)
                return transcription;
        }
        catch (JsonException error)
        {
            unreadable = error;
        }

        // Such as the sound itself, where the URL of the recording was given.
        var body = Encoding.UTF8.GetString(content.GetBuffer(), 0, (int)Math.Min(content.Length, ApiReply.MaxBodyLength));
        var path = url.IsAbsoluteUri ? url.AbsolutePath : url.OriginalString;
        var reply = new ApiReply("Voice.getTranscription", HttpMethod.Get, path, HttpStatusCode.OK, body);
        throw new VonageApiException(reply, "Its body is no transcript.", unreadable);
    }
}
