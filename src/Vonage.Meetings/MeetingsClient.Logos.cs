using Vonage.Core;

namespace Vonage.Meetings;

/// <content>Setting a logo takes three requests, the second of which goes to third-party storage. For the caller it is one operation.</content>
public partial class MeetingsClient
{
    private const string Png = "image/png";

    /// <inheritdoc/>
    public virtual async Task<string> UploadLogoAsync(string themeId, LogoType type, Stream logo, IProgress<long>? progress = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
    {
        Check.Required("theme_id", themeId);
        _ = logo ?? throw new ArgumentNullException(nameof(logo));
        var uploads = await ListLogoUploadsAsync(options, cancellationToken).ConfigureAwait(false);
        var fields = uploads.FirstOrDefault(upload => upload.Fields?.LogoType == type) is { Url: { IsAbsoluteUri: true } url, Fields: { Key: { Length: > 0 } key } found }
            ? found
            : throw new InvalidRequestException("type", "is a logo type for which the API returned no upload location. Use white, colored or favicon, or try again later.");
        var file = new FileContent(logo, key.Substring(key.LastIndexOf('/') + 1), fields.ContentType ?? Png) { Progress = progress };
        await StoreAsync(url, fields, file, options, cancellationToken).ConfigureAwait(false);
        await FinalizeLogosAsync(themeId, new FinalizeLogosRequest { Keys = { key } }, options, cancellationToken).ConfigureAwait(false);
        return key;
    }

    /// <inheritdoc/>
    public virtual async Task<string> UploadLogoAsync(string themeId, LogoType type, string path, IProgress<long>? progress = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
    {
        using var logo = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 4096, useAsync: true);
        return await UploadLogoAsync(themeId, type, logo, progress, options, cancellationToken).ConfigureAwait(false);
    }

    // The request uses the address of the upload, not that of the specification. Of the per-request options, only the timeout applies: headers,
    // host and credentials are meant for Vonage.
    private Task StoreAsync(Uri url, LogoUploadFields fields, FileContent file, RequestOptions? options, CancellationToken cancellationToken)
    {
        var operation = new ApiOperation(UploadLogoOperation.Name, UploadLogoOperation.Method.Method, UploadLogoOperation.PathTemplate, new ApiServer(url.GetLeftPart(UriPartial.Authority)));
        var request = new ApiRequest(operation, url.AbsolutePath, new RequestOptions { Timeout = options?.Timeout }).Multipart(UploadLogoRequest.Of(fields, file));
        request.Accept = "application/xml";
        return _api.SendAsync(request, cancellationToken);
    }
}
