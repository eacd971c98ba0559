using RestSharp;
using Vonage.Core;

namespace Vonage.Raw;

/// <summary>
/// Requests that no typed client knows: a new operation, a field of tomorrow. They go through the same <see cref="HttpClient"/>, hosts,
/// credentials and deadline as the typed ones, and fail with the same errors. Each is attempted once. Models are read and written by
/// Newtonsoft.Json, as <see cref="ApiJson"/> describes; <c>JObject</c> does where there is no model, and <see cref="string"/> gives the
/// reply's text.
/// </summary>
public interface IRawClient
{
    /// <summary>Sends a GET request and reads its JSON reply.</summary>
    /// <typeparam name="T">The type of the response.</typeparam>
    /// <param name="url">The full URL.</param>
    /// <param name="query">An object whose members become query parameters, such as <c>new { page_size = 10 }</c>; a list becomes one parameter for each of its values.</param>
    /// <param name="authentication">How to prove who asks.</param>
    /// <param name="options">Per-request options.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="ApiException">The server returned an error, or no usable response was received.</exception>
    /// <exception cref="InvalidRequestException">Credentials would be sent to a host that is not the provider's. Nothing was sent.</exception>
    Task<T> GetAsync<T>(string url, object? query, AuthenticationScheme authentication, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Sends a DELETE request and reads its JSON reply.</summary>
    /// <inheritdoc cref="GetAsync"/>
    Task<T> DeleteAsync<T>(string url, object? query, AuthenticationScheme authentication, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Sends a DELETE request whose reply says all by its status.</summary>
    /// <inheritdoc cref="GetAsync"/>
    Task DeleteAsync(string url, object? query, AuthenticationScheme authentication, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Sends a POST request with a JSON body and reads its JSON reply.</summary>
    /// <typeparam name="T">The type of the response.</typeparam>
    /// <param name="url">The full URL.</param>
    /// <param name="body">The object to write as JSON; <see langword="null"/> for no body.</param>
    /// <param name="authentication">How to prove who asks.</param>
    /// <param name="options">Per-request options.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="ApiException">The server returned an error, or no usable response was received.</exception>
    /// <exception cref="InvalidRequestException">Credentials would be sent to a host that is not the provider's. Nothing was sent.</exception>
    Task<T> PostAsync<T>(string url, object? body, AuthenticationScheme authentication, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Sends a PUT request with a JSON body and reads its JSON reply.</summary>
    /// <inheritdoc cref="PostAsync"/>
    Task<T> PutAsync<T>(string url, object? body, AuthenticationScheme authentication, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Sends a PATCH request with a JSON body and reads its JSON reply.</summary>
    /// <inheritdoc cref="PostAsync"/>
    Task<T> PatchAsync<T>(string url, object? body, AuthenticationScheme authentication, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Sends a POST request with a form body and reads its JSON reply.</summary>
    /// <typeparam name="T">The type of the response.</typeparam>
    /// <param name="url">The full URL.</param>
    /// <param name="fields">An object whose members become the form's fields; a list becomes one field for each of its values.</param>
    /// <param name="authentication">How to prove who asks.</param>
    /// <param name="options">Per-request options.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="ApiException">The server returned an error, or no usable response was received.</exception>
    /// <exception cref="InvalidRequestException">Credentials would be sent to a host that is not the provider's. Nothing was sent.</exception>
    Task<T> SubmitFormAsync<T>(string url, object fields, AuthenticationScheme authentication, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Sends any request that RestSharp can describe. The request itself is left as it is, and can be sent again.</summary>
    /// <param name="request">The request; its resource is a full URL.</param>
    /// <param name="authentication">How to prove who asks. A request with an <c>Authorization</c> header of its own keeps that.</param>
    /// <param name="options">Per-request options.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The reply, with a status among the 200s.</returns>
    /// <exception cref="ApiException">The server returned an error, or no response was received.</exception>
    /// <exception cref="InvalidRequestException">Credentials would be sent to a host that is not the provider's. Nothing was sent.</exception>
    Task<RestResponse> SendAsync(RestRequest request, AuthenticationScheme authentication, RequestOptions? options = null, CancellationToken cancellationToken = default);
}
