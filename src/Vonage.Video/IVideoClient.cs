using Vonage.Core;

namespace Vonage.Video;

public partial interface IVideoClient
{
    /// <summary>Creates a session.</summary>
    /// <remarks>
    /// <para>A session exists as long as the application; its ID can be stored and used again. Creating one costs nothing until clients connect.</para>
    /// </remarks>
    /// <param name="request">The properties of the session; <see langword="null"/> for a routed session that is recorded on request only.</param>
    /// <param name="requestOptions">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The created session.</returns>
    /// <exception cref="InvalidRequestException">The request violates a rule of the API. Nothing was sent.</exception>
    /// <exception cref="VonageApiException">The API returned an error, or a response that cannot be used.</exception>
    /// <exception cref="ApiConnectionException">The API could not be reached, or the connection broke.</exception>
    /// <exception cref="ApiTimeoutException">The API did not respond in time.</exception>
    /// <example>
    /// <code>
    /// using Vonage;
    /// using Vonage.Video;
    ///
    /// // The credentials are those of the environment.
    /// var client = new VideoClient(VonageCredentials.FromEnvironment());
    /// var session = await client.CreateSessionAsync();
    /// Console.WriteLine(client.CreateClientToken(session.SessionId));
    /// </code>
    /// </example>
    Task<VideoSession> CreateSessionAsync(CreateSessionRequest? request = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default);

    /// <summary>Creates a token with which a client SDK connects to a session. It is signed with the private key of the application; nothing is sent.</summary>
    /// <param name="sessionId">The ID of the session.</param>
    /// <param name="options">Optional parameters, such as the role of the client.</param>
    /// <returns>The token (RS256).</returns>
    /// <exception cref="InvalidRequestException">The session ID is missing, or an option violates a rule of the API.</exception>
    /// <exception cref="MissingCredentialsException">The credentials contain no application and private key.</exception>
    string CreateClientToken(string sessionId, ClientTokenOptions? options = null);
}
