using Vonage.Core;

namespace Vonage.SimSwap;

/// <content>Two requests fetch an access token, and no user makes them.</content>
public partial class SimSwapClient
{
    internal static async Task<AccessToken> FetchTokenAsync(ApiClient client, string phoneNumber, string scope, RequestOptions options)
    {
        var asked = new ApiRequest(AuthorizeOperation, AuthorizeOperation.PathTemplate, options).Form(new AuthorizeRequest { LoginHint = "tel:+" + phoneNumber, Scope = scope });
        var authorization = await client.SendAsync(asked, Authorization.JsonModelType.Read).ConfigureAwait(false);
        var exchange = new ApiRequest(GetTokenOperation, GetTokenOperation.PathTemplate, options).Form(new TokenRequest { AuthReqId = authorization.AuthReqId });
        var token = await client.SendAsync(exchange, TokenResponse.JsonModelType.Read).ConfigureAwait(false);
        return new AccessToken(token.AccessToken, token.ExpiresIn ?? TimeSpan.Zero);
    }
}
