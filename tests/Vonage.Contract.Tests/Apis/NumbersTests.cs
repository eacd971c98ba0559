using Vonage.Core;
using Vonage.Numbers;
using Vonage.Pricing;
using Vonage.Simulation;
using Vonage.Testing;

namespace Vonage.Contract.Tests.Apis;

/// <summary>Numbers: from search to cancellation; and the errors of Numbers and Pricing.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class NumbersTests : IAsyncDisposable
{
    private VonageSimulator _simulator = null!;
    private VonageClient _vonage = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _simulator = await VonageSimulator.StartAsync();
        _vonage = _simulator.CreateClient();
    }

    [TearDown]
    public async ValueTask DisposeAsync() => await _simulator.DisposeAsync();

    [Test]
    public async Task A_number_is_found_bought_set_up_and_given_back()
    {
        var balance = _simulator.Balance;
        var free = await _vonage.Numbers.SearchAvailableAsync("US", new() { Features = NumberFeatureSet.SmsMms, PageSize = 1 }).FirstAsync();

        await _vonage.Numbers.BuyAsync(free.Country!, free.Msisdn!);
        Assert.That(_simulator.Balance, Is.EqualTo(balance - free.Cost));
        Assert.That(await StatusOf(() => _vonage.Numbers.BuyAsync(free.Country!, free.Msisdn!)), Is.EqualTo(420), "it is taken");

        await _vonage.Numbers.UpdateAsync(new() { Country = "US", Msisdn = free.Msisdn!, ApplicationId = "my-application", InboundHttpUrl = new("https://example.com/sms") });
        await _vonage.Numbers.UpdateAsync(new() { Country = "US", Msisdn = free.Msisdn!, InboundHttpUrl = new("", UriKind.Relative) });
        var owned = await _vonage.Numbers.ListOwnedAsync(new() { ApplicationId = "my-application" }).SingleAsync();
        Assert.That((owned.Msisdn, owned.ApplicationId, owned.InboundHttpUrl), Is.EqualTo((free.Msisdn, "my-application", (Uri?)null)));

        await _vonage.Numbers.CancelAsync("US", free.Msisdn!);
        Assert.That(await _vonage.Numbers.ListOwnedAsync(new() { Country = "US" }).ToListAsync(), Is.Empty);
        Assert.That(await StatusOf(() => _vonage.Numbers.CancelAsync("US", free.Msisdn!)), Is.EqualTo(420));
    }

    [Test]
    public async Task Pages_are_followed_until_the_caller_stops()
    {
        var all = new List<string?>();
        await foreach (var number in _vonage.Numbers.SearchAvailableAsync("GB", new() { PageSize = 10 }))
            all.Add(number.Msisdn);
        Assert.That((all.Count, all.Distinct().Count()), Is.EqualTo((25, 25)));
        Assert.That(_simulator.Requests.Count, Is.EqualTo(3), "the count says that there is no fourth page");

        _simulator.Requests.Clear();
        var seen = 0;
        await foreach (var number in _vonage.Numbers.SearchAvailableAsync("GB", new() { PageSize = 10 }))
            if (++seen == 11)
                break;
        Assert.That(_simulator.Requests.Count, Is.EqualTo(2));
    }

    [Test]
    public async Task A_subaccounts_number_is_not_in_the_accounts_list()
    {
        await _vonage.Numbers.BuyAsync("GB", "447700900100", "1a2345b7");
        Assert.That(await _vonage.Numbers.ListOwnedAsync(new() { Pattern = "447700900100" }).ToListAsync(), Is.Empty);
        Assert.That(await StatusOf(() => _vonage.Numbers.CancelAsync("GB", "447700900100")), Is.EqualTo(420));
    }

    [TestCase("420", "420")]
    [TestCase("low balance", "unknown format")]
    public async Task A_failure_in_a200_is_an_error(string code, string words)
    {
        _simulator.Respond("numbers.buy", new SimulatedResponse { StatusCode = 200, Body = $$"""{"error-code":"{{code}}","error-code-label":"method failed"}""" });
        var error = await Thrown.By<VonageApiException>(() => _vonage.Numbers.BuyAsync("GB", "447700900100"));
        Assert.That(error.Message, Does.Contain(words).And.Contain("method failed"));
    }

    [TestCase("listOwned", 401)]
    [TestCase("searchAvailable", 401)]
    [TestCase("buy", 401)]
    [TestCase("buy", 420)]
    [TestCase("cancel", 401)]
    [TestCase("update", 401)]
    public async Task Each_documented_error_is_typed(string operation, int status)
    {
        _simulator.Respond("numbers." + operation, status);
        var error = await Thrown.By<VonageApiException>(() => operation switch
        {
            "listOwned" => _vonage.Numbers.ListOwnedAsync().ToListAsync().AsTask(),
            "searchAvailable" => _vonage.Numbers.SearchAvailableAsync("GB").ToListAsync().AsTask(),
            "buy" => _vonage.Numbers.BuyAsync("GB", "447700900100"),
            "cancel" => _vonage.Numbers.CancelAsync("GB", "447700900100"),
            _ => _vonage.Numbers.UpdateAsync(new() { Country = "GB", Msisdn = "447700900100" }),
        });
        Assert.That((int)error.StatusCode!, Is.EqualTo(status));
        Assert.That(error.Problem?.Title, Is.Not.Empty);
    }

    [TestCase("getCountry", 400)]
    [TestCase("getCountry", 401)]
    [TestCase("getCountry", 404)]
    [TestCase("getCountry", 429)]
    [TestCase("listCountries", 401)]
    [TestCase("listCountries", 429)]
    [TestCase("listByPrefix", 400)]
    [TestCase("listByPrefix", 404)]
    public async Task Each_error_of_pricing_is_typed(string operation, int status)
    {
        _simulator.Respond("pricing." + operation, status);
        var error = await Thrown.By<VonageApiException>(() => operation switch
        {
            "getCountry" => _vonage.Pricing.GetCountryAsync(PricingProduct.Sms, "CA"),
            "listCountries" => _vonage.Pricing.ListCountriesAsync(PricingProduct.Sms),
            _ => _vonage.Pricing.ListByPrefixAsync(PricingProduct.Sms, "1"),
        });
        Assert.That((int)error.StatusCode!, Is.EqualTo(status));
        Assert.That(error.Problem?.Title is { Length: > 0 }, Is.EqualTo(status is 400 or 401));
        Assert.That(error.Problem is { InvalidParameters: [var first, ..] } ? first.Name : null, Is.EqualTo(status is 400 ? "country" : null));
    }

    [Test]
    public async Task Rules_are_checked_before_sending()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await FieldOf(() => _vonage.Numbers.BuyAsync("GBR", "447700900100")), Is.EqualTo("country"));
            Assert.That(await FieldOf(() => _vonage.Numbers.BuyAsync("GB", "07700900100")), Is.EqualTo("msisdn"));
            Assert.That(await FieldOf(() => _vonage.Numbers.ListOwnedAsync(new() { PageSize = 101 }).ToListAsync().AsTask()), Is.EqualTo("PageSize"));
            Assert.That(await FieldOf(() => _vonage.Numbers.UpdateAsync(new() { Country = "GB", Msisdn = "447700900100", VoiceCallbackType = VoiceCallbackType.Sip })), Is.EqualTo("voiceCallbackValue"));
            Assert.That(await FieldOf(() => _vonage.Numbers.UpdateAsync(new() { Country = "GB", Msisdn = "447700900100", VoiceCallbackValue = "447700900001" })), Is.EqualTo("voiceCallbackType"));
            Assert.That(await FieldOf(() => _vonage.Pricing.GetCountryAsync(PricingProduct.Sms, "Canada")), Is.EqualTo("country"));
            Assert.That(_simulator.Requests, Is.Empty);
        }

        static async Task<string> FieldOf(Func<Task> call) => (await Thrown.By<InvalidRequestException>(call)).Field;
    }

    private static async Task<int> StatusOf(Func<Task> call) => (int)(await Thrown.By<VonageApiException>(call)).StatusCode!;
}
