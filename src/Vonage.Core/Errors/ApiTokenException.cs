namespace Vonage.Core;

/// <summary>
/// The exception that is thrown when the access token that a call needs cannot be obtained (<see cref="TokenAuthentication"/>). The call itself was not sent.
/// </summary>
/// <remarks>The status, the headers, the request ID and the body are those of the refusal of the token, which is the inner exception.</remarks>
public sealed class ApiTokenException : ApiException
{
    internal ApiTokenException(ApiRequest request, ApiException failure)
        : this(request, Visible(failure), failure.Message)
    {
    }

    internal ApiTokenException(ApiRequest request, AccessToken.UnusableTokenException failure)
        : this(request, null, failure.Message)
    {
    }

    private ApiTokenException(ApiRequest request, ApiException? refusal, string reason)
        : base(request, RequestSent.No, refusal, $"{request.Operation.Name} was not sent: the access token for it could not be obtained. {reason}", refusal)
    {
    }

    // A success that cannot be used may contain the token. Its message does not.
    private static ApiException? Visible(ApiException failure) => failure.StatusCode is { } status && (int)status is >= 200 and < 300 ? null : failure;
}
