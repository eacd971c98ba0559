using System.Diagnostics.CodeAnalysis;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Vonage.Core;

namespace Vonage;

/// <summary>
/// A webhook as it came in, whatever the web server. Its fields stand in one place only, and what is verified is what is read: in the
/// body where there is one (a form or JSON), in the query otherwise. A query beside a body belongs to the URL's owner, and is not read.
/// </summary>
public sealed class WebhookRequest
{
    private readonly byte[] _body;
    private readonly Kind _kind;
    private List<KeyValuePair<string, string?>>? _parameters;

    /// <summary>Takes a webhook.</summary>
    /// <param name="query">The URL's query, still encoded, with or without its question mark.</param>
    /// <param name="contentType">The Content-Type header.</param>
    /// <param name="body">The body, to the byte as it came; empty where there is none.</param>
    /// <param name="authorization">The Authorization header.</param>
    public WebhookRequest(string? query, string? contentType, byte[] body, string? authorization)
    {
        _body = body ?? throw new ArgumentNullException(nameof(body));
        Query = query ?? "";
        Authorization = authorization;
        var isForm = contentType?.TrimStart().StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true;
        _kind = body.Length == 0 ? Kind.Query : isForm ? Kind.Form : Kind.Json;
    }

    private enum Kind
    {
        Query,
        Form,
        Json,
    }

    /// <summary>The Authorization header.</summary>
    public string? Authorization { get; }

    /// <summary>The URL's query, still encoded.</summary>
    public string Query { get; }

    /// <summary>The fields as names and single values, those that no model knows included. Empty where the body is none that has such.</summary>
    public IReadOnlyList<KeyValuePair<string, string?>> Parameters => _parameters ??= ReadParameters() ?? [];

    internal byte[] Body => _body;

    /// <summary>Reads the fields into a model, such as <c>InboundSms</c>, <c>MessageStatus</c> or <c>CallEvent</c>. What it does not know it keeps.</summary>
    /// <typeparam name="T">The model.</typeparam>
    /// <exception cref="JsonException">The body is no JSON, there is none and no query either, or a field does not fit the model.</exception>
    public T Read<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor | DynamicallyAccessedMemberTypes.NonPublicConstructors)] T>()
        where T : class, IJsonReadable
    {
        if (_kind == Kind.Json)
            return ReadJson<T>();
        if (Parameters.Count == 0)
            throw new JsonSerializationException("The webhook has neither a body nor a query.");
        using var reader = new JTokenReader(WebhookParameters.ToObject(Parameters));
        reader.Read();
        return ApiJson.ByReflection<T>(reader)!;
    }

    private T ReadJson<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor | DynamicallyAccessedMemberTypes.NonPublicConstructors)] T>()
        where T : class, IJsonReadable
    {
        try
        {
            using var text = OpenBody();
            return ApiJson.Read(text, ApiJson.ByReflection<T>) ?? throw new JsonSerializationException("The webhook's body is empty, or null.");
        }
        catch (DecoderFallbackException error)
        {
            throw new JsonSerializationException("The webhook's body is no UTF-8.", error);
        }
    }

    // A mark of the byte order belongs to the body that is signed, but not to its JSON.
    private BytesReader OpenBody()
    {
        var skip = TextEncoding.PreambleLength(_body, _body.Length);
        return new BytesReader(_body, skip, _body.Length - skip, TextEncoding.Strict);
    }

    private List<KeyValuePair<string, string?>>? ReadParameters() => _kind switch
    {
        Kind.Query => WebhookParameters.Decode(Query),
        Kind.Form => WebhookParameters.Decode(Encoding.UTF8.GetString(_body)),
        _ => ReadMembers(),
    };

    private List<KeyValuePair<string, string?>>? ReadMembers()
    {
        try
        {
            using var text = OpenBody();
            using var reader = ApiJson.Open(text);
            return JToken.ReadFrom(reader, ApiJson.Unambiguous) is JObject members ? WebhookParameters.Flatten(members) : null;
        }
        catch (Exception error) when (error is JsonException or DecoderFallbackException)
        {
            return null;
        }
    }
}
