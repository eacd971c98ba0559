using Moq;
using Newtonsoft.Json.Linq;
using Vonage.Core.Pipeline;
using Vonage.Raw;

namespace Vonage.Core.Tests;

/// <summary>What users put in place of the real thing in their own tests.</summary>
internal sealed class MockingTests
{
    [Test]
    public async Task Credentials_of_any_kind_can_stand_in()
    {
        var credentials = new Mock<ApiCredentials>(MockBehavior.Strict);
        credentials.Setup(c => c.Supports(ApiAuthentication.Jwt)).Returns(false);
        credentials.Setup(c => c.Supports(ApiAuthentication.Basic)).Returns(true);
        credentials.Setup(c => c.GetAuthorizationAsync(ApiAuthentication.Basic, It.IsAny<TimeProvider>(), It.IsAny<CancellationToken>())).Returns(new ValueTask<string>("Basic mocked"));
        var handler = new StubHandler();
        await new ApiClient(new HttpClient(handler), credentials.Object).SendAsync(Operations.GetThing());
        Assert.That(handler.Request.Header("Authorization"), Is.EqualTo("Basic mocked"));
    }

    [Test]
    public async Task A_token_may_come_later()
    {
        var token = new TaskCompletionSource<string>();
        var credentials = new Mock<ApiCredentials>(MockBehavior.Strict);
        credentials.Setup(c => c.Supports(ApiAuthentication.Jwt)).Returns(true);
        credentials.Setup(c => c.GetAuthorizationAsync(ApiAuthentication.Jwt, It.IsAny<TimeProvider>(), It.IsAny<CancellationToken>())).Returns(new ValueTask<string>(token.Task));
        var handler = new StubHandler();
        var call = new ApiClient(new HttpClient(handler), credentials.Object).SendAsync(Operations.GetThing());
        Assert.That((call.IsCompleted, handler.Sent.Count), Is.EqualTo((false, 0)));
        token.SetResult("Bearer from a vault");
        await call;
        Assert.That(handler.Request.Header("Authorization"), Is.EqualTo("Bearer from a vault"));
    }

    [Test]
    public async Task The_raw_client_and_the_token_maker_can_be_mocked()
    {
        var raw = Mock.Of<IRawClient>(r => r.GetAsync<JObject>("https://x.example", null, ApiAuthentication.Basic, null, default) == Task.FromResult(new JObject()));
        Assert.That(await raw.GetAsync<JObject>("https://x.example", null, ApiAuthentication.Basic), Is.Empty);
        Assert.That(Mock.Of<IJwtGenerator>(g => g.Generate(null) == "token").Generate(), Is.EqualTo("token"));
    }

    [Test]
    public void The_client_makes_tokens_with_its_own_key()
    {
        var time = new ManualTime();
        var token = new VonageApiClient(Keys.Application, new VonageClientOptions { TimeProvider = time }).Jwt.Generate(new JwtClaims { Id = "1" });
        Assert.That(token.Split('.')[1], Is.EqualTo(new JwtGenerator(Keys.Application, time).Generate(new JwtClaims { Id = "1" }).Split('.')[1]));
        Assert.That(() => new VonageApiClient(Keys.Account).Jwt.Generate(), Throws.InstanceOf<MissingCredentialsException>());
    }

    [TestCase(".NET 10.0.1", ".NET/10.0.1")]
    [TestCase(".NET Framework 4.8.9032.0", ".NET-Framework/4.8.9032.0")]
    [TestCase("Mono", "Mono")]
    public void The_runtime_is_named_as_a_product(string description, string product) => Assert.That(UserAgentText.Runtime(description), Is.EqualTo(product));
}
