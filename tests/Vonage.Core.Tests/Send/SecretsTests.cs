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

    [TestCase("Jwt", "Jwt, application " + Keys.ApplicationId)]
    [TestCase("Basic", "Basic, API key " + Keys.ApiKey)]
    [TestCase("Query", "Query, API key " + Keys.ApiKey)]
    [TestCase("Signature", "Signature, API key " + Keys.ApiKey)]
    public async Task An_error_says_as_whom_it_was_authenticated(string name, string expected)
    {
        var request = new ApiRequest(Operations.With("POST", Schemes.Single(scheme => scheme.Name == name)), "/legacy", null);
        var refused = await FailAsync(() => StubHandler.Json("{}", HttpStatusCode.Forbidden), request);
        Assert.That((refused.Authentication, refused.Message), Is.EqualTo((expected, $"Things.legacy failed: 403 Forbidden (authenticated with {expected})")));
        var broken = await FailAsync(() => throw new HttpRequestException("refused"), request);
        Assert.That(broken.Authentication, Is.EqualTo(expected));
        var busy = await FailAsync(() => StubHandler.Json("{}", HttpStatusCode.ServiceUnavailable), request);
        Assert.That((busy.Authentication, busy.Message), Is.EqualTo((expected, "Things.legacy failed: 503 Service Unavailable")));
    }

    [Test]
    public async Task An_error_says_that_the_caller_authenticated_or_nobody()
    {
        var own = new ApiRequest(Operations.Get, "/a", new RequestOptions { Headers = { ["Authorization"] = "Bearer planted" } });
        Assert.That((await FailAsync(() => StubHandler.Json("{}", HttpStatusCode.Unauthorized), own)).Message, Is.EqualTo("Things.get failed: 401 Unauthorized (authenticated with the caller's Authorization header)"));
        Assert.That((await FailAsync(() => StubHandler.Json("{}", HttpStatusCode.Unauthorized), new ApiRequest(Operations.Open, "/open", null))).Authentication, Is.Null);
    }

    private static async Task<ApiException> FailAsync(Func<HttpResponseMessage> answer, ApiRequest request) =>
        (await Assert.CatchAsync<ApiException>(() => new VonageApiClient(new HttpClient(new StubHandler((_, _) => Task.FromResult(answer()))), Keys.All).SendAsync(request)))!;
}
