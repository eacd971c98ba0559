using System.Net;
using Newtonsoft.Json.Linq;
using Vonage.Core.Pipeline;

namespace Vonage.Core.Tests;

/// <summary>What another provider needs to stand on the neutral part: credentials, options, and its own kind of error. Nothing else.</summary>
internal sealed class SecondProviderTests
{
    private static readonly ApiOperation Numbers = new("Numbers.list", "GET", "/v2/numbers", new ApiServer("https://api.flowroute.com"), ApiAuthentication.Basic);

    [Test]
    public async Task It_sends_with_its_own_credentials()
    {
        var handler = new StubHandler();
        await Client(handler).SendAsync<Thing>(new ApiRequest(Numbers, "/v2/numbers", null));
        Assert.That(handler.Request.Header("Authorization"), Is.EqualTo(BasicAuthentication.Header("access", "secret")));
    }

    [Test]
    public async Task It_fails_with_its_own_errors()
    {
        var handler = new StubHandler((_, _) => Task.FromResult(StubHandler.Json("""{"errors":[{"detail":"No such number","id":"1","status":404}]}""", HttpStatusCode.NotFound)));
        var error = (await Assert.ThrowsAsync<OtherException>(() => Client(handler).SendAsync<Thing>(new ApiRequest(Numbers, "/v2/numbers", null))))!;
        Assert.That(error.Message, Is.EqualTo("Numbers.list failed: 404 Not Found. No such number"));
    }

    [Test]
    public async Task Its_hosts_are_its_own()
    {
        var handler = new StubHandler();
        await Client(handler).DownloadAsync(new Uri("https://api.flowroute.com/file"), ApiAuthentication.Basic, Stream.Null);
        Assert.That(
            async () => await Client(handler).DownloadAsync(new Uri("https://api.nexmo.com/file"), ApiAuthentication.Basic, Stream.Null),
            Throws.InstanceOf<InvalidRequestException>());
    }

    [Test]
    public void It_says_what_is_missing_in_its_own_words() =>
        Assert.That(
            async () => await Client(new StubHandler()).SendAsync(new ApiRequest(new ApiOperation("A.b", "GET", "/", Operations.Api, ApiAuthentication.Jwt), "/", null)),
            Throws.InstanceOf<MissingCredentialsException>().With.Message.Contains("an access key and a secret key"));

    private static OtherClient Client(StubHandler handler) => new(new HttpClient(handler), new OtherCredentials("access", "secret"), new OtherOptions());

    private sealed class OtherOptions : ApiClientOptions
    {
        protected internal override IReadOnlyCollection<string> KnownHosts => ["api.flowroute.com"];
    }

    private sealed class OtherCredentials(string access, string secret) : ApiCredentials
    {
        private readonly string _header = BasicAuthentication.Header(access, secret);

        public override bool Supports(ApiAuthentication scheme) => scheme == ApiAuthentication.Basic;

        public override string DescribeRequirement(ApiAuthentication scheme) => "an access key and a secret key";

        public override ValueTask<string> GetAuthorizationAsync(ApiAuthentication scheme, TimeProvider clock, CancellationToken cancellationToken = default) => new(_header);
    }

    private sealed class OtherException(ApiResponse reply, string? reason, Exception? inner) : ApiException(reply, reason ?? (string?)JObject.Parse(reply.Body)["errors"]?[0]?["detail"], inner);

    private sealed class OtherClient(HttpClient http, OtherCredentials credentials, OtherOptions options) : ApiClient(http, credentials, options)
    {
        protected override ApiException CreateException(ApiResponse reply, string? reason, Exception? inner) => new OtherException(reply, reason, inner);
    }
}
