using System.Diagnostics.CodeAnalysis;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Vonage;

/// <summary>
/// A received webhook, independent of the web server. The fields are read from exactly one place, which is also what is verified: the body, if there is one (a
/// form or JSON), and the query otherwise.
/// </summary>
/// <remarks>A query in addition to a body belongs to the URL and is not read.</remarks>
public sealed class WebhookRequest
{
    private readonly byte[] _body;
    private readonly Kind _kind;
    private List<KeyValuePair<string, string?>>? _parameters;

    /// <summary>Initializes a new instance of the class.</summary>
    /// <param name="query">The query of the URL, still encoded, with or without the question mark.</param>
    /// <param name="contentType">The Content-Type header.</param>
    /// <param name="body">The body, exactly as received; empty if there is none.</param>
    /// <param name="authorization">The Authorization header.</param>
    public WebhookRequest(string? query, string? contentType, byte[] body, string? authorization)
    {
        _body = body ?? throw new ArgumentNullException(nameof(body));
        Query = query ?? "";
        Authorization = authorization;
        _kind = body.Length == 0 ? Kind.Query : KindOf(contentType?.Split(';')[0].Trim() ?? "");
    }

    private enum Kind
    {
        Query,
        Form,
        Json,
        Multipart,
    }

    /// <summary>The Authorization header.</summary>
    public string? Authorization { get; }

    /// <summary>The query of the URL, still encoded.</summary>
    public string Query { get; }

    /// <summary>The fields with a single value, including unknown ones; empty if the body contains no such fields.</summary>
    public IReadOnlyList<KeyValuePair<string, string?>> Parameters => _parameters ??= ReadParameters() ?? [];

    internal byte[] Body => _body;

    /// <summary>Indicates whether the fields are in the query, which no token protects.</summary>
    internal bool IsQuery => _kind == Kind.Query && HasQuery;

    private bool HasQuery => Query.Length > 1 || (Query.Length == 1 && Query[0] != '?');

    /// <summary>Reads the fields into a model, such as <c>InboundSms</c>, <c>MessageStatusEvent</c> or <c>CallEvent</c>. Unknown fields are preserved.</summary>
    /// <typeparam name="T">The model.</typeparam>
    /// <exception cref="JsonException">The body is not valid JSON, there is no body and no query, or a field does not match the model.</exception>
    public T Read<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor | DynamicallyAccessedMemberTypes.NonPublicConstructors)] T>()
        where T : class, IJsonReadable
    {
        if (_kind == Kind.Json)
            return ReadJson<T>();
        if (Parameters.Count == 0)
            throw new JsonSerializationException("The webhook has no body and no query.");
        using var reader = new JTokenReader(WebhookParameters.ToObject(Parameters));
        reader.Read();
        return ApiJson.ByReflection<T>(reader)!;
    }

    /// <summary>Determines quickly that neither the body nor the query names an account.</summary>
    internal bool NamesNoAccount() => !HasQuery && (_kind == Kind.Query || (_kind == Kind.Json && NamedAccount.IsAbsent(_body)));

    /// <summary>
    /// Determines whether the body or the query names an account that a condition rejects, or could name one to a reader that reads other
    /// encodings or types. Vonage sends no zero bytes, which UTF-16 and UTF-32 consist of, and no multipart bodies.
    /// </summary>
    internal bool NamesAccount(Func<string, bool> isOther)
    {
        if (_kind == Kind.Multipart || Array.IndexOf(_body, (byte)0) >= 0 || IsInParameters(WebhookParameters.Decode(Query)))
            return true;
        if (_kind == Kind.Form)
            return IsInParameters(ReadParameters());
        if (_kind != Kind.Json)
            return false;
        using var text = OpenBody();
        return NamedAccount.IsInJson(text, isOther);

        // Among too many to be read, one could name another account.
        bool IsInParameters(List<KeyValuePair<string, string?>>? parameters) =>
            parameters is null || parameters.Exists(parameter => NamedAccount.IsName(parameter.Key) && isOther(parameter.Value!));
    }

    private static Kind KindOf(string mediaType) =>
        mediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) ? Kind.Form
        : mediaType.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) ? Kind.Multipart
        : Kind.Json;

    private T ReadJson<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor | DynamicallyAccessedMemberTypes.NonPublicConstructors)] T>()
        where T : class, IJsonReadable
    {
        try
        {
            return ApiJson.Read(this, static webhook => webhook.OpenBody(), ApiJson.ByReflection<T>) ?? throw new JsonSerializationException("The body of the webhook is empty or null.");
        }
        catch (DecoderFallbackException error)
        {
            throw new JsonSerializationException("The body of the webhook is not valid UTF-8.", error);
        }
    }

    // A byte order mark is part of the signed body but not of its JSON.
    private BytesReader OpenBody()
    {
        var skip = TextEncoding.PreambleLength(_body);
        return new BytesReader(_body, skip, _body.Length - skip, TextEncoding.Strict);
    }

    private List<KeyValuePair<string, string?>>? ReadParameters() => _kind switch
    {
        Kind.Query => WebhookParameters.Decode(Query),
        Kind.Form => WebhookParameters.Decode(Encoding.UTF8.GetString(_body)),
        Kind.Json => ReadMembers(),
        _ => null,
    };

    private List<KeyValuePair<string, string?>>? ReadMembers()
    {
        try
        {
            using var text = OpenBody();
            if (JsonNumbers.Quote(text.ReadToEnd()) is not { } json)
                return null;
            using var reader = ApiJson.Open(new StringReader(json));
            return JToken.ReadFrom(reader, ApiJson.Unambiguous) is JObject members ? WebhookParameters.Flatten(members) : null;
        }
        catch (Exception error) when (error is JsonException or DecoderFallbackException)
        {
            return null;
        }
    }
}
