using Vonage.Core;

namespace Vonage.Meetings;

/// <summary>Uploads of files.</summary>
public static class MeetingsClientExtensions
{
    /// <summary>Sets a logo of a theme from a file. The method requests an upload location, uploads the logo, and assigns it to the theme.</summary>
    /// <param name="client">The client.</param>
    /// <param name="themeId">The theme ID, a UUID.</param>
    /// <param name="logoType">The type of the logo: for dark backgrounds, for light backgrounds, or the browser tab icon.</param>
    /// <param name="path">The path of the PNG file.</param>
    /// <param name="progress">Receives the number of bytes of the file sent so far, after each chunk.</param>
    /// <param name="requestOptions">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The storage key of the logo.</returns>
    /// <exception cref="InvalidRequestException">The theme ID is missing. Nothing was sent.</exception>
    /// <exception cref="VonageApiException">The API returned an error, or a response that cannot be used.</exception>
    /// <exception cref="ApiConnectionException">The API could not be reached, or the connection broke.</exception>
    /// <exception cref="ApiTimeoutException">The API did not respond in time.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static async Task<string> UploadLogoFromFileAsync(this IMeetingsClient client, string themeId, LogoType logoType, string path, IProgress<long>? progress = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        using var logo = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 4096, useAsync: true);
        return await client.UploadLogoAsync(themeId, logoType, logo, progress, requestOptions, cancellationToken).ConfigureAwait(false);
    }
}
