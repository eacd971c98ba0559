namespace Vonage.Core;

/// <summary>The body of a request: a <see cref="JsonBody"/>, <see cref="FormBody"/> or <see cref="MultipartBody"/>.</summary>
public abstract class ApiBody
{
    private protected ApiBody()
    {
    }
}

/// <summary>A body that is sent as JSON.</summary>
public sealed class JsonBody : ApiBody
{
    internal JsonBody(object content, string mediaType)
    {
        Content = content;
        MediaType = mediaType;
    }

    /// <summary>The object.</summary>
    public object Content { get; }

    /// <summary>The media type.</summary>
    public string MediaType { get; }
}

/// <summary>A body that is sent as <c>application/x-www-form-urlencoded</c>.</summary>
public sealed class FormBody : ApiBody
{
    internal FormBody(IFormContent content) => Content = content;

    /// <summary>The model that writes its fields.</summary>
    public IFormContent Content { get; }
}

/// <summary>A body that is sent as <c>multipart/form-data</c>.</summary>
public sealed class MultipartBody : ApiBody
{
    internal MultipartBody(IMultipartContent content) => Content = content;

    /// <summary>The model that writes its parts.</summary>
    public IMultipartContent Content { get; }
}
