using Vonage.Core;

namespace Vonage.SimSwap;

/// <summary>Access tokens for a number and a scope, by client-initiated backchannel authentication.</summary>
internal sealed class AccessTokens(string scope) : TokenAuthentication("OAuth 2.0", ApiAuthentication.Jwt)
{
    protected override string KeyOf(ApiRequest request) => NumberOf(request);

    protected override Task<AccessToken> FetchAsync(ApiRequest request, ApiClient client, RequestOptions options) =>
        SimSwapClient.FetchTokenAsync(client, NumberOf(request), scope, options);

    private static string NumberOf(ApiRequest request) => ((INumberRequest)((JsonBody)request.Body!).Content).PhoneNumber;
}

/// <summary>A request that is about a number, for which its access token is.</summary>
internal interface INumberRequest
{
    string PhoneNumber { get; }
}

/// <content>The access token is for the number.</content>
public partial class CheckSimSwapRequest : INumberRequest;

/// <content>The access token is for the number.</content>
public partial class RetrieveSimSwapDateRequest : INumberRequest;
