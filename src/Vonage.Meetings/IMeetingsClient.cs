using Vonage.Core;

namespace Vonage.Meetings;

public partial interface IMeetingsClient
{
    /// <summary>Sets the theme of a room of type <c>long_term</c>.</summary>
    /// <param name="roomId">The room ID, a UUID.</param>
    /// <param name="themeId">The theme ID, a UUID.</param>
    /// <param name="requestOptions">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The updated room.</returns>
    /// <exception cref="InvalidRequestException">An ID is missing. Nothing was sent.</exception>
    /// <exception cref="VonageApiException">The API returned an error, or a response that cannot be used.</exception>
    /// <exception cref="ApiConnectionException">The API could not be reached, or the connection broke.</exception>
    /// <exception cref="ApiTimeoutException">The API did not respond in time.</exception>
    Task<Room> SetRoomThemeAsync(string roomId, string themeId, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default);

    /// <summary>Sets the default theme of the application, for rooms without their own theme.</summary>
    /// <param name="themeId">The theme ID, a UUID.</param>
    /// <param name="requestOptions">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The updated application.</returns>
    /// <exception cref="InvalidRequestException">The ID is missing. Nothing was sent.</exception>
    /// <exception cref="VonageApiException">The API returned an error, or a response that cannot be used.</exception>
    /// <exception cref="ApiConnectionException">The API could not be reached, or the connection broke.</exception>
    /// <exception cref="ApiTimeoutException">The API did not respond in time.</exception>
    Task<MeetingsApplication> SetDefaultThemeAsync(string themeId, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default);

    /// <summary>Sets a logo of a theme. The method requests an upload location, uploads the logo, and assigns it to the theme.</summary>
    /// <param name="themeId">The theme ID, a UUID.</param>
    /// <param name="logoType">The type of the logo: for dark backgrounds, for light backgrounds, or the browser tab icon.</param>
    /// <param name="logo">The logo, a PNG file. The stream is read from its current position and stays open.</param>
    /// <param name="progress">Receives the number of bytes of the file sent so far, after each chunk.</param>
    /// <param name="requestOptions">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The storage key of the logo.</returns>
    /// <exception cref="InvalidRequestException">The theme ID is missing. Nothing was sent.</exception>
    /// <exception cref="VonageApiException">The API returned an error, or a response that cannot be used.</exception>
    /// <exception cref="ApiConnectionException">The API could not be reached, or the connection broke.</exception>
    /// <exception cref="ApiTimeoutException">The API did not respond in time.</exception>
    Task<string> UploadLogoAsync(string themeId, LogoType logoType, Stream logo, IProgress<long>? progress = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default);
}
