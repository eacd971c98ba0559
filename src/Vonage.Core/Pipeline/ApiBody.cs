using System.ComponentModel;
using Newtonsoft.Json.Linq;

namespace Vonage.Core.Pipeline;

/// <summary>The body of a request: a <see cref="JsonBody"/>, <see cref="FormBody"/>, <see cref="MultipartBody"/> or <see cref="RawBody"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ApiBody
{
    internal const int SmallBody = 512;

    private protected ApiBody()
    {
    }

    /// <summary>Whether the body can be written again, for another try.</summary>
    internal virtual bool CanRepeat => true;

    /// <summary>The sender of the message that the body contains, if it is one.</summary>
    internal virtual string? Sender => null;

    /// <summary>Writes the body, for one try.</summary>
    internal abstract HttpContent ToContent();

    /// <summary>Writes the body with further parameters among its own: those that prove its sender.</summary>
    /// <param name="prove">Makes the further parameters from the ones that the body has.</param>
    internal abstract HttpContent ToContent(Func<IReadOnlyList<KeyValuePair<string, string>>, IReadOnlyList<KeyValuePair<string, string>>> prove);
}

/// <summary>A body that is sent as JSON.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
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

    internal override string? Sender => (Content as ISentMessage)?.Sender;

    internal override HttpContent ToContent()
    {
        using var writer = new PooledUtf8Writer();
        ApiJson.Write(writer, Content);
        return new PooledContent(writer, MediaType);
    }

    internal override HttpContent ToContent(Func<IReadOnlyList<KeyValuePair<string, string>>, IReadOnlyList<KeyValuePair<string, string>>> prove)
    {
        using var tree = new JTokenWriter();
        ApiJson.Write(tree, Content);
        if (tree.Token is not JObject members)
            throw new InvalidRequestException("body", "is not a JSON object, so the credentials cannot be added to it. Use another authentication scheme.");
        foreach (var proof in prove(Scalars(members)))
            members[proof.Key] = proof.Value;
        using var writer = new PooledUtf8Writer();
        ApiJson.Write(writer, members);
        return new PooledContent(writer, MediaType);
    }

    /// <summary>What a signature covers of a JSON object: the values of its top level that could stand as parameters.</summary>
    internal static List<KeyValuePair<string, string>> Scalars(JObject members)
    {
        var scalars = new List<KeyValuePair<string, string>>();
        foreach (var member in members.Properties())
            if (member.Value is JValue && WireFormat.Json(member.Value) is { } value)
                scalars.Add(new(member.Name, value));
        return scalars;
    }
}

/// <summary>A body that is sent as <c>application/x-www-form-urlencoded</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FormBody : ApiBody
{
    internal FormBody(IFormContent content) => Content = content;

    /// <summary>A form without fields.</summary>
    internal static FormBody Empty { get; } = new(new NoFields());

    /// <summary>The model that writes its fields.</summary>
    public IFormContent Content { get; }

    internal override string? Sender => (Content as ISentMessage)?.Sender;

    internal override HttpContent ToContent()
    {
        using var writer = new PooledUtf8Writer(SmallBody);
        Content.WriteTo(new FormWriter(writer));
        return new PooledContent(writer, FormEncoding.MediaType);
    }

    internal override HttpContent ToContent(Func<IReadOnlyList<KeyValuePair<string, string>>, IReadOnlyList<KeyValuePair<string, string>>> prove)
    {
        var fields = FormWriter.Gather(Content);
        fields.AddRange(prove(fields));
        using var writer = new PooledUtf8Writer(SmallBody);
        foreach (var field in fields)
            FormEncoding.WritePair(writer, field.Key, field.Value);
        return new PooledContent(writer, FormEncoding.MediaType);
    }

    private sealed class NoFields : IFormContent
    {
        public void WriteTo(FormWriter writer)
        {
        }
    }
}

/// <summary>A body that is sent as <c>multipart/form-data</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class MultipartBody : ApiBody
{
    internal MultipartBody(IMultipartContent content) => Content = content;

    /// <summary>The model that writes its parts.</summary>
    public IMultipartContent Content { get; }

    // Its files are streams: only those that can seek can be read again.
    internal override bool CanRepeat => Write().CanRepeat;

    internal override HttpContent ToContent() => Write().ToContent();

    internal override HttpContent ToContent(Func<IReadOnlyList<KeyValuePair<string, string>>, IReadOnlyList<KeyValuePair<string, string>>> prove)
    {
        var parts = Write();
        parts.Fields.AddRange(prove(parts.Fields));
        return parts.ToContent();
    }

    private MultipartWriter Write()
    {
        var writer = new MultipartWriter();
        Content.WriteTo(writer);
        return writer;
    }
}

/// <summary>A body that is sent as it is: a file or a text.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RawBody : ApiBody
{
    internal RawBody(FileContent content, string mediaType)
    {
        Content = content;
        MediaType = mediaType;
    }

    /// <summary>The content.</summary>
    public FileContent Content { get; }

    /// <summary>The media type.</summary>
    public string MediaType { get; }

    internal override bool CanRepeat => Content.Content.CanSeek;

    internal override HttpContent ToContent()
    {
        Content.CheckReadable();
        return new RawHttpContent(Content, MediaType);
    }

    internal override HttpContent ToContent(Func<IReadOnlyList<KeyValuePair<string, string>>, IReadOnlyList<KeyValuePair<string, string>>> prove) =>
        throw new InvalidRequestException("body", "is a file, so the credentials cannot be added to it. Use another authentication scheme.");
}
