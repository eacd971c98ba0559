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
        ReadAsync(_apiClient.At(transcriptionUrl, Transcript.Operation.Name, ApiAuthentication.Jwt, requestOptions), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<Transcription> GetTranscriptionByIdAsync(string transcriptionId, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default)
    {
        CheckId("transcriptionId", transcriptionId, nameof(GetTranscriptionAsync));
        return ReadAsync(new ApiRequest(Transcript.Operation, "/v1/files/" + WireFormat.Segment("transcriptionId", transcriptionId), requestOptions), cancellationToken);
    }

    private static void CheckId(string name, string id, string methodForUrls)
    {
        Check.Required(name, id);
        if (id.LastIndexOf('/') >= 0)
            throw new InvalidRequestException(name, $"is a URL. Use its last segment, or pass the URL to {methodForUrls}.");
    }

    private Task<Transcription> ReadAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        request.Accept = "*/*";
        return _apiClient.FollowAsync(request, Transcription.JsonModelType.Read, cancellationToken);
    }

    // The same resource as a recording's: only its content differs.
    private static class Transcript
    {
        public static readonly ApiOperation Operation =
            new("Voice.getTranscription", "GET", DownloadFileOperation.PathTemplate, DownloadFileOperation.Server, [.. DownloadFileOperation.Authentication]);
    }
}
