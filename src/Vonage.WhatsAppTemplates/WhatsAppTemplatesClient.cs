using System.Net.Http.Headers;
using Vonage.Core;

namespace Vonage.WhatsAppTemplates;

/// <content>Sample files, and the wait for a review.</content>
public partial class WhatsAppTemplatesClient
{
    private static readonly TimeSpan DefaultPollInterval = TimeSpan.FromSeconds(30);

    /// <inheritdoc/>
    public virtual Task<UploadedMedia> UploadMediaAsync(Stream file, string fileType, IProgress<long>? progress = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        Check.Required("file_type", fileType);
        if (!MediaTypeHeaderValue.TryParse(fileType, out _))
            throw new InvalidRequestException("file_type", "must have the form type/subtype, such as image/jpeg.");
        return UploadMediaCoreAsync(fileType, new UploadMediaRequest { Mediafile = new FileContent(file, file is FileStream stored ? Path.GetFileName(stored.Name) : "file", fileType) { Progress = progress } }, requestOptions, cancellationToken);
    }

    /// <inheritdoc/>
    public virtual Task<MessageTemplate> WaitForReviewAsync(string wabaId, string templateId, WaitForReviewOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) => Polling.WaitAsync(
        _apiClient,
        token => GetAsync(wabaId, templateId, requestOptions, token),
        static template => Polling.IsPending(template.Status, MessageTemplateStatus.Pending),
        options?.PollInterval ?? DefaultPollInterval,
        options?.Progress,
        cancellationToken);
}
