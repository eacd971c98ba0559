using System.Net;
using Vonage.Core.Pipeline;

namespace Vonage.Core.Tests;

/// <summary>Whatever goes wrong, what is thrown shows no credential.</summary>
internal sealed class SecretsTests
{
    private static readonly ApiAuthentication[] Schemes = [ApiAuthentication.Jwt, ApiAuthentication.Basic, ApiAuthentication.KeyInQuery, ApiAuthentication.KeyInBody, ApiAuthentication.Signature];

    [TestCaseSource(nameof(Schemes))]
    public async Task No_error_shows_a_secret(ApiAuthentication scheme)
    {
        var answers = new Func<HttpResponseMessage>[]
        {
            () => StubHandler.Json("""{"title":"Unauthorized"}""", HttpStatusCode.Unauthorized),
            () => StubHandler.Json("not json"),
            () => throw new HttpRequestException("Connection refused (api.nexmo.com:443)"),
            () => throw new TaskCanceledException("timeout", new TimeoutException()),
        };
        foreach (var answer in answers)
        {
            var client = new VonageApiClient(new HttpClient(new StubHandler((_, _) => Task.FromResult(answer()))), Keys.All);
            foreach (var method in new[] { "GET", "POST" })
            {
                var error = (await Assert.CatchAsync<ApiException>(() => client.SendAsync<Thing>(new ApiRequest(Operations.With(method, scheme), "/legacy", null))))!;
                var shown = error + string.Join(' ', error.Headers) + error.Path + error.Body;
                Assert.That(shown, Does.Not.Contain("must-not-show").And.Not.Contain("Bearer").And.Not.Contain("Basic ").And.Not.Contain("sig="));
            }
        }
    }
}
