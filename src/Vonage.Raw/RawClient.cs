using System.Diagnostics.CodeAnalysis;
using Newtonsoft.Json;
using RestSharp;
using Vonage.Core;

namespace Vonage.Raw;

/// <inheritdoc cref="IRawClient"/>
[SuppressMessage("Design", "CA1001", Justification = "The RestClient holds only the HttpClient, which it does not own.")]
public class RawClient : IRawClient
{
    private readonly ApiClient _api;
    private readonly RestClient _rest;

    /// <summary>Initializes a new instance of the <see cref="RawClient"/> class that shares the API client of the typed clients.</summary>
    /// <param name="api">The API client whose HTTP client, hosts, credentials and options are used.</param>
    public RawClient(ApiClient api)
    {
        _api = api ?? throw new ArgumentNullException(nameof(api));
        var options = new RestClientOptions
        {
            UserAgent = api.UserAgent,

            // Redirects are not followed, because the credentials could be sent to another host.
            RedirectOptions = new RedirectOptions { FollowRedirects = false },

            // Each request has a deadline from the client's options.
            Timeout = Timeout.InfiniteTimeSpan,
        };
        _rest = new RestClient(api.Http, options, disposeHttpClient: false, configureSerialization: s => s.UseSerializer(() => new NewtonsoftSerializer()));
    }

    /// <inheritdoc/>
    public virtual Task<T> GetAsync<T>(string url, object? query, AuthenticationScheme authentication, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        ReadAsync<T>(WithQuery(url, Method.Get, query), authentication, options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<T> DeleteAsync<T>(string url, object? query, AuthenticationScheme authentication, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        ReadAsync<T>(WithQuery(url, Method.Delete, query), authentication, options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task DeleteAsync(string url, object? query, AuthenticationScheme authentication, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        SendAsync(WithQuery(url, Method.Delete, query), authentication, options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<T> PostAsync<T>(string url, object? body, AuthenticationScheme authentication, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        ReadAsync<T>(WithJson(url, Method.Post, body), authentication, options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<T> PutAsync<T>(string url, object? body, AuthenticationScheme authentication, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        ReadAsync<T>(WithJson(url, Method.Put, body), authentication, options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<T> PatchAsync<T>(string url, object? body, AuthenticationScheme authentication, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        ReadAsync<T>(WithJson(url, Method.Patch, body), authentication, options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<T> SubmitFormAsync<T>(string url, object fields, AuthenticationScheme authentication, RequestOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(url);
        ArgumentNullException.ThrowIfNull(fields);
        var request = new RestRequest(url, Method.Post);
        foreach (var field in ObjectFields.Of(fields))
            request.AddParameter(field.Key, field.Value, ParameterType.GetOrPost);
        return ReadAsync<T>(request, authentication, options, cancellationToken);
    }

    /// <inheritdoc/>
    public virtual async Task<RestResponse> SendAsync(RestRequest request, AuthenticationScheme authentication, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        (await ExecuteAsync(request, authentication, options, cancellationToken).ConfigureAwait(false)).Response;

    private static RestRequest WithQuery(string url, Method method, object? query)
    {
        ArgumentNullException.ThrowIfNull(url);
        var request = new RestRequest(url, method);
        if (query is not null)
            foreach (var field in ObjectFields.Of(query))
                request.AddQueryParameter(field.Key, field.Value);
        return request;
    }

    private static RestRequest WithJson(string url, Method method, object? body)
    {
        ArgumentNullException.ThrowIfNull(url);
        var request = new RestRequest(url, method);
        return body is null ? request : request.AddStringBody(ApiJson.Serialize(body), ContentType.Json);
    }

    private async Task<T> ReadAsync<T>(RestRequest request, AuthenticationScheme authentication, RequestOptions? options, CancellationToken cancellationToken)
    {
        var (call, response) = await ExecuteAsync(request, authentication, options, cancellationToken).ConfigureAwait(false);
        var text = response.Content ?? string.Empty;
        if (typeof(T) == typeof(string))
            return (T)(object)text;
        try
        {
            if (ApiJson.Deserialize<T>(text) is { } value)
                return value;
        }
        catch (JsonException error)
        {
            throw _api.Fail(Reply.Describe(call, response), $"Its body cannot be read as {typeof(T).Name}.", error);
        }

        throw _api.Fail(Reply.Describe(call, response), $"It has no body, but {typeof(T).Name} was expected.", null);
    }

    private async Task<(ApiRequest Call, RestResponse Response)> ExecuteAsync(RestRequest request, AuthenticationScheme authentication, RequestOptions? options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var url = RequestCopy.UrlOf(_rest, request);
        var call = _api.Absolute(url, new HttpMethod(request.Method.ToString().ToUpperInvariant()), "raw", RequestCopy.HasAuthorization(request) ? AuthenticationScheme.None : authentication, options);
        var route = _api.Plan(call);
        var copy = RequestCopy.Create(request, new Uri(route.Address.Text + call.Path, UriKind.Absolute), options);
        copy.Authenticator = new CredentialsAuthenticator(route.Credentials, route.Scheme, _api.Clock);
        var deadline = _api.Start(call, cancellationToken);
        try
        {
            var response = await _rest.ExecuteAsync(copy, deadline.Token).ConfigureAwait(false);
            if (response is { StatusCode: 0, ErrorException: { } error })
                throw _api.Translate(error, call, deadline, cancellationToken) ?? error;
            return response.IsSuccessStatusCode ? (call, response) : throw _api.Fail(Reply.Describe(call, response), null, null);
        }
        catch (Exception error) when (error is not ApiException && _api.Translate(error, call, deadline, cancellationToken) is { } known)
        {
            throw known;
        }
        finally
        {
            deadline.Stop();
        }
    }
}
