using Vonage.Core;

namespace Vonage.Voice;

public partial interface IVoiceClient
{
    /// <summary>Ends a call.</summary>
    /// <param name="callId">The UUID of the call (leg).</param>
    /// <param name="requestOptions">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="VonageApiException">The API returned an error, or a response that cannot be used.</exception>
    /// <exception cref="ApiConnectionException">The API could not be reached, or the connection broke.</exception>
    /// <exception cref="ApiTimeoutException">The API did not respond in time.</exception>
    Task HangUpAsync(string callId, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default);

    /// <summary>Mutes a leg, so that other participants cannot hear it.</summary>
    /// <param name="callId">The UUID of the call (leg).</param>
    /// <param name="requestOptions">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="VonageApiException">The API returned an error, or a response that cannot be used.</exception>
    /// <exception cref="ApiConnectionException">The API could not be reached, or the connection broke.</exception>
    /// <exception cref="ApiTimeoutException">The API did not respond in time.</exception>
    Task MuteAsync(string callId, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default);

    /// <summary>Unmutes a leg.</summary>
    /// <param name="callId">The UUID of the call (leg).</param>
    /// <param name="requestOptions">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="VonageApiException">The API returned an error, or a response that cannot be used.</exception>
    /// <exception cref="ApiConnectionException">The API could not be reached, or the connection broke.</exception>
    /// <exception cref="ApiTimeoutException">The API did not respond in time.</exception>
    Task UnmuteAsync(string callId, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default);

    /// <summary>Earmuffs a leg, so that it cannot hear other participants.</summary>
    /// <param name="callId">The UUID of the call (leg).</param>
    /// <param name="requestOptions">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="VonageApiException">The API returned an error, or a response that cannot be used.</exception>
    /// <exception cref="ApiConnectionException">The API could not be reached, or the connection broke.</exception>
    /// <exception cref="ApiTimeoutException">The API did not respond in time.</exception>
    Task EarmuffAsync(string callId, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default);

    /// <summary>Unearmuffs a leg, so that it can hear other participants again.</summary>
    /// <param name="callId">The UUID of the call (leg).</param>
    /// <param name="requestOptions">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="VonageApiException">The API returned an error, or a response that cannot be used.</exception>
    /// <exception cref="ApiConnectionException">The API could not be reached, or the connection broke.</exception>
    /// <exception cref="ApiTimeoutException">The API did not respond in time.</exception>
    Task UnearmuffAsync(string callId, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default);

    /// <summary>Transfers a call to a new NCCO.</summary>
    /// <param name="callId">The UUID of the call (leg).</param>
    /// <param name="ncco">The new NCCO, with at least one action.</param>
    /// <param name="requestOptions">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="InvalidRequestException">The NCCO is empty or violates a rule of the API. Nothing was sent.</exception>
    /// <exception cref="VonageApiException">The API returned an error, or a response that cannot be used.</exception>
    /// <exception cref="ApiConnectionException">The API could not be reached, or the connection broke.</exception>
    /// <exception cref="ApiTimeoutException">The API did not respond in time.</exception>
    Task TransferAsync(string callId, Ncco ncco, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default);

    /// <summary>Transfers a call to a new NCCO that your web server provides.</summary>
    /// <param name="callId">The UUID of the call (leg).</param>
    /// <param name="answerUrl">The absolute http or https URL from which Vonage requests the NCCO by GET.</param>
    /// <param name="requestOptions">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="InvalidRequestException">The URL is not valid. Nothing was sent.</exception>
    /// <exception cref="VonageApiException">The API returned an error, or a response that cannot be used.</exception>
    /// <exception cref="ApiConnectionException">The API could not be reached, or the connection broke.</exception>
    /// <exception cref="ApiTimeoutException">The API did not respond in time.</exception>
    Task TransferToUrlAsync(string callId, Uri answerUrl, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default);

    /// <summary>Sends DTMF tones to a call.</summary>
    /// <param name="callId">The UUID of the call (leg).</param>
    /// <param name="digits">The keys in order: digits, * and #. The letter p is a pause of half a second.</param>
    /// <param name="requestOptions">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The result of the command.</returns>
    /// <exception cref="InvalidRequestException">The keys are missing or contain other characters. Nothing was sent.</exception>
    /// <exception cref="VonageApiException">The API returned an error, or a response that cannot be used.</exception>
    /// <exception cref="ApiConnectionException">The API could not be reached, or the connection broke.</exception>
    /// <exception cref="ApiTimeoutException">The API did not respond in time.</exception>
    Task<CallCommandResponse> SendDtmfAsync(string callId, string digits, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Downloads a recording and writes it to a stream as it arrives. The application's token is sent only to Vonage's hosts over HTTPS, and to
    /// the addresses in the client's <see cref="ApiClientOptions.Hosts"/>.
    /// </summary>
    /// <param name="recordingUrl">The URL of the recording from the webhook (<see cref="RecordingEvent.RecordingUrl"/>).</param>
    /// <param name="destination">The stream to write to. It stays open.</param>
    /// <param name="progress">Receives the number of bytes written so far, after each chunk.</param>
    /// <param name="requestOptions">Per-request options: timeout (of the whole download), headers and credentials.</param>
    /// <param name="cancellationToken">Cancels the download.</param>
    /// <exception cref="InvalidRequestException">The URL is not a Vonage URL. Nothing was sent.</exception>
    /// <exception cref="VonageApiException">The API returned an error.</exception>
    /// <exception cref="ApiConnectionException">The API could not be reached, or the connection broke. Bytes that arrived before were written.</exception>
    /// <exception cref="ApiTimeoutException">The API did not respond in time.</exception>
    Task DownloadRecordingAsync(Uri recordingUrl, Stream destination, IProgress<long>? progress = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Downloads a recording and writes it to a stream as it arrives. The application's token is sent only to Vonage's hosts over HTTPS, and to
    /// the addresses in the client's <see cref="ApiClientOptions.Hosts"/>.
    /// </summary>
    /// <param name="recordingId">The ID of the recording: the last segment of its URL. The file must be on the default host of the API, or on the host of the region.</param>
    /// <param name="destination">The stream to write to. It stays open.</param>
    /// <param name="progress">Receives the number of bytes written so far, after each chunk.</param>
    /// <param name="requestOptions">Per-request options: timeout (of the whole download), headers and credentials.</param>
    /// <param name="cancellationToken">Cancels the download.</param>
    /// <exception cref="InvalidRequestException">The URL is not a Vonage URL. Nothing was sent.</exception>
    /// <exception cref="VonageApiException">The API returned an error.</exception>
    /// <exception cref="ApiConnectionException">The API could not be reached, or the connection broke. Bytes that arrived before were written.</exception>
    /// <exception cref="ApiTimeoutException">The API did not respond in time.</exception>
    Task DownloadRecordingByIdAsync(string recordingId, Stream destination, IProgress<long>? progress = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default);

    /// <summary>Gets the transcript of a recording. The application's token is sent to the same hosts as for <see cref="DownloadRecordingAsync(Uri, Stream, IProgress{long}?, RequestOptions?, CancellationToken)"/>.</summary>
    /// <param name="transcriptionUrl">The URL of the transcript from the webhook (<see cref="TranscriptionEvent.TranscriptionUrl"/>).</param>
    /// <param name="requestOptions">Per-request options: timeout, headers and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The transcript.</returns>
    /// <exception cref="InvalidRequestException">The URL is not a Vonage URL. Nothing was sent.</exception>
    /// <exception cref="VonageApiException">The API returned an error, or a response that is not a transcript.</exception>
    /// <exception cref="ApiConnectionException">The API could not be reached, or the connection broke.</exception>
    /// <exception cref="ApiTimeoutException">The API did not respond in time.</exception>
    Task<Transcription> GetTranscriptionAsync(Uri transcriptionUrl, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default);

    /// <summary>Gets the transcript of a recording. The application's token is sent to the same hosts as for <see cref="DownloadRecordingAsync(Uri, Stream, IProgress{long}?, RequestOptions?, CancellationToken)"/>.</summary>
    /// <param name="transcriptionId">The ID of the transcript: the last segment of its URL. The file must be on the default host of the API, or on the host of the region.</param>
    /// <param name="requestOptions">Per-request options: timeout, headers and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The transcript.</returns>
    /// <exception cref="InvalidRequestException">The URL is not a Vonage URL. Nothing was sent.</exception>
    /// <exception cref="VonageApiException">The API returned an error, or a response that is not a transcript.</exception>
    /// <exception cref="ApiConnectionException">The API could not be reached, or the connection broke.</exception>
    /// <exception cref="ApiTimeoutException">The API did not respond in time.</exception>
    Task<Transcription> GetTranscriptionByIdAsync(string transcriptionId, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default);
}
