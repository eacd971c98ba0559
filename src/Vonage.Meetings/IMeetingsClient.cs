using Vonage.Core;

namespace Vonage.Meetings;

public partial interface IMeetingsClient
{
    /// <summary>Changes a room of the type <c>long_term</c>. What is left out stays as it is.</summary>
    /// <param name="roomId">The room, by its id, a UUID.</param>
    /// <param name="changes">What shall change.</param>
    /// <param name="options">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The room as it is now.</returns>
    /// <exception cref="InvalidRequestException">A value breaks its rule. Nothing was sent.</exception>
    /// <exception cref="ApiException">The API returned an error, could not be reached, or did not respond in time.</exception>
    Task<Room> UpdateRoomAsync(string roomId, RoomUpdate changes, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Gives a room of the type <c>long_term</c> a theme.</summary>
    /// <param name="roomId">The room, by its id, a UUID.</param>
    /// <param name="themeId">The theme, by its id, a UUID.</param>
    /// <param name="options">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The room as it is now.</returns>
    /// <exception cref="InvalidRequestException">An id is missing. Nothing was sent.</exception>
    /// <exception cref="ApiException">The API returned an error, could not be reached, or did not respond in time.</exception>
    Task<Room> SetRoomThemeAsync(string roomId, string themeId, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Changes a theme. What is left out stays as it is.</summary>
    /// <param name="themeId">The theme, by its id, a UUID.</param>
    /// <param name="changes">What shall change, one field at least.</param>
    /// <param name="options">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The theme as it is now.</returns>
    /// <exception cref="InvalidRequestException">A value breaks its rule. Nothing was sent.</exception>
    /// <exception cref="ApiException">The API returned an error, could not be reached, or did not respond in time.</exception>
    Task<Theme> UpdateThemeAsync(string themeId, ThemeUpdate changes, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Chooses the theme of all the application's rooms that have none of their own.</summary>
    /// <param name="themeId">The theme, by its id, a UUID.</param>
    /// <param name="options">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The application as it is now.</returns>
    /// <exception cref="InvalidRequestException">The id is missing. Nothing was sent.</exception>
    /// <exception cref="ApiException">The API returned an error, could not be reached, or did not respond in time.</exception>
    Task<MeetingsApplication> SetDefaultThemeAsync(string themeId, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Puts a logo into a theme, in one call: asks where to upload it, uploads it, and has the theme take it.</summary>
    /// <param name="themeId">The theme, by its id, a UUID.</param>
    /// <param name="type">Which of the theme's logos it is: on dark ground, on light ground, or the browser tab's picture.</param>
    /// <param name="logo">The logo, a PNG file. It is read from where the stream stands, and stays open.</param>
    /// <param name="progress">Receives the number of bytes of the file sent so far, after each chunk.</param>
    /// <param name="options">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The logo's key in the storage.</returns>
    /// <exception cref="InvalidRequestException">The theme's id is missing. Nothing was sent.</exception>
    /// <exception cref="ApiException">The API returned an error, could not be reached, or did not respond in time.</exception>
    Task<string> UploadLogoAsync(string themeId, LogoType type, Stream logo, IProgress<long>? progress = null, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Puts a logo from a file into a theme, in one call: asks where to upload it, uploads it, and has the theme take it.</summary>
    /// <param name="themeId">The theme, by its id, a UUID.</param>
    /// <param name="type">Which of the theme's logos it is: on dark ground, on light ground, or the browser tab's picture.</param>
    /// <param name="path">The logo's file, a PNG.</param>
    /// <param name="progress">Receives the number of bytes of the file sent so far, after each chunk.</param>
    /// <param name="options">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The logo's key in the storage.</returns>
    /// <exception cref="InvalidRequestException">The theme's id is missing. Nothing was sent.</exception>
    /// <exception cref="ApiException">The API returned an error, could not be reached, or did not respond in time.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    Task<string> UploadLogoAsync(string themeId, LogoType type, string path, IProgress<long>? progress = null, RequestOptions? options = null, CancellationToken cancellationToken = default);
}
