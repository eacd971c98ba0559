using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Vonage.Core;

namespace Vonage.Raw;

/// <summary>A body as RestSharp made it.</summary>
internal sealed class RestBody : ApiBody
{
    private readonly HttpContent _content;

    // Read only for the schemes that authenticate by parameters, which may have to sign them: the text, or of a form with files each part's.
    private readonly string? _text;
    private readonly List<KeyValuePair<string, string>> _parts = [];

    private RestBody(HttpContent content, string? text)
    {
        _content = content;
        _text = text;
    }

    // All but files is in memory.
    internal override bool CanRepeat => _content is ByteArrayContent;

    public static async ValueTask<RestBody> CreateAsync(HttpContent content, ApiAuthentication authentication, CancellationToken cancellationToken)
    {
        if (authentication is not ParameterScheme)
            return new RestBody(content, text: null);
        if (content is not MultipartFormDataContent parts)
            return new RestBody(content, content is ByteArrayContent ? await content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false) : null);
        var body = new RestBody(content, text: null);
        foreach (var part in parts)
            if (part is ByteArrayContent && part.Headers.ContentDisposition is { FileName: null, FileNameStar: null, Name: { } name })
                body._parts.Add(new(name.Trim('"'), await part.ReadAsStringAsync(cancellationToken).ConfigureAwait(false)));
        return body;
    }

    internal override HttpContent ToContent() => new Copy(_content);

    internal override HttpContent ToContent(Func<IReadOnlyList<KeyValuePair<string, string>>, IReadOnlyList<KeyValuePair<string, string>>> prove) => _content switch
    {
        MultipartFormDataContent parts => WithParts(parts, prove(_parts)),
        _ when _text is not null && _content.Headers.ContentType is { MediaType: FormEncoding.MediaType } => new FormBody(new Fields(QueryBuilder.Parse(_text))).ToContent(prove),
        _ when _text is not null && ReadObject(_text) is { } members => new JsonBody(members, _content.Headers.ContentType?.ToString() ?? "application/json").ToContent(prove),
        _ => throw new InvalidRequestException("body", "is neither a form nor a JSON object, so the credentials cannot be added to it. Use another authentication scheme."),
    };

    private static Copy WithParts(MultipartFormDataContent parts, IReadOnlyList<KeyValuePair<string, string>> proofs)
    {
        var all = new MultipartFormDataContent();
        foreach (var part in parts)
            all.Add(new Copy(part));
        foreach (var proof in proofs)
            all.Add(new StringContent(proof.Value), proof.Key);
        return new Copy(all);
    }

    private static JObject? ReadObject(string text)
    {
        try
        {
            return text.AsSpan().TrimStart().StartsWith("{".AsSpan(), StringComparison.Ordinal) ? ApiJson.Deserialize(text, JsonRead.Token) as JObject : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed class Fields(List<KeyValuePair<string, string>> fields) : IFormContent
    {
        public void WriteTo(FormWriter writer)
        {
            foreach (var field in fields)
                writer.Add(field.Key, field.Value);
        }
    }

    /// <summary>The content for one try: RestSharp, which made it, disposes of it.</summary>
    private sealed class Copy : ApiContent
    {
        private readonly HttpContent _original;

        public Copy(HttpContent original)
        {
            _original = original;
            // A content that was read once has its length among its headers; a part's has no place there.
            foreach (var header in original.Headers.Where(header => header.Key != "Content-Length"))
                Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

#if NET
        protected override Task WriteAsync(Stream stream, CancellationToken cancellationToken) => _original.CopyToAsync(stream, cancellationToken);
#else
        protected override Task WriteAsync(Stream stream, CancellationToken cancellationToken) => _original.CopyToAsync(stream);
#endif

        // The original has told its length, if it knows it, when its headers were read.
        protected override bool TryComputeLength(out long length)
        {
            length = _original.Headers.ContentLength ?? 0;
            return _original.Headers.ContentLength is not null;
        }
    }
}
