using Vonage.Core;

namespace Vonage.Voice;

public partial interface IVoiceClient
{
    /// <summary>Ends a call.</summary>
    /// <param name="uuid">The UUID of the call (leg).</param>
    /// <param name="options">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="ApiException">The API returned an error, could not be reached, or did not respond in time.</exception>
    Task HangUpAsync(string uuid, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Mutes a leg, so that other participants cannot hear it.</summary>
    /// <param name="uuid">The UUID of the call (leg).</param>
    /// <param name="options">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="ApiException">The API returned an error, could not be reached, or did not respond in time.</exception>
    Task MuteAsync(string uuid, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Unmutes a leg.</summary>
    /// <param name="uuid">The UUID of the call (leg).</param>
    /// <param name="options">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="ApiException">The API returned an error, could not be reached, or did not respond in time.</exception>
    Task UnmuteAsync(string uuid, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Earmuffs a leg, so that it cannot hear other participants.</summary>
    /// <param name="uuid">The UUID of the call (leg).</param>
    /// <param name="options">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="ApiException">The API returned an error, could not be reached, or did not respond in time.</exception>
    Task EarmuffAsync(string uuid, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Unearmuffs a leg, so that it can hear other participants again.</summary>
    /// <param name="uuid">The UUID of the call (leg).</param>
    /// <param name="options">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="ApiException">The API returned an error, could not be reached, or did not respond in time.</exception>
    Task UnearmuffAsync(string uuid, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Transfers a call to a new NCCO.</summary>
    /// <param name="uuid">The UUID of the call (leg).</param>
    /// <param name="ncco">The new NCCO, with at least one action.</param>
    /// <param name="options">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="InvalidRequestException">The NCCO is empty or violates a rule of the API. Nothing was sent.</exception>
    /// <exception cref="ApiException">The API returned an error, could not be reached, or did not respond in time.</exception>
    Task TransferAsync(string uuid, Ncco ncco, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Transfers a call to a new NCCO that your web server provides.</summary>
    /// <param name="uuid">The UUID of the call (leg).</param>
    /// <param name="answerUrl">The absolute http or https URL from which Vonage requests the NCCO by GET.</param>
    /// <param name="options">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="InvalidRequestException">The URL is not valid. Nothing was sent.</exception>
    /// <exception cref="ApiException">The API returned an error, could not be reached, or did not respond in time.</exception>
    Task TransferAsync(string uuid, Uri answerUrl, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Plays a text-to-speech message in a call, once, with the default voice.</summary>
    /// <param name="uuid">The UUID of the call (leg).</param>
    /// <param name="text">The text, 1 to 1500 characters.</param>
    /// <param name="options">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The result of the command.</returns>
    /// <exception cref="InvalidRequestException">The text is missing or too long. Nothing was sent.</exception>
    /// <exception cref="ApiException">The API returned an error, could not be reached, or did not respond in time.</exception>
    Task<CallCommandResponse> StartTalkAsync(string uuid, string text, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Plays an audio file in a call, once.</summary>
    /// <param name="uuid">The UUID of the call (leg).</param>
    /// <param name="streamUrl">The absolute http or https URL of the audio file (mp3 or wav).</param>
    /// <param name="options">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The result of the command.</returns>
    /// <exception cref="InvalidRequestException">The URL is not valid. Nothing was sent.</exception>
    /// <exception cref="ApiException">The API returned an error, could not be reached, or did not respond in time.</exception>
    Task<CallCommandResponse> StartStreamAsync(string uuid, Uri streamUrl, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Sends DTMF tones to a call.</summary>
    /// <param name="uuid">The UUID of the call (leg).</param>
    /// <param name="digits">The keys in order: digits, * and #. The letter p is a pause of half a second.</param>
    /// <param name="options">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The result of the command.</returns>
    /// <exception cref="InvalidRequestException">The keys are missing or contain other characters. Nothing was sent.</exception>
    /// <exception cref="ApiException">The API returned an error, could not be reached, or did not respond in time.</exception>
    Task<CallCommandResponse> SendDtmfAsync(string uuid, string digits, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Downloads a recording and writes it to a stream as it arrives. The application's token is sent only to Vonage's hosts over HTTPS, and to
    /// the addresses in the client's <see cref="ApiClientOptions.Hosts"/>.
    /// </summary>
    /// <param name="url">The URL of the recording from the webhook (<see cref="RecordingEvent.RecordingUrl"/>).</param>
    /// <param name="destination">The stream to write to. It stays open.</param>
    /// <param name="options">Per-request options: timeout (of the whole download), headers and credentials.</param>
    /// <param name="cancellationToken">Cancels the download.</param>
    /// <exception cref="InvalidRequestException">The URL is not a Vonage URL. Nothing was sent.</exception>
    /// <exception cref="ApiException">The API returned an error, or the response was incomplete. Bytes that arrived before the failure were written.</exception>
    Task DownloadRecordingAsync(Uri url, Stream destination, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Downloads a recording and writes it to a stream as it arrives. The application's token is sent only to Vonage's hosts over HTTPS, and to
    /// the addresses in the client's <see cref="ApiClientOptions.Hosts"/>.
    /// </summary>
    /// <param name="recording">The URL of the recording from the webhook, or the file ID (the last segment of that URL) if the file is on the default host of the API.</param>
    /// <param name="destination">The stream to write to. It stays open.</param>
    /// <param name="options">Per-request options: timeout (of the whole download), headers and credentials.</param>
    /// <param name="cancellationToken">Cancels the download.</param>
    /// <exception cref="InvalidRequestException">The URL is not a Vonage URL. Nothing was sent.</exception>
    /// <exception cref="ApiException">The API returned an error, or the response was incomplete. Bytes that arrived before the failure were written.</exception>
    Task DownloadRecordingAsync(string recording, Stream destination, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Gets the transcript of a recording. The application's token is sent to the same hosts as for <see cref="DownloadRecordingAsync(Uri, Stream, RequestOptions?, CancellationToken)"/>.</summary>
    /// <param name="url">The URL of the transcript from the webhook (<see cref="TranscriptionEvent.TranscriptionUrl"/>).</param>
    /// <param name="options">Per-request options: timeout, headers and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The transcript.</returns>
    /// <exception cref="InvalidRequestException">The URL is not a Vonage URL. Nothing was sent.</exception>
    /// <exception cref="ApiException">The request failed, or the response is not a transcript.</exception>
    Task<Transcription> GetTranscriptionAsync(Uri url, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Gets the transcript of a recording. The application's token is sent to the same hosts as for <see cref="DownloadRecordingAsync(Uri, Stream, RequestOptions?, CancellationToken)"/>.</summary>
    /// <param name="transcription">The URL of the transcript from the webhook, or the file ID (the last segment of that URL) if the file is on the default host of the API.</param>
    /// <param name="options">Per-request options: timeout, headers and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The transcript.</returns>
    /// <exception cref="InvalidRequestException">The URL is not a Vonage URL. Nothing was sent.</exception>
    /// <exception cref="ApiException">The request failed, or the response is not a transcript.</exception>
    Task<Transcription> GetTranscriptionAsync(string transcription, RequestOptions? options = null, CancellationToken cancellationToken = default);
}
