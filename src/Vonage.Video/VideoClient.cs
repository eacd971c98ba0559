using Vonage.Core;

namespace Vonage.Video;

/// <content>The API returns a new session in a list; for the caller it is one session.</content>
public partial class VideoClient
{
    /// <inheritdoc/>
    public virtual async Task<VideoSession> CreateSessionAsync(CreateSessionRequest? request = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default)
    {
        var sessions = await CreateSessionsAsync(request, requestOptions, cancellationToken).ConfigureAwait(false);
        return sessions.Count > 0
            ? sessions[0]
            : throw new VonageApiException(new ApiResponse(CreateSessionsOperation.Name, CreateSessionsOperation.Method, CreateSessionsOperation.PathTemplate, System.Net.HttpStatusCode.OK, "[]"), "The response contains no session.");
    }

    /// <inheritdoc/>
    public virtual string CreateClientToken(string sessionId, ClientTokenOptions? options = null) =>
        _apiClient is VonageApiClient { Jwt: var jwt }
            ? jwt.Generate(ClientToken.Claims(sessionId, options ?? new ClientTokenOptions()))
            : throw new InvalidOperationException("Client tokens need a client that was created with VonageCredentials or a VonageApiClient.");
}
