using Vonage.Core;

namespace Vonage.Meetings;

/// <content>A logo takes three requests, of which the middle one goes to a storage of somebody else's. A caller sees one.</content>
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
            : throw new InvalidRequestException("type", "is a kind of logo for which the API offers no upload now. Use white, colored or favicon, or try again later.");
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

    // The upload's own address counts, not the document's. Of the call's options only the time goes there: headers, host and credentials
    // are meant for Vonage.
    private Task StoreAsync(Uri url, LogoUploadFields fields, FileContent file, RequestOptions? options, CancellationToken cancellationToken)
    {
        var operation = new ApiOperation(UploadLogoOperation.Name, UploadLogoOperation.Method.Method, UploadLogoOperation.PathTemplate, new ApiServer(url.GetLeftPart(UriPartial.Authority)));
        var request = new ApiRequest(operation, url.AbsolutePath, new RequestOptions { Timeout = options?.Timeout }).Multipart(UploadLogoRequest.Of(fields, file));
        request.Accept = "application/xml";
        return _api.SendAsync(request, cancellationToken);
    }
}
