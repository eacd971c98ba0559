using Vonage.Core;
using Vonage.ExternalAccounts;

namespace Vonage.Contract.Tests.Apis;

public class ExternalAccountsTests : SimulatedApi
{
    [Test]
    public async Task Accounts_are_listed_on_all_pages()
    {
        for (var i = 0; i < 25; i++)
            Simulator.AddExternalAccount(i % 5 == 0 ? ExternalAccountProvider.Rcs : ExternalAccountProvider.WhatsApp, $"44770090000{i}");

        Assert.That(await AllAsync(Vonage.ExternalAccounts.ListAsync(new() { PageSize = 10 })), Has.Count.EqualTo(25));
        Assert.That((await AllAsync(Vonage.ExternalAccounts.ListAsync(new() { Provider = ExternalAccountProvider.Rcs }))).Select(account => account.Provider), Is.EqualTo(Enumerable.Repeat(ExternalAccountProvider.Rcs, 5)));
    }

    [Test]
    public async Task What_is_created_is_read_back_changed_and_deleted()
    {
        await Vonage.ExternalAccounts.CreateMessengerAccountAsync(new("1", "token") { Name = "My page" });
        Assert.That((await FailingAsync(() => Vonage.ExternalAccounts.CreateMessengerAccountAsync(new("1", "token")), 400)).Message, Does.Contain("external_id"));

        await Vonage.ExternalAccounts.UpdateMessengerAccountAsync("1", new() { AccessToken = "new token" });
        var account = await Vonage.ExternalAccounts.GetMessengerAccountAsync("1");
        Assert.That((account.Name, account.AccessToken, account.ApiKey), Is.EqualTo(("My page", "new token", Simulator.ApiKey)));

        await Vonage.ExternalAccounts.DeleteMessengerAccountAsync("1");
        Assert.That((await FailingAsync(() => Vonage.ExternalAccounts.GetMessengerAccountAsync("1"), 404)).Body, Is.Empty);
        await FailingAsync(() => Vonage.ExternalAccounts.GetViberAccountAsync("1"), 404);
        await FailingAsync(() => Vonage.ExternalAccounts.GetWhatsAppAccountAsync("1"), 404);
    }

    [Test]
    public async Task An_account_has_one_application()
    {
        Simulator.AddExternalAccount(ExternalAccountProvider.Viber, "16273");
        var other = await Vonage.Applications.CreateAsync(new("Other"));
        var accounts = Vonage.ExternalAccounts;

        Assert.That((await accounts.LinkApplicationAsync(ExternalAccountProvider.Viber, "16273", new(Simulator.ApplicationId))).Applications, Is.EqualTo([Simulator.ApplicationId]));
        await FailingAsync(() => accounts.LinkApplicationAsync(ExternalAccountProvider.Viber, "16273", new(other.Id)), 409);
        await FailingAsync(() => accounts.LinkApplicationAsync(ExternalAccountProvider.Viber, "16273", new("none")), 403);
        await FailingAsync(() => accounts.LinkApplicationAsync(ExternalAccountProvider.Rcs, "16273", new(other.Id)), 403);
        await FailingAsync(() => accounts.UnlinkApplicationAsync(ExternalAccountProvider.Viber, "16273", other.Id), 409);
        await accounts.UnlinkApplicationAsync(ExternalAccountProvider.Viber, "16273", Simulator.ApplicationId);
        Assert.That((await accounts.GetViberAccountAsync("16273")).Applications, Is.Empty);

        var error = await Assert.ThrowsAsync<InvalidRequestException>(() => accounts.CreateMessengerAccountAsync(new("1", "token") { Applications = { "a", "b" } }));
        Assert.That(error!.Message, Does.Contain("applications must contain 0 to 1 items, but contains 2"));
    }
}
