using Vonage.Core;

namespace Vonage.Voice;

public partial interface IVoiceClient
{
    /// <summary>Ends a call.</summary>
    /// <param name="uuid">The call (the leg), by its UUID.</param>
    /// <param name="options">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="ApiException">The API returned an error, could not be reached, or did not respond in time.</exception>
    Task HangUpAsync(string uuid, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Keeps the others from hearing a leg.</summary>
    /// <param name="uuid">The call (the leg), by its UUID.</param>
    /// <param name="options">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="ApiException">The API returned an error, could not be reached, or did not respond in time.</exception>
    Task MuteAsync(string uuid, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Lets the others hear a leg again.</summary>
    /// <param name="uuid">The call (the leg), by its UUID.</param>
    /// <param name="options">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="ApiException">The API returned an error, could not be reached, or did not respond in time.</exception>
    Task UnmuteAsync(string uuid, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Keeps a leg from hearing the others.</summary>
    /// <param name="uuid">The call (the leg), by its UUID.</param>
    /// <param name="options">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="ApiException">The API returned an error, could not be reached, or did not respond in time.</exception>
    Task EarmuffAsync(string uuid, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Lets a leg hear the others again.</summary>
    /// <param name="uuid">The call (the leg), by its UUID.</param>
    /// <param name="options">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="ApiException">The API returned an error, could not be reached, or did not respond in time.</exception>
    Task UnearmuffAsync(string uuid, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Has a call go on with another NCCO.</summary>
    /// <param name="uuid">The call (the leg), by its UUID.</param>
    /// <param name="ncco">What it goes on with. At least one action.</param>
    /// <param name="options">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="InvalidRequestException">The NCCO is empty or breaks a rule of the API. Nothing was sent.</exception>
    /// <exception cref="ApiException">The API returned an error, could not be reached, or did not respond in time.</exception>
    Task TransferAsync(string uuid, Ncco ncco, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Has a call go on with another NCCO, which your web server serves.</summary>
    /// <param name="uuid">The call (the leg), by its UUID.</param>
    /// <param name="answerUrl">Where Vonage fetches the NCCO by GET, an absolute http or https URL.</param>
    /// <param name="options">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="InvalidRequestException">The URL cannot be used. Nothing was sent.</exception>
    /// <exception cref="ApiException">The API returned an error, could not be reached, or did not respond in time.</exception>
    Task TransferAsync(string uuid, Uri answerUrl, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Speaks a text into a call, once, in the voice that the API uses unless told otherwise.</summary>
    /// <param name="uuid">The call (the leg), by its UUID.</param>
    /// <param name="text">What to say, 1 to 1500 characters.</param>
    /// <param name="options">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>It is being spoken.</returns>
    /// <exception cref="InvalidRequestException">The text is missing or too long. Nothing was sent.</exception>
    /// <exception cref="ApiException">The API returned an error, could not be reached, or did not respond in time.</exception>
    Task<CallCommandReply> StartTalkAsync(string uuid, string text, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Plays a sound file into a call, once.</summary>
    /// <param name="uuid">The call (the leg), by its UUID.</param>
    /// <param name="streamUrl">The file, mp3 or wav, as an absolute http or https URL.</param>
    /// <param name="options">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>It plays.</returns>
    /// <exception cref="InvalidRequestException">The URL cannot be used. Nothing was sent.</exception>
    /// <exception cref="ApiException">The API returned an error, could not be reached, or did not respond in time.</exception>
    Task<CallCommandReply> StartStreamAsync(string uuid, Uri streamUrl, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Sends key tones into a call.</summary>
    /// <param name="uuid">The call (the leg), by its UUID.</param>
    /// <param name="digits">The keys in turn: digits, * and #. A p is a pause of half a second.</param>
    /// <param name="options">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The tones were sent.</returns>
    /// <exception cref="InvalidRequestException">There are other characters among the keys, or no keys. Nothing was sent.</exception>
    /// <exception cref="ApiException">The API returned an error, could not be reached, or did not respond in time.</exception>
    Task<CallCommandReply> SendDtmfAsync(string uuid, string digits, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Downloads a recording, piece by piece as it comes. The application's token goes to Vonage's own hosts only, over HTTPS, and to the
    /// addresses that the client's <see cref="ApiClientOptions.Hosts"/> names.
    /// </summary>
    /// <param name="url">The recording's URL, as the webhook named it (<see cref="RecordingEvent.RecordingUrl"/>).</param>
    /// <param name="destination">The stream to write to. It stays open.</param>
    /// <param name="options">Per-request options: timeout (of the whole download), headers and credentials.</param>
    /// <param name="cancellationToken">Cancels the download.</param>
    /// <exception cref="InvalidRequestException">The URL is not one of Vonage's. Nothing was sent.</exception>
    /// <exception cref="ApiException">The API answered with an error, or not to the end. What came before that has been written.</exception>
    Task DownloadRecordingAsync(Uri url, Stream destination, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Downloads a recording, piece by piece as it comes. The application's token goes to Vonage's own hosts only, over HTTPS, and to the
    /// addresses that the client's <see cref="ApiClientOptions.Hosts"/> names.
    /// </summary>
    /// <param name="recording">The recording's URL, as the webhook named it; or its file's id, the last part of that URL, where it lies on the API's own host.</param>
    /// <param name="destination">The stream to write to. It stays open.</param>
    /// <param name="options">Per-request options: timeout (of the whole download), headers and credentials.</param>
    /// <param name="cancellationToken">Cancels the download.</param>
    /// <exception cref="InvalidRequestException">The URL is not one of Vonage's. Nothing was sent.</exception>
    /// <exception cref="ApiException">The API answered with an error, or not to the end. What came before that has been written.</exception>
    Task DownloadRecordingAsync(string recording, Stream destination, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Fetches the transcript of a recording. The application's token goes where <see cref="DownloadRecordingAsync(Uri, Stream, RequestOptions?, CancellationToken)"/> lets it go.</summary>
    /// <param name="url">The transcript's URL, as the webhook named it (<see cref="TranscriptionEvent.TranscriptionUrl"/>).</param>
    /// <param name="options">Per-request options: timeout, headers and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The transcript.</returns>
    /// <exception cref="InvalidRequestException">The URL is not one of Vonage's. Nothing was sent.</exception>
    /// <exception cref="ApiException">The API answered with an error, or with something else than a transcript.</exception>
    Task<Transcription> GetTranscriptionAsync(Uri url, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Fetches the transcript of a recording. The application's token goes where <see cref="DownloadRecordingAsync(Uri, Stream, RequestOptions?, CancellationToken)"/> lets it go.</summary>
    /// <param name="transcription">The transcript's URL, as the webhook named it; or its file's id, the last part of that URL, where it lies on the API's own host.</param>
    /// <param name="options">Per-request options: timeout, headers and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The transcript.</returns>
    /// <exception cref="InvalidRequestException">The URL is not one of Vonage's. Nothing was sent.</exception>
    /// <exception cref="ApiException">The API answered with an error, or with something else than a transcript.</exception>
    Task<Transcription> GetTranscriptionAsync(string transcription, RequestOptions? options = null, CancellationToken cancellationToken = default);
}
