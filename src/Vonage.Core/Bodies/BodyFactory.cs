namespace Vonage.Core;

/// <summary>Encodes the body of a request and adds the authentication parameters if the scheme requires them in the body.</summary>
internal static class BodyFactory
{
    private const int SmallBody = 512;

    /// <summary>Encodes the body without changes.</summary>
    public static HttpContent Create(ApiBody body) => body switch
    {
        JsonBody json => Json(json),
        FormBody form => Form(form.Content),
        MultipartBody multipart => Multipart(multipart.Content).ToContent(),
        _ => throw new ArgumentOutOfRangeException(nameof(body), body, "The type of the body is not supported."),
    };

    /// <summary>Encodes the body with the authentication parameters added.</summary>
    public static HttpContent Create(ApiBody? body, AuthenticationScheme scheme, IApiCredentials credentials, TimeProvider clock)
    {
        switch (body)
        {
            case null:
                return Form(credentials.GetParameters(scheme, [], clock));
            case JsonBody json:
                return JsonObjectWriter.Write(json, members => credentials.GetParameters(scheme, members, clock));
            case FormBody form:
                var fields = FormWriter.Gather(form.Content);
                fields.AddRange(credentials.GetParameters(scheme, fields, clock));
                return Form(fields);
            case MultipartBody multipart:
                var parts = Multipart(multipart.Content);
                parts.Fields.AddRange(credentials.GetParameters(scheme, parts.Fields, clock));
                return parts.ToContent();
            default:
                throw new ArgumentOutOfRangeException(nameof(body), body, "The type of the body is not supported.");
        }
    }

    private static PooledContent Json(JsonBody body)
    {
        using var writer = new PooledUtf8Writer();
        ApiJson.Write(writer, body.Content);
        return new PooledContent(writer, body.MediaType);
    }

    private static PooledContent Form(IFormContent content)
    {
        using var writer = new PooledUtf8Writer(SmallBody);
        content.WriteTo(new FormWriter(writer));
        return new PooledContent(writer, FormEncoding.MediaType);
    }

    private static PooledContent Form(IReadOnlyList<KeyValuePair<string, string>> fields)
    {
        using var writer = new PooledUtf8Writer(SmallBody);
        foreach (var field in fields)
            FormEncoding.WritePair(writer, field.Key, field.Value);
        return new PooledContent(writer, FormEncoding.MediaType);
    }

    private static MultipartWriter Multipart(IMultipartContent content)
    {
        var writer = new MultipartWriter();
        content.WriteTo(writer);
        return writer;
    }
}
