using System.Net;
using System.Text;
using Newtonsoft.Json;
using Vonage.Core;

namespace Vonage.Voice;

/// <content>Downloads of recordings and transcripts by the URL from a webhook. Core determines which hosts receive the token.</content>
public partial class VoiceClient
{
    /// <inheritdoc/>
    public virtual Task DownloadRecordingAsync(Uri recordingUrl, Stream destination, IProgress<long>? progress = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        _apiClient.DownloadAsync(recordingUrl, ApiAuthentication.Jwt, destination, requestOptions, progress, cancellationToken);

    /// <inheritdoc/>
    public virtual Task DownloadRecordingByIdAsync(string recordingId, Stream destination, IProgress<long>? progress = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default)
    {
        CheckId("recordingId", recordingId, nameof(DownloadRecordingAsync));
        return DownloadFileAsync(recordingId, destination, progress, requestOptions, cancellationToken);
    }

    /// <inheritdoc/>
    public virtual Task<Transcription> GetTranscriptionAsync(Uri transcriptionUrl, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        ReadAsync(transcriptionUrl?.AbsolutePath, content => DownloadRecordingAsync(transcriptionUrl!, content, null, requestOptions, cancellationToken));

    /// <inheritdoc/>
    public virtual Task<Transcription> GetTranscriptionByIdAsync(string transcriptionId, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default)
    {
        CheckId("transcriptionId", transcriptionId, nameof(GetTranscriptionAsync));
        return ReadAsync("/v1/files/" + transcriptionId, content => DownloadFileAsync(transcriptionId, content, null, requestOptions, cancellationToken));
    }

    private static void CheckId(string name, string id, string methodForUrls)
    {
        Check.Required(name, id);
        if (id.LastIndexOf('/') >= 0)
            throw new InvalidRequestException(name, $"is a URL. Use its last segment, or pass the URL to {methodForUrls}.");
    }

    private static async Task<Transcription> ReadAsync(string? path, Func<Stream, Task> download)
    {
        using var content = new MemoryStream();
        await download(content).ConfigureAwait(false);
        content.Position = 0;
        Exception? unreadable = null;
        try
        {
            if (ApiJson.Deserialize(content, Transcription.JsonModelType.Read) is { } transcription)
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
