using System.Security.Cryptography;
using Vonage.Applications;
using Vonage.Simulation;

namespace Vonage.Contract.Tests.Apis;

public class ApplicationsTests : SimulatedApi
{
    [Test]
    public async Task Is_created_fetched_listed_changed_and_deleted()
    {
        var created = await Vonage.Applications.CreateAsync(new("First") { Capabilities = new() { Messages = new() { AuthenticateInboundMedia = true } } });
        Assert.That((await Vonage.Applications.GetAsync(created.Id)).Keys!.PrivateKey, Is.Null, "the private key is told once");

        var changes = UpdateApplicationRequest.From(await Vonage.Applications.GetAsync(created.Id));
        changes.Name = "Renamed";
        await Vonage.Applications.UpdateAsync(created.Id, changes);

        var listed = (await AllAsync(Vonage.Applications.ListAsync())).Single(application => application.Id != Simulator.ApplicationId);
        Assert.Multiple(() =>
        {
            Assert.That(listed.Name, Is.EqualTo("Renamed"));
            Assert.That(listed.Capabilities!.Messages!.AuthenticateInboundMedia, Is.True);
            Assert.That(listed.Keys!.PublicKey, Is.EqualTo(created.Keys!.PublicKey));
        });
        await Vonage.Applications.DeleteAsync(created.Id);
        await FailingAsync(() => Vonage.Applications.GetAsync(created.Id), 404);
        Assert.That((await AllAsync(Vonage.Applications.ListAsync())).Select(application => application.Id), Is.EqualTo([Simulator.ApplicationId]));
    }

    [Test]
    public async Task A_capability_is_changed_and_the_rest_is_kept()
    {
        var created = await Vonage.Applications.CreateAsync(new("Application")
        {
            Keys = new() { PublicKey = "x" },
            Privacy = new() { ImproveAi = false },
            Capabilities = new() { Messages = new() { AuthenticateInboundMedia = true }, Rtc = new() },
        });

        var updated = await Vonage.Applications.UpdateCapabilityAsync(created.Id, capabilities =>
        {
            capabilities.Voice = new() { SignedCallbacks = true };
            capabilities.Rtc = null;
        });

        Assert.Multiple(() =>
        {
            Assert.That((updated.Name, updated.Keys!.PublicKey, updated.Privacy!.ImproveAi), Is.EqualTo(("Application", created.Keys!.PublicKey, false)));
            Assert.That(updated.Capabilities!.Messages!.AuthenticateInboundMedia, Is.True);
            Assert.That(updated.Capabilities.Voice!.SignedCallbacks, Is.True);
            Assert.That(updated.Capabilities.Rtc, Is.Null);
            Assert.That(Simulator.Requests.TakeLast(2).Select(r => r.Operation), Is.EqualTo(["applications.get", "applications.update"]));
        });
    }

    [Test]
    public async Task A_change_that_fails_writes_nothing()
    {
        var created = await Vonage.Applications.CreateAsync(new("Application") { Keys = new() { PublicKey = "x" } });

        await Thrown.By<InvalidOperationException>(() => Vonage.Applications.UpdateCapabilityAsync(created.Id, _ => throw new InvalidOperationException()));

        Assert.That(Simulator.Requests.Select(r => r.Operation), Does.Not.Contain("applications.update"));
    }

    [Test]
    public async Task An_application_without_capabilities_gets_its_first()
    {
        Simulator.Respond("applications.get", new SimulatedResponse { StatusCode = 200, Body = """{"id":"a","name":"Application"}""" });
        var created = await Vonage.Applications.CreateAsync(new("Application") { Keys = new() { PublicKey = "x" } });

        var updated = await Vonage.Applications.UpdateCapabilityAsync(created.Id, capabilities => capabilities.Rtc = new());

        Assert.That(updated.Capabilities!.Rtc, Is.Not.Null);
    }

    [Test]
    public async Task Pages_are_followed_lazily_and_twice()
    {
        for (var i = 0; i < 5; i++)
            await Vonage.Applications.CreateAsync(new($"A{i}") { Keys = new() { PublicKey = "x" } });
        Simulator.Requests.Clear();
        var list = Vonage.Applications.ListAsync(new() { PageSize = 2 });
        Assert.That(Simulator.Requests, Is.Empty);

        await foreach (var application in list)
            if (application.Name == "A0")
                break;
        Assert.That(Simulator.Requests, Has.Count.EqualTo(1));

        Assert.That((await AllAsync(list)).Select(a => a.Name), Is.EqualTo(["Simulator", "A0", "A1", "A2", "A3", "A4"]));
        Assert.That(Simulator.Requests, Has.Count.EqualTo(4));
    }

    [Test]
    public async Task A_key_pair_of_ones_own_never_leaves_with_its_private_half()
    {
        var keys = ApplicationKeyPair.Generate();
        var application = await Vonage.Applications.CreateAsync(new("Mine", keys));

        Assert.Multiple(() =>
        {
            Assert.That(application.Keys!.PublicKey, Is.EqualTo(keys.PublicKeyPem));
            Assert.That(application.Keys.PrivateKey, Is.Null);
            Assert.That(Simulator.Requests[^1].Body, Does.Not.Contain("PRIVATE"));
            Assert.That(VonageCredentials.FromApplication(application.Id, keys.PrivateKeyPem), Is.Not.Null);
        });
    }

    [Test]
    public void A_key_pair_signs_and_verifies()
    {
        var keys = ApplicationKeyPair.Generate();
        using var own = RSA.Create();
        own.ImportFromPem(keys.PrivateKeyPem);
        using var theirs = RSA.Create();
        theirs.ImportFromPem(keys.PublicKeyPem);
        byte[] data = [1, 2, 3];
        var signature = own.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

        Assert.Multiple(() =>
        {
            Assert.That(own.KeySize, Is.EqualTo(2048));
            Assert.That(theirs.VerifyData(data, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1), Is.True);
            Assert.That(keys.PrivateKeyPem, Is.EqualTo(own.ExportPkcs8PrivateKeyPem() + "\n"));
            Assert.That(keys.PublicKeyPem, Is.EqualTo(own.ExportSubjectPublicKeyInfoPem() + "\n"));
            Assert.That(ApplicationKeyPair.Generate().PublicKeyPem, Is.Not.EqualTo(keys.PublicKeyPem));
        });
    }

    [Test]
    public void A_limit_is_checked_when_the_list_is_made() =>
        Assert.That(() => Vonage.Applications.ListAsync(new() { PageSize = 101 }), Throws.InstanceOf<Core.InvalidRequestException>().With.Message.Contains("PageSize"));
}
