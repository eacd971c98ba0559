using System.Diagnostics.CodeAnalysis;
using RestSharp;
using Vonage.Core;

namespace Vonage.Raw;

/// <summary>
/// Calls endpoints that have no typed method. Requests use the same <see cref="HttpClient"/>, hosts, credentials and timeout as typed methods and throw the
/// same exceptions.
/// </summary>
/// <remarks>
/// GET, HEAD, PUT and DELETE requests are attempted again like those of typed methods; the method decides. Models are read and written with Newtonsoft.Json, as
/// described in <see cref="ApiJson"/>. Use <c>JObject</c> if there is no model, or <see cref="string"/> for the text of the response.
/// </remarks>
/// <example>
/// <code>
/// using Vonage;
/// using Vonage.Core;
/// using Vonage.Raw;
///
/// var client = new RawClient(VonageCredentials.FromEnvironment());
/// var response = await client.SendAsync(new RestSharp.RestRequest("https://rest.nexmo.com/account/get-balance"), ApiAuthentication.Basic);
/// Console.WriteLine(response.Content);
/// </code>
/// </example>
public interface IRawClient
{
    /// <summary>Sends a GET request and reads its JSON response.</summary>
    /// <typeparam name="T">The type of the response.</typeparam>
    /// <param name="url">The full URL.</param>
    /// <param name="query">An object whose members become query parameters, such as <c>new { page_size = 10 }</c>. A list becomes one parameter for each value.</param>
    /// <param name="authentication">The authentication scheme.</param>
    /// <param name="requestOptions">Per-request options.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="VonageApiException">The server returned an error, or a response that cannot be used.</exception>
    /// <exception cref="ApiConnectionException">The API could not be reached, or the connection broke.</exception>
    /// <exception cref="ApiTimeoutException">The API did not respond in time.</exception>
    /// <exception cref="InvalidRequestException">Credentials would be sent to a host that is not the provider's. Nothing was sent.</exception>
    [RequiresUnreferencedCode(ApiJson.NeedsReflection)]
    [RequiresDynamicCode(ApiJson.NeedsReflection)]
    Task<T> GetAsync<[DynamicallyAccessedMembers(RawClient.ReplyMembers)] T>(string url, object? query, ApiAuthentication authentication, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default);

    /// <summary>Sends a DELETE request and reads its JSON response.</summary>
    /// <inheritdoc cref="GetAsync"/>
    [RequiresUnreferencedCode(ApiJson.NeedsReflection)]
    [RequiresDynamicCode(ApiJson.NeedsReflection)]
    Task<T> DeleteAsync<[DynamicallyAccessedMembers(RawClient.ReplyMembers)] T>(string url, object? query, ApiAuthentication authentication, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default);

    /// <summary>Sends a DELETE request and checks only the status of the response.</summary>
    /// <inheritdoc cref="GetAsync"/>
    [RequiresUnreferencedCode(ApiJson.NeedsReflection)]
    [RequiresDynamicCode(ApiJson.NeedsReflection)]
    Task DeleteAsync(string url, object? query, ApiAuthentication authentication, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default);

    /// <summary>Sends a POST request with a JSON body and reads its JSON response.</summary>
    /// <typeparam name="T">The type of the response.</typeparam>
    /// <param name="url">The full URL.</param>
    /// <param name="body">The object to send as JSON; <see langword="null"/> for no body.</param>
    /// <param name="authentication">The authentication scheme.</param>
    /// <param name="requestOptions">Per-request options.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="VonageApiException">The server returned an error, or a response that cannot be used.</exception>
    /// <exception cref="ApiConnectionException">The API could not be reached, or the connection broke.</exception>
    /// <exception cref="ApiTimeoutException">The API did not respond in time.</exception>
    /// <exception cref="InvalidRequestException">Credentials would be sent to a host that is not the provider's. Nothing was sent.</exception>
    [RequiresUnreferencedCode(ApiJson.NeedsReflection)]
    [RequiresDynamicCode(ApiJson.NeedsReflection)]
    Task<T> PostAsync<[DynamicallyAccessedMembers(RawClient.ReplyMembers)] T>(string url, object? body, ApiAuthentication authentication, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default);

    /// <summary>Sends a PUT request with a JSON body and reads its JSON response.</summary>
    /// <inheritdoc cref="PostAsync"/>
    [RequiresUnreferencedCode(ApiJson.NeedsReflection)]
    [RequiresDynamicCode(ApiJson.NeedsReflection)]
    Task<T> PutAsync<[DynamicallyAccessedMembers(RawClient.ReplyMembers)] T>(string url, object? body, ApiAuthentication authentication, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default);

    /// <summary>Sends a PATCH request with a JSON body and reads its JSON response.</summary>
    /// <inheritdoc cref="PostAsync"/>
    [RequiresUnreferencedCode(ApiJson.NeedsReflection)]
    [RequiresDynamicCode(ApiJson.NeedsReflection)]
    Task<T> PatchAsync<[DynamicallyAccessedMembers(RawClient.ReplyMembers)] T>(string url, object? body, ApiAuthentication authentication, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default);

    /// <summary>Sends a POST request with a form body and reads its JSON response.</summary>
    /// <typeparam name="T">The type of the response.</typeparam>
    /// <param name="url">The full URL.</param>
    /// <param name="fields">An object whose members become form fields. A list becomes one field for each value.</param>
    /// <param name="authentication">The authentication scheme.</param>
    /// <param name="requestOptions">Per-request options.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="VonageApiException">The server returned an error, or a response that cannot be used.</exception>
    /// <exception cref="ApiConnectionException">The API could not be reached, or the connection broke.</exception>
    /// <exception cref="ApiTimeoutException">The API did not respond in time.</exception>
    /// <exception cref="InvalidRequestException">Credentials would be sent to a host that is not the provider's. Nothing was sent.</exception>
    [RequiresUnreferencedCode(ApiJson.NeedsReflection)]
    [RequiresDynamicCode(ApiJson.NeedsReflection)]
    Task<T> SubmitFormAsync<[DynamicallyAccessedMembers(RawClient.ReplyMembers)] T>(string url, object fields, ApiAuthentication authentication, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default);

    /// <summary>Sends any RestSharp request. The request is not modified and can be sent again.</summary>
    /// <param name="request">The request. Its resource must be a full URL.</param>
    /// <param name="authentication">The authentication scheme. An <c>Authorization</c> header of the request takes precedence.</param>
    /// <param name="requestOptions">Per-request options.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The response, with a status code from 200 to 299.</returns>
    /// <exception cref="VonageApiException">The server returned an error.</exception>
    /// <exception cref="ApiConnectionException">The API could not be reached, or the connection broke.</exception>
    /// <exception cref="ApiTimeoutException">The API did not respond in time.</exception>
    /// <exception cref="InvalidRequestException">Credentials would be sent to a host that is not the provider's. Nothing was sent.</exception>
    /// <example>
    /// <code>
    /// using Vonage;
    /// using Vonage.Core;
    /// using Vonage.Raw;
    ///
    /// var client = new RawClient(VonageCredentials.FromEnvironment());
    /// var response = await client.SendAsync(new RestSharp.RestRequest("https://rest.nexmo.com/account/get-balance"), ApiAuthentication.Basic);
    /// Console.WriteLine(response.Content);
    /// </code>
    /// </example>
    Task<RestResponse> SendAsync(RestRequest request, ApiAuthentication authentication, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default);
}
