using System.Text;

namespace Vonage.Core;

/// <summary>One request as a generated operation describes it. <see cref="ApiClient"/> turns it into HTTP.</summary>
public sealed class ApiRequest
{
    private StringBuilder? _query;
    private string? _queryString;

    /// <summary>Starts a request.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="path">The path below the server's address, its values escaped already.</param>
    /// <param name="options">What the caller wants to differ for this call.</param>
    public ApiRequest(ApiOperation operation, string path, RequestOptions? options)
    {
        Operation = operation;
        Path = path;
        Options = options;
    }

    /// <summary>A request to an address that no document names.</summary>
    internal ApiRequest(ApiOperation operation, ServerAddress address, Uri url, RequestOptions? options)
        : this(operation, url.AbsolutePath, options)
    {
        Address = address;
        _queryString = url.Query.TrimStart('?');
    }

    /// <summary>The operation.</summary>
    public ApiOperation Operation { get; }

    /// <summary>The path below the server's address, escaped, without a query.</summary>
    public string Path { get; }

    /// <summary>What the caller wants to differ for this call.</summary>
    public RequestOptions? Options { get; }

    /// <summary>The query, escaped, without the question mark; empty where there is none.</summary>
    public string QueryString
    {
        get
        {
            if (_query is not null)
            {
                _queryString = QueryBuilder.Finish(_query);
                _query = null;
            }

            return _queryString ?? string.Empty;
        }
    }

    /// <summary>The body, if there is one.</summary>
    public ApiBody? Body { get; private set; }

    /// <summary>The media types that the operation answers with.</summary>
    public string Accept { get; set; } = "application/json";

    /// <summary>The address to use instead of the operation's server, where the request names one.</summary>
    internal ServerAddress? Address { get; }

    internal List<KeyValuePair<string, string>>? Headers { get; private set; }

    /// <summary>Adds a query parameter. A <see langword="null"/> value adds nothing.</summary>
    public ApiRequest Query(string name, string? value)
    {
        if (value is null)
            return this;
        _query ??= QueryBuilder.Start(_queryString);
        QueryBuilder.Append(_query, name, value);
        return this;
    }

    /// <summary>Adds one query parameter for each value, or one with all values joined by commas.</summary>
    public ApiRequest Query(string name, IEnumerable<string>? values, bool explode)
    {
        if (values is null)
            return this;
        if (explode)
            foreach (var value in values)
                Query(name, value);
        else if (string.Join(",", values) is { Length: > 0 } joined)
            Query(name, joined);
        return this;
    }

    /// <summary>Adds a header that the operation declares as a parameter. A <see langword="null"/> value adds nothing.</summary>
    public ApiRequest Header(string name, string? value)
    {
        if (value is not null)
            (Headers ??= []).Add(new KeyValuePair<string, string>(name, value));
        return this;
    }

    /// <summary>Sets a JSON body, after checking it.</summary>
    /// <exception cref="InvalidRequestException">The body breaks a rule of the API.</exception>
    public ApiRequest Json(object body, string mediaType = "application/json") => With(new JsonBody(body, mediaType), body);

    /// <summary>Sets a form body (<c>application/x-www-form-urlencoded</c>), after checking it.</summary>
    /// <exception cref="InvalidRequestException">The body breaks a rule of the API.</exception>
    public ApiRequest Form(IFormContent body) => With(new FormBody(body), body);

    /// <summary>Sets a multipart body (<c>multipart/form-data</c>, RFC 7578), after checking it.</summary>
    /// <exception cref="InvalidRequestException">The body breaks a rule of the API.</exception>
    public ApiRequest Multipart(IMultipartContent body) => With(new MultipartBody(body), body);

    /// <summary>Sets a body.</summary>
    internal ApiRequest With(ApiBody body)
    {
        Body = body;
        return this;
    }

    private ApiRequest With(ApiBody body, object content)
    {
        Check.Body(Operation, content);
        return With(body);
    }
}
