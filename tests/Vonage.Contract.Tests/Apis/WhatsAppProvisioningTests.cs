using Vonage.WhatsAppProvisioning;
using Vonage.WhatsAppTemplates;

namespace Vonage.Contract.Tests.Apis;

public class WhatsAppProvisioningTests : SimulatedApi
{
    private const string Waba = "123456789123";

    private IWhatsAppProvisioningClient Provisioning => Vonage.WhatsAppProvisioning;

    [Test]
    public async Task A_number_is_deployed_with_the_right_code()
    {
        var deployment = await Provisioning.CreateDeploymentAsync(Number());
        Assert.That(await StatusAsync(deployment), Is.EqualTo(DeploymentStatus.CodeSent));

        var error = await FailingAsync(() => Provisioning.VerifyDeploymentAsync(deployment.DeploymentId!, new("000000")), 422);
        Assert.That(error.Problem!.InvalidParameters.Single().Name, Is.EqualTo("code"));
        Assert.That(await StatusAsync(deployment), Is.EqualTo(DeploymentStatus.WrongCode));

        await Provisioning.ResendCodeAsync(deployment.DeploymentId!, new() { Method = CodeMethod.Voice });
        Assert.That(await StatusAsync(deployment), Is.EqualTo(DeploymentStatus.CodeSent));

        await Provisioning.VerifyDeploymentAsync(deployment.DeploymentId!, new("123456"));
        Assert.That(await StatusAsync(deployment), Is.EqualTo(DeploymentStatus.Ready));
        await FailingAsync(() => Provisioning.ResendCodeAsync(deployment.DeploymentId!, new()), 409);
        await FailingAsync(() => Provisioning.CreateDeploymentAsync(Number()), 409);

        // The account of the number now exists for the other APIs.
        Assert.That((await Vonage.WhatsAppTemplates.CreateAsync(Waba, new("hello", "en", MessageTemplateCategory.Marketing) { Components = { new BodyTemplateComponent("Hello") } })).Id, Is.Not.Empty);
        Assert.That((string?)(await Vonage.ChannelManager.GetWabaNumberAsync(Waba, "447700900000"))["number"], Is.EqualTo("447700900000"));

        await Provisioning.DeleteDeploymentAsync(deployment.DeploymentId!);
        await FailingAsync(() => StatusAsync(deployment), 404);
    }

    [Test]
    public async Task A_profile_keeps_what_is_not_changed()
    {
        var id = (await Provisioning.CreateDeploymentAsync(Number())).DeploymentId!;
        await Provisioning.UpdateProfileAsync(id, new() { About = "Parcels", Vertical = BusinessVertical.TravelAndTransportation });

        await Provisioning.UpdateProfileAsync(id, new() { Email = "help@example.com" });

        var profile = await Provisioning.GetProfileAsync(id);
        Assert.That((profile.About, profile.Email, profile.Vertical), Is.EqualTo(("Parcels", "help@example.com", (BusinessVertical?)BusinessVertical.TravelAndTransportation)));
    }

    [Test]
    public async Task A_profile_against_the_rules_is_not_sent()
    {
        var about = await Assert.ThrowsAsync<Core.InvalidRequestException>(() => Provisioning.UpdateProfileAsync("one", new() { About = new string('a', 140) }));
        var websites = await Assert.ThrowsAsync<Core.InvalidRequestException>(() => Provisioning.UpdateProfileAsync("one", new() { Websites = { "a", "b", "c" } }));

        Assert.That((about!.Field, websites!.Field), Is.EqualTo(("about", "websites")));
        Assert.That(Simulator.Requests, Is.Empty);
    }

    [Test]
    public async Task Stickers_have_an_index_in_their_pack()
    {
        var id = (await Provisioning.CreateDeploymentAsync(Number())).DeploymentId!;
        var pack = (await Provisioning.CreateStickerPackAsync(id, new("ACME", "Parcels"))).Id!;
        var first = await Provisioning.CreateStickerAsync(id, pack, new("one") { Emojis = { "📦" } });
        var second = await Provisioning.CreateStickerAsync(id, pack, new("two"));

        var deleted = await Provisioning.DeleteStickerAsync(id, pack, first.Index!);

        Assert.That((deleted.ImageDataId, (string?)deleted.Emojis.Single()), Is.EqualTo(("one", "📦")));
        Assert.That((await Provisioning.ListStickersAsync(id, pack)).Select(sticker => sticker.Index), Is.EqualTo([second.Index]));
        await FailingAsync(() => Provisioning.GetStickerAsync(id, pack, first.Index!), 404);
        await FailingAsync(() => Provisioning.GetStickerPackAsync(id, "unknown"), 404);
    }

    [Test]
    public async Task An_empty_list_instead_of_a_sticker_is_an_error()
    {
        Simulator.Respond("whatsapp-provisioning.getSticker", new Simulation.SimulatedResponse { StatusCode = 200, Body = """{"stickers":[]}""" });

        var error = await Assert.ThrowsAsync<VonageApiException>(() => Provisioning.GetStickerAsync("one", "two", "3"));

        Assert.That(error!.Message, Does.Contain("The list in the response is empty."));
    }

    private static CreateDeploymentRequest Number() => new() { CountryCode = "44", Number = "7700900000", VnameCertificate = "AbCdEFGHiJK123456", Method = CodeMethod.Sms, WabaId = Waba };

    private async Task<DeploymentStatus?> StatusAsync(WhatsAppDeployment deployment) => (await Provisioning.GetDeploymentAsync(deployment.DeploymentId!)).CurrentState?.Title;
}
