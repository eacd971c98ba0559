using Vonage.Core;

namespace Vonage.Video;

public partial class VideoLayout
{
    /// <summary>Creates a layout of tiles of the same size.</summary>
    /// <param name="screenShareType">The layout while a participant shares a screen; <see langword="null"/> for the same as otherwise.</param>
    public static VideoLayout BestFit(LayoutType? screenShareType = null) => new(LayoutType.BestFit) { ScreenShareType = screenShareType };

    /// <summary>Creates a layout from a style sheet.</summary>
    /// <param name="stylesheet">The style sheet (CSS).</param>
    public static VideoLayout Custom(string stylesheet) => new(LayoutType.Custom) { Stylesheet = stylesheet };

    partial void ValidateMore()
    {
        if (Type == LayoutType.Custom && string.IsNullOrEmpty(Stylesheet))
            throw new InvalidRequestException("stylesheet", "is required for a layout of type custom. Set it, or use another type.");
        if (Type != LayoutType.Custom && Stylesheet is not null)
            throw new InvalidRequestException("stylesheet", "is allowed only for a layout of type custom. Set type to custom, or omit stylesheet.");
        if (Type != LayoutType.BestFit && ScreenShareType is not null)
            throw new InvalidRequestException("screenshareType", "is allowed only for a layout of type bestFit. Set type to bestFit, or omit screenshareType.");
    }
}
