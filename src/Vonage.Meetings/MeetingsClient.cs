using Vonage.Core;

namespace Vonage.Meetings;

/// <content>Methods for updates of one field.</content>
public partial class MeetingsClient
{
    /// <inheritdoc/>
    public virtual Task<Room> SetRoomThemeAsync(string roomId, string themeId, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default)
    {
        Check.Required("theme_id", themeId);
        return UpdateRoomAsync(roomId, new UpdateRoomRequest { ThemeId = themeId }, requestOptions, cancellationToken);
    }

    /// <inheritdoc/>
    public virtual Task<MeetingsApplication> SetDefaultThemeAsync(string themeId, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        UpdateApplicationAsync(new UpdateMeetingsApplicationRequest { DefaultThemeId = themeId }, requestOptions, cancellationToken);
}
