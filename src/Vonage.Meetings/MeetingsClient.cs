using Vonage.Core;

namespace Vonage.Meetings;

/// <content>Overloads for requests that the API wraps in an object with one field.</content>
public partial class MeetingsClient
{
    /// <inheritdoc/>
    public virtual Task<Room> UpdateRoomAsync(string roomId, RoomUpdate changes, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        UpdateRoomAsync(roomId, new UpdateRoomRequest { UpdateDetails = changes ?? throw new ArgumentNullException(nameof(changes)) }, options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<Room> SetRoomThemeAsync(string roomId, string themeId, RequestOptions? options = null, CancellationToken cancellationToken = default)
    {
        Check.Required("theme_id", themeId);
        return UpdateRoomAsync(roomId, new RoomUpdate { ThemeId = themeId }, options, cancellationToken);
    }

    /// <inheritdoc/>
    public virtual Task<Theme> UpdateThemeAsync(string themeId, ThemeUpdate changes, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        UpdateThemeAsync(themeId, new UpdateThemeRequest { UpdateDetails = changes ?? throw new ArgumentNullException(nameof(changes)) }, options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<MeetingsApplication> SetDefaultThemeAsync(string themeId, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        UpdateApplicationAsync(new UpdateMeetingsApplicationRequest { UpdateDetails = new() { DefaultThemeId = themeId } }, options, cancellationToken);
}
