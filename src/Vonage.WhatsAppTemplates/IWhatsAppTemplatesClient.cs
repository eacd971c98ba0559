using Vonage.Core;

namespace Vonage.WhatsAppTemplates;

public partial interface IWhatsAppTemplatesClient
{
    /// <summary>Uploads the sample file of a media header. The file is streamed, not buffered in memory.</summary>
    /// <param name="file">The content of the file: a JPEG or PNG image, or an MP4 video. The stream is read from its current position and stays open.</param>
    /// <param name="fileType">The MIME type of the file, such as <c>image/jpeg</c>.</param>
    /// <param name="progress">Receives the number of bytes of the file sent so far, after each chunk.</param>
    /// <param name="requestOptions">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The handle of the file, for <see cref="ImageHeaderTemplateComponent"/> and the other media headers.</returns>
    /// <exception cref="InvalidRequestException">The type is missing. Nothing was sent.</exception>
    /// <exception cref="VonageApiException">The API returned an error, or a response that cannot be used.</exception>
    /// <exception cref="ApiConnectionException">The API could not be reached, or the connection broke.</exception>
    /// <exception cref="ApiTimeoutException">The API did not respond in time.</exception>
    Task<UploadedMedia> UploadMediaAsync(Stream file, string fileType, IProgress<long>? progress = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default);

    /// <summary>Waits until Meta has reviewed a template, that is, until its status is no longer <see cref="MessageTemplateStatus.Pending"/>. A review takes minutes to a day.</summary>
    /// <param name="wabaId">The ID of the WhatsApp Business Account (WABA).</param>
    /// <param name="templateId">The ID of the template.</param>
    /// <param name="options">How often to ask, and who is told.</param>
    /// <param name="requestOptions">The options of each request: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Ends the wait. The template is still reviewed.</param>
    /// <returns>The template, whose status is <see cref="MessageTemplateStatus.Approved"/> if it can be sent.</returns>
    /// <exception cref="VonageApiException">The API returned an error, or a response that cannot be used.</exception>
    /// <exception cref="ApiConnectionException">The API could not be reached, or the connection broke.</exception>
    /// <exception cref="ApiTimeoutException">The API did not respond in time.</exception>
    Task<MessageTemplate> WaitForReviewAsync(string wabaId, string templateId, WaitForReviewOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default);
}
