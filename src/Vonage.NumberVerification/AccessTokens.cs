using Vonage.Core;

namespace Vonage.NumberVerification;

/// <summary>Access tokens for the code of a login.</summary>
internal sealed class AccessTokens(string scope) : TokenAuthentication("OAuth 2.0", ApiAuthentication.Jwt)
{
    /// <summary>The scope that a login asks for.</summary>
    public string Scope { get; } = scope;

    // The code proves the device, and the number does not: a token that was fetched for a number by one device must not serve another device that
    // claims the same number.
    protected override string KeyOf(ApiRequest request) => CodeOf(request).Value;

    // A code can be exchanged once.
    protected override bool CanRenew(ApiRequest request) => false;

    protected override Task<AccessToken> FetchAsync(ApiRequest request, ApiClient client, RequestOptions options) =>
        NumberVerificationClient.FetchTokenAsync(client, CodeOf(request), options);

    private static AuthorizationCode CodeOf(ApiRequest request) => ((VerifyNumberRequest)((JsonBody)request.Body!).Content).AuthorizationCode
        ?? throw new InvalidRequestException(nameof(VerifyNumberRequest.AuthorizationCode), "is required, because it is exchanged for the access token of the request. Send the device to CreateLoginUrl first, and set the code that the redirect has.");
}
