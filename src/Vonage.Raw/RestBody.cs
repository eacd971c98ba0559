using System.Net;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Vonage.Core;

namespace Vonage.Raw;

/// <summary>A body as RestSharp made it.</summary>
internal sealed class RestBody(HttpContent content) : ApiBody
{
    // All but files is in memory.
    internal override bool CanRepeat => content is ByteArrayContent;

    internal override HttpContent ToContent() => new Copy(content);

    internal override HttpContent ToContent(Func<IReadOnlyList<KeyValuePair<string, string>>, IReadOnlyList<KeyValuePair<string, string>>> prove) => content switch
    {
        MultipartFormDataContent parts => WithParts(parts, prove),
        ByteArrayContent when content.Headers.ContentType is { MediaType: FormEncoding.MediaType } => new FormBody(new Fields(QueryBuilder.Parse(TextOf(content)))).ToContent(prove),
        ByteArrayContent when ReadObject(TextOf(content)) is { } members => new JsonBody(members, content.Headers.ContentType?.ToString() ?? "application/json").ToContent(prove),
        _ => throw new InvalidRequestException("body", "is neither a form nor a JSON object: there is no place in it for the credentials. Use another authentication scheme."),
    };

    private static MultipartFormDataContent WithParts(MultipartFormDataContent parts, Func<IReadOnlyList<KeyValuePair<string, string>>, IReadOnlyList<KeyValuePair<string, string>>> prove)
    {
        var present = new List<KeyValuePair<string, string>>();
        var all = new MultipartFormDataContent();
        foreach (var part in parts)
        {
            all.Add(new Copy(part));
            if (part is ByteArrayContent && part.Headers.ContentDisposition is { FileName: null, FileNameStar: null, Name: { } name })
                present.Add(new(name.Trim('"'), TextOf(part)));
        }

        foreach (var proof in prove(present))
            all.Add(new StringContent(proof.Value), proof.Key);
        return all;
    }

    // It is in memory: nothing is waited for.
    private static string TextOf(HttpContent content) => content.ReadAsStringAsync().GetAwaiter().GetResult();

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
    private sealed class Copy : HttpContent
    {
        private readonly HttpContent _original;

        public Copy(HttpContent original)
        {
            _original = original;
            foreach (var header in original.Headers)
                Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => _original.CopyToAsync(stream, context);

        // The original has told its length, if it knows it, when its headers were read.
        protected override bool TryComputeLength(out long length)
        {
            length = _original.Headers.ContentLength ?? 0;
            return _original.Headers.ContentLength is not null;
        }
    }
}
