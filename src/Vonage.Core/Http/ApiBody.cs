namespace Vonage.Core;

/// <summary>A request's body, before it is written: exactly one of <see cref="JsonBody"/>, <see cref="FormBody"/> and <see cref="MultipartBody"/>.</summary>
public abstract class ApiBody
{
    private protected ApiBody()
    {
    }
}

/// <summary>An object that is written as JSON.</summary>
public sealed class JsonBody : ApiBody
{
    internal JsonBody(object content, string mediaType)
    {
        Content = content;
        MediaType = mediaType;
    }

    /// <summary>The object.</summary>
    public object Content { get; }

    /// <summary>The media type to declare.</summary>
    public string MediaType { get; }
}

/// <summary>Fields that are written as <c>application/x-www-form-urlencoded</c>.</summary>
public sealed class FormBody : ApiBody
{
    internal FormBody(IFormContent content) => Content = content;

    /// <summary>The model that writes its fields.</summary>
    public IFormContent Content { get; }
}

/// <summary>Parts that are written as <c>multipart/form-data</c>.</summary>
public sealed class MultipartBody : ApiBody
{
    internal MultipartBody(IMultipartContent content) => Content = content;

    /// <summary>The model that writes its parts.</summary>
    public IMultipartContent Content { get; }
}
