using Newtonsoft.Json.Linq;
using Vonage.Core;
using Vonage.TenDlc;

namespace Vonage.Contract.Tests.Apis;

public class TenDlcTests : SimulatedApi
{
    private static readonly CreateCampaignRequest Offers = new() { UseCase = CampaignUseCase.Marketing, Description = "Offers and answers to questions, for customers who asked for them." };

    [Test]
    public async Task A_brand_is_changed_listed_in_pages_and_deleted()
    {
        for (var i = 0; i < 25; i++)
            await Vonage.TenDlc.CreateBrandAsync(new("abcd1234") { DisplayName = $"Brand {i}" });
        var brands = await AllAsync(Vonage.TenDlc.ListBrandsAsync(new() { PageSize = 10 }));
        Assert.That(brands.Select(brand => brand.DisplayName), Is.EqualTo(Enumerable.Range(0, 25).Select(i => $"Brand {i}")));

        var changed = await Vonage.TenDlc.UpdateBrandAsync(brands[3].BrandId, new() { Website = "https://example.org" });
        Assert.That((changed.DisplayName, changed.Website), Is.EqualTo(("Brand 3", "https://example.org")));
        Assert.That((await Vonage.TenDlc.GetBrandAsync(brands[3].BrandId)).Website, Is.EqualTo("https://example.org"));

        await Vonage.TenDlc.DeleteBrandAsync(brands[3].BrandId);
        await FailingAsync(() => Vonage.TenDlc.GetBrandAsync(brands[3].BrandId), 404);
        Assert.That(await AllAsync(Vonage.TenDlc.ListBrandsAsync()), Has.Count.EqualTo(24));
    }

    [Test]
    public async Task A_campaign_belongs_to_its_brand()
    {
        var (one, other) = (await BrandAsync(), await BrandAsync());
        var campaign = await Vonage.TenDlc.CreateCampaignAsync(one, Offers);
        Assert.That((campaign.BrandId, campaign.ResellerId, campaign.OptOutKeywords), Is.EqualTo((one, "R000000", "STOP")));
        Assert.That((await Vonage.TenDlc.GetBrandAsync(one)).CampaignCount, Is.EqualTo(1));
        Assert.That(await AllAsync(Vonage.TenDlc.ListCampaignsAsync(other)), Is.Empty);
        await FailingAsync(() => Vonage.TenDlc.GetCampaignAsync(other, campaign.CampaignId), 404);

        await Vonage.TenDlc.UpdateCampaignAsync(one, campaign.CampaignId, new() { MessageFlowDetails = new() { ConsentMechanisms = { new() { Details = "A form." }, new() { Details = "A call." } } } });
        Assert.That((await Vonage.TenDlc.GetCampaignAsync(one, campaign.CampaignId)).MessageFlow, Is.EqualTo("A form. A call."));

        await Vonage.TenDlc.DeleteCampaignAsync(one, campaign.CampaignId);
        await FailingAsync(() => Vonage.TenDlc.GetCampaignAsync(one, campaign.CampaignId), 404);
        Assert.That((await Vonage.TenDlc.GetBrandAsync(one)).CampaignCount, Is.Zero);
    }

    [Test]
    public async Task A_number_is_linked_to_one_campaign_only()
    {
        var brand = await BrandAsync();
        var (one, other) = ((await Vonage.TenDlc.CreateCampaignAsync(brand, Offers)).CampaignId, (await Vonage.TenDlc.CreateCampaignAsync(brand, Offers)).CampaignId);
        var linked = await Vonage.TenDlc.LinkNumberAsync(brand, one, new("+1 415 555 0110", "US"));
        Assert.That((linked.Number, linked.Status), Is.EqualTo(("14155550110", LinkedNumberStatus.Pending)));
        Assert.That((await Vonage.TenDlc.GetNumberAsync(brand, one, linked.Number)).Status, Is.EqualTo(LinkedNumberStatus.Approved));
        await FailingAsync(() => Vonage.TenDlc.LinkNumberAsync(brand, other, new(linked.Number, "US")), 409);

        await Vonage.TenDlc.UnlinkNumberAsync(brand, one, linked.Number);
        await FailingAsync(() => Vonage.TenDlc.GetNumberAsync(brand, one, linked.Number), 404);
        await Vonage.TenDlc.LinkNumberAsync(brand, other, new(linked.Number, "US"));
        await Vonage.TenDlc.DeleteBrandAsync(brand);
        var next = await BrandAsync();
        await Vonage.TenDlc.LinkNumberAsync(next, (await Vonage.TenDlc.CreateCampaignAsync(next, Offers)).CampaignId, new(linked.Number, "US"));
    }

    [Test]
    public async Task A_vetting_is_pending_and_then_has_a_score()
    {
        var brand = await BrandAsync();
        var started = await Vonage.TenDlc.StartVettingAsync(brand, new(VettingProviderId.Aegis, "STANDARD"));
        var vetting = (await Vonage.TenDlc.ListVettingsAsync(brand)).Single();
        Assert.That((started.VettingStatus, vetting.VettingId, vetting.VettingStatus, vetting.VettingScore), Is.EqualTo((VettingStatus.Pending, started.VettingId, VettingStatus.Active, (int?)75)));
    }

    [Test]
    public async Task A_campaign_of_a_partner_comes_with_its_brand()
    {
        var imported = await Vonage.TenDlc.ImportPartnerCampaignAsync(new("abcd1234", "C123ABC"));
        var campaign = await Vonage.TenDlc.GetCampaignAsync(imported.BrandId!, imported.CampaignId!);
        Assert.That((campaign.RegistryCampaignId, campaign.Partner), Is.EqualTo(("C123ABC", true)));
    }

    [Test]
    public async Task Unknown_ids_are_not_found()
    {
        var brand = await BrandAsync();
        await FailingAsync(() => Vonage.TenDlc.UpdateBrandAsync("NOBRAND", new()), 404);
        await FailingAsync(() => Vonage.TenDlc.GetBrandFeedbackAsync("NOBRAND"), 404);
        await FailingAsync(() => AllAsync(Vonage.TenDlc.ListCampaignsAsync("NOBRAND")), 404);
        await FailingAsync(() => Vonage.TenDlc.DeleteCampaignAsync(brand, "NOCAMPAIGN"), 404);
        await FailingAsync(() => AllAsync(Vonage.TenDlc.ListNumbersAsync(brand, "NOCAMPAIGN")), 404);
        var campaign = await Vonage.TenDlc.CreateCampaignAsync(brand, Offers);
        await FailingAsync(() => Vonage.TenDlc.UnlinkNumberAsync(brand, campaign.CampaignId, "14155550110"), 404);
    }

    [TestCase("status", "==", "PENDING", 3)]
    [TestCase("display_name", "!=", "B", 2)]
    [TestCase("campaign_count", ">", 0, 1)]
    [TestCase("campaign_count", "<=", 0, 2)]
    [TestCase("_links.nothing.href", "=", "x", 0)]
    public async Task A_filter_selects_what_is_listed(string field, string type, object value, int count)
    {
        foreach (var name in new[] { "A", "B", "C" })
            await Vonage.TenDlc.CreateBrandAsync(new("abcd1234") { DisplayName = name });
        await Vonage.TenDlc.CreateCampaignAsync((await AllAsync(Vonage.TenDlc.ListBrandsAsync()))[0].BrandId, Offers);

        var found = await AllAsync(Vonage.TenDlc.ListBrandsAsync(new() { Filter = [[new(field, new TenDlcFilterType(type), JToken.FromObject(value))]] }));

        Assert.That(found, Has.Count.EqualTo(count));
    }

    [Test]
    public async Task The_simulator_does_not_guess_what_a_filter_means()
    {
        var prefix = await FailingAsync(() => AllAsync(Vonage.TenDlc.ListBrandsAsync(new() { Filter = [[new("status", TenDlcFilterType.StartsWith, "P")]] })), 422);
        var several = await FailingAsync(() => AllAsync(Vonage.TenDlc.ListBrandsAsync(new() { Filter = [[new("a", TenDlcFilterType.Equal, 1), new("b", TenDlcFilterType.Equal, true)]] })), 422);
        Assert.That(prefix.Message, Does.Contain("'^='"));
        Assert.That(several.Message, Does.Contain("one condition"));
    }

    [Test]
    public void The_limits_of_a_filter_are_checked_before_it_is_sent()
    {
        TenDlcFilter condition = new("status", TenDlcFilterType.Equal, "x");
        Assert.That(Refused([[condition], [condition], [condition], [condition]]), Does.Contain("Filter").And.Contain("3"));
        Assert.That(Refused([[condition], []]), Does.Contain("Filter[1]").And.Contain("1"));
        Assert.That(Refused([[new() { Field = "status", Comparison = TenDlcFilterType.Equal, Value = 1 }, new()]]), Does.Contain("Filter[0][1].field"));
        Assert.That(Simulator.Requests, Is.Empty);

        string Refused(IEnumerable<IList<TenDlcFilter>> filter) => Assert.Throws<InvalidRequestException>(() => Vonage.TenDlc.ListBrandsAsync(new() { Filter = filter }))!.Message;
    }

    [Test]
    public async Task A_country_has_capital_letters_and_a_campaign_a_use_case()
    {
        await RefusedAsync("country", () => Vonage.TenDlc.CreateBrandAsync(new("abcd1234") { Country = "us" }));
        await RefusedAsync("ein_issuing_country", () => Vonage.TenDlc.CreateBrandAsync(new("abcd1234") { EinIssuingCountry = "Us" }));
        await RefusedAsync("country", () => Vonage.TenDlc.UpdateBrandAsync("B123456", new() { Country = "USA" }));
        await RefusedAsync("ein_issuing_country", () => Vonage.TenDlc.UpdateBrandAsync("B123456", new() { EinIssuingCountry = "U1" }));
        await RefusedAsync("country", () => Vonage.TenDlc.LinkNumberAsync("B123456", "C123456", new("14155550110", "us")));
        await RefusedAsync("usecase", () => Vonage.TenDlc.CreateCampaignAsync("B123456", new() { Description = Offers.Description }));
        Assert.That(Simulator.Requests, Is.Empty);

        static async Task RefusedAsync(string field, Func<Task> call) => Assert.That((await Assert.ThrowsAsync<InvalidRequestException>(() => call()))!.Field, Is.EqualTo(field));
    }

    // As the reference writes them.
    [Test]
    public async Task IDs_and_links_are_those_of_the_API()
    {
        var brand = await Vonage.TenDlc.CreateBrandAsync(new("abcd1234"));
        var campaign = await Vonage.TenDlc.CreateCampaignAsync(brand.BrandId, Offers);
        var number = await Vonage.TenDlc.LinkNumberAsync(brand.BrandId, campaign.CampaignId, new("14155550110", "US"));
        Assert.That(new[] { brand.BrandId, campaign.CampaignId }, Is.All.Match("^[0-9A-F]{7}$"));
        Assert.That(new[] { brand.Links, campaign.Links, number.Links }.Select(links => links!.Self!.Href!.AbsoluteUri), Is.EqualTo(new[]
        {
            $"https://api-eu.vonage.com/v1/10dlc/brands/{brand.BrandId}",
            $"https://api-eu.vonage.com/v1/10dlc/brands/{brand.BrandId}/campaigns/{campaign.CampaignId}",
            $"https://api-eu.vonage.com/v1/10dlc/brands/{brand.BrandId}/campaigns/{campaign.CampaignId}/numbers/14155550110",
        }));
    }

    [Test]
    public async Task A_refusal_names_the_fields()
    {
        Simulator.Respond("ten-dlc.createBrand", 422);
        var error = await FailingAsync(() => Vonage.TenDlc.CreateBrandAsync(new("abcd1234")), 422);
        Assert.That(error.Problem!.InvalidParameters.Select(field => (field.Name, field.Reason)), Is.EqualTo([("company_name", "Field 'company_name' is not unique")]));

        var brand = await BrandAsync();
        var reply = await FailingAsync(() => Vonage.Raw.PostAsync<JObject>($"https://api-eu.vonage.com/v1/10dlc/brands/{brand}/vetting/requests", new { evp_id = "Aegis" }, ApiAuthentication.Basic), 422);
        Assert.That(reply.Problem!.InvalidParameters.Select(field => (field.Name, field.Reason)), Is.EqualTo([("vetting_class", "is required")]));
        Assert.That(reply.Body, Does.Contain("\"field\"").And.Not.Contain("\"reason\""));
    }

    private async Task<string> BrandAsync() => (await Vonage.TenDlc.CreateBrandAsync(new("abcd1234") { DisplayName = "Example" })).BrandId;
}
