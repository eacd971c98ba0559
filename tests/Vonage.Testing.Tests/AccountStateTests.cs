using System.Net;
using System.Text.Json.Nodes;
using Vonage.Testing.Tests.Support;

namespace Vonage.Testing.Tests;

internal sealed class AccountStateTests : SimulatorTest
{
    private const string NewSecret = "Another5ecret";

    private string Secrets => $"/api.nexmo.com/accounts/{Simulator.ApiKey}/secrets";

    protected override void Prepare()
    {
        Options.Balance = 10.28m;
        Options.TimeProvider = new ManualTime(new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
    }

    [SetUp]
    public void Authenticate() => UseBasic();

    [Test]
    public async Task The_balance_is_what_the_options_say()
    {
        Assert.That((await GetAsync("/rest.nexmo.com/account/get-balance"))["value"], Is.EqualTo("10.28"));
        Assert.That(Simulator.Balance, Is.EqualTo(10.28m));
    }

    [Test]
    public async Task A_top_up_raises_the_balance()
    {
        Assert.That((await PostFormAsync("/rest.nexmo.com/account/top-up", ("trx", "x"))).Status, Is.EqualTo(HttpStatusCode.OK));

        Assert.That((await GetAsync("/rest.nexmo.com/account/get-balance"))["value"], Is.EqualTo("20.28"));
    }

    [Test]
    public async Task Settings_are_kept_changed_and_taken_away()
    {
        const string path = "/rest.nexmo.com/account/settings";
        await PostFormAsync(path, ("moCallBackUrl", "https://example.com/in"), ("drCallBackUrl", "https://example.com/dr"));

        var answer = await PostFormAsync(path, ("drCallBackUrl", ""));

        Assert.That((answer["mo-callback-url"], answer["dr-callback-url"]), Is.EqualTo(("https://example.com/in", "")));
    }

    [Test]
    public async Task A_secret_is_created_listed_and_fetched_but_never_shown()
    {
        var created = await PostAsync(Secrets, new JsonObject { ["secret"] = NewSecret });

        var list = await GetAsync(Secrets);
        var fetched = await GetAsync($"{Secrets}/{created["id"]}");

        Assert.That((created.Status, created["created_at"]), Is.EqualTo((HttpStatusCode.Created, "2026-01-02T03:04:05Z")));
        Assert.That(created["_links.self.href"], Is.EqualTo($"https://api.nexmo.com/accounts/{Simulator.ApiKey}/secrets/{created["id"]}"));
        Assert.That((list["_embedded.secrets.1.id"], list.Json["_embedded"]!["secrets"]!.AsArray().Count), Is.EqualTo((created["id"], 2)));
        Assert.That(fetched.Text, Is.EqualTo(created.Text));
        Assert.That(list.Text, Does.Not.Contain(NewSecret));
    }

    [Test]
    public async Task A_secret_can_be_rotated()
    {
        var old = (await GetAsync(Secrets))["_embedded.secrets.0.id"];
        await PostAsync(Secrets, new JsonObject { ["secret"] = NewSecret });

        var revoked = await DeleteAsync($"{Secrets}/{old}");

        Assert.That(revoked.Status, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That((await GetAsync(Secrets)).Status, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(Simulator.ApiSecret, Is.EqualTo(NewSecret));
        UseBasic();
        Assert.That((await GetAsync(Secrets)).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [TestCase("Sh0rt", "at least 8")]
    [TestCase("MuchTooLongFor1Secret12345", "at most 25")]
    [TestCase("nouppercase1", "must match")]
    [TestCase("NOLOWERCASE1", "must match")]
    [TestCase("NoDigitHere", "must match")]
    [TestCase("Simulat0rSecret", "is already in use")]
    public async Task A_secret_has_rules(string secret, string reason)
    {
        var answer = await PostAsync(Secrets, new JsonObject { ["secret"] = secret });

        Assert.That((answer.Status, answer["invalid_parameters.0.name"]), Is.EqualTo((HttpStatusCode.BadRequest, "secret")));
        Assert.That(answer["invalid_parameters.0.reason"], Does.Contain(reason));
    }

    [Test]
    public async Task There_are_at_most_two_secrets()
    {
        await PostAsync(Secrets, new JsonObject { ["secret"] = NewSecret });

        var answer = await PostAsync(Secrets, new JsonObject { ["secret"] = "YetAnother5ecret" });

        Assert.That((answer.Status, answer["title"]), Is.EqualTo((HttpStatusCode.BadRequest, "Bad Request")));
        Assert.That(answer["detail"], Does.Contain("2 secrets"));
    }

    [Test]
    public async Task The_last_secret_stays()
    {
        var id = (await GetAsync(Secrets))["_embedded.secrets.0.id"];

        var answer = await DeleteAsync($"{Secrets}/{id}");

        Assert.That((answer.Status, answer["title"]), Is.EqualTo((HttpStatusCode.Forbidden, "Secret Deletion Forbidden")));
    }

    [Test]
    public async Task What_does_not_exist_is_not_found()
    {
        Assert.That((await GetAsync($"{Secrets}/unknown"))["detail"], Is.EqualTo("ID 'unknown' could not be found"));
        Assert.That((await DeleteAsync($"{Secrets}/unknown")).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await GetAsync("/api.nexmo.com/accounts/other/secrets"))["title"], Is.EqualTo("Invalid API Key"));
    }
}
