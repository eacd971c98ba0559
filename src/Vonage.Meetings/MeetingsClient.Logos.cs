using Vonage.Core;

namespace Vonage.Meetings;

/// <content>Setting a logo takes three requests, the second of which goes to third-party storage. For the caller it is one operation.</content>
public partial class MeetingsClient
{
    private const string Png = "image/png";

    /// <inheritdoc/>
    public virtual async Task<string> UploadLogoAsync(string themeId, LogoType logoType, Stream logo, IProgress<long>? progress = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default)
    {
        Check.Required("theme_id", themeId);
        _ = logo ?? throw new ArgumentNullException(nameof(logo));
        var uploads = await ListLogoUploadsAsync(requestOptions, cancellationToken).ConfigureAwait(false);
        var fields = uploads.FirstOrDefault(upload => upload.Fields?.LogoType == logoType) is { Url: { IsAbsoluteUri: true } url, Fields: { Key: { Length: > 0 } key } found }
            ? found
            : throw new InvalidRequestException("logoType", "is a logo type for which the API returned no upload location. Use white, colored or favicon, or try again later.");
        var file = new FileContent(logo, key.Substring(key.LastIndexOf('/') + 1), fields.ContentType ?? Png) { Progress = progress };
        await StoreAsync(url, fields, file, requestOptions, cancellationToken).ConfigureAwait(false);
        await FinalizeLogosAsync(themeId, new FinalizeLogosRequest { Keys = { key } }, requestOptions, cancellationToken).ConfigureAwait(false);
        return key;
    }

    // The request uses the address of the upload, not that of the specification. Of the per-request options, only the timeout applies: headers,
    // host and credentials are meant for Vonage.
    private Task StoreAsync(Uri url, LogoUploadFields fields, FileContent file, RequestOptions? requestOptions, CancellationToken cancellationToken)
    {
        var operation = new ApiOperation(UploadLogoOperation.Name, UploadLogoOperation.Method.Method, UploadLogoOperation.PathTemplate, new ApiServer(url.GetLeftPart(UriPartial.Authority)));
        var request = new ApiRequest(operation, url.AbsolutePath, new RequestOptions { Timeout = requestOptions?.Timeout }).Multipart(UploadLogoRequest.Of(fields, file));
        request.Accept = "application/xml";
        return _apiClient.SendAsync(request, cancellationToken);
    }
}
