using Vonage.Core;

namespace Vonage.NumberVerification;

/// <content>The login is opened by a browser, and its code exchanged by the client on its own.</content>
public partial class NumberVerificationClient
{
    /// <inheritdoc/>
    [Obsolete("Use IdentityInsights.GetInsightsAsync instead.")]
    public virtual Uri CreateLoginUrl(string phoneNumber, Uri redirectUrl, string state)
    {
        var number = PhoneNumber.Digits(phoneNumber);
        Check.Required(nameof(phoneNumber), number);
        Check.E164(nameof(phoneNumber), number);
        AuthorizationCode.CheckRedirect(nameof(redirectUrl), redirectUrl);
        AuthorizationCode.CheckText(nameof(state), state);
        var tokens = (AccessTokens)VerifyOperation.Authentication[0];
        return _apiClient.GetUrl(new ApiRequest(OpenLoginOperation, OpenLoginOperation.PathTemplate, null)
            .Query("client_id", VonageCredentials.ApplicationOf(VerifyOperation, null, _apiClient))
            .Query("redirect_uri", WireFormat.Text(redirectUrl))
            .Query("response_type", "code")
            .Query("scope", tokens.Scope)
            .Query("state", state)
            .Query("login_hint", "tel:+" + number));
    }

    internal static async Task<AccessToken> FetchTokenAsync(ApiClient client, AuthorizationCode code, RequestOptions options)
    {
        var exchange = new ApiRequest(GetTokenOperation, GetTokenOperation.PathTemplate, options).Form(new TokenRequest { Code = code.Value, RedirectUri = code.RedirectUrl });
        var token = await client.SendAsync(exchange, TokenResponse.JsonModelType.Read).ConfigureAwait(false);
        return new AccessToken(token.AccessToken, token.ExpiresIn ?? TimeSpan.Zero);
    }
}
