using Vonage.Core;

namespace Vonage.Dispatch;

public partial class DispatchContent
{
    // The specification cannot state that a field depends on the value of another.
    partial void ValidateMore()
    {
        Require(DispatchContentType.Text, Text);
        Require(DispatchContentType.Image, Image);
        Require(DispatchContentType.Audio, Audio);
        Require(DispatchContentType.Video, Video);
        Require(DispatchContentType.File, File);
        Require(DispatchContentType.Template, Template);
    }

    private void Require(DispatchContentType type, object? content)
    {
        if (Type == type && content is null)
            throw new InvalidRequestException(type.ToString(), $"is required for content of type {type}. Set it, or set type to that of the content.");
    }
}
