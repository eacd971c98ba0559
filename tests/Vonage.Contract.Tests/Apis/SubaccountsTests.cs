using Vonage.Core;
using Vonage.Subaccounts;

namespace Vonage.Contract.Tests.Apis;

public class SubaccountsTests : SimulatedApi
{
    private static readonly DateTimeOffset Ever = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private string Primary => Simulator.ApiKey;

    [Test]
    public async Task Is_created_listed_renamed_and_suspended()
    {
        var created = await Vonage.Subaccounts.CreateAsync(new CreateSubaccountRequest("Department A") { Secret = "Password123" });
        await Vonage.Subaccounts.UpdateAsync(created.ApiKey!, new UpdateSubaccountRequest { Name = "Department B" });
        await Vonage.Subaccounts.SuspendAsync(created.ApiKey!);

        var primary = await Vonage.Subaccounts.GetPrimaryAccountAsync();
        var listed = (await Vonage.Subaccounts.ListAsync()).Single();
        Assert.Multiple(() =>
        {
            Assert.That(created.Secret, Is.EqualTo("Password123"));
            Assert.That(primary.Balance, Is.EqualTo(Simulator.Balance));
            Assert.That(listed.Name, Is.EqualTo("Department B"));
            Assert.That(listed.Suspended, Is.True);
            Assert.That(listed.Balance, Is.Null, "it spends the primary account's");
        });
        Assert.That((await Vonage.Subaccounts.ReactivateAsync(created.ApiKey!)).Suspended, Is.False);
        await FailingAsync(() => Vonage.Subaccounts.GetAsync("nobody00"), 404);
    }

    [Test]
    public async Task Balance_moves_and_never_goes_below_zero()
    {
        Simulator.Balance = 20m;
        var sub = await OwnBalanceAsync();
        await Vonage.Subaccounts.TransferBalanceAsync(Primary, sub, 12.5m, "May");
        await Vonage.Subaccounts.TransferBalanceAsync(sub, Primary, 2.5m);

        Assert.That(Simulator.Balance, Is.EqualTo(10m));
        Assert.That((await Vonage.Subaccounts.GetAsync(sub)).Balance, Is.EqualTo(10m));
        var error = await FailingAsync(() => Vonage.Subaccounts.TransferBalanceAsync(sub, Primary, 10.01m), 422);
        Assert.That(error.Problem!.Detail, Is.EqualTo("Insufficient balance"));
        Assert.That(Simulator.Balance, Is.EqualTo(10m), "a refused transfer moves nothing");
    }

    [Test]
    public async Task Credit_moves_and_never_goes_below_zero()
    {
        var sub = await OwnBalanceAsync();
        await Vonage.Subaccounts.TransferCreditAsync(Primary, sub, 40m);

        Assert.That(((await Vonage.Subaccounts.GetPrimaryAccountAsync()).CreditLimit, (await Vonage.Subaccounts.ListAsync())[0].CreditLimit), Is.EqualTo((-60m, -40m)));
        Assert.That((await FailingAsync(() => Vonage.Subaccounts.TransferCreditAsync(Primary, sub, 60.01m), 422)).Problem!.Detail, Is.EqualTo("Insufficient credit"));
        Assert.That((await FailingAsync(() => Vonage.Subaccounts.TransferCreditAsync(sub, Primary, 40.01m), 422)).Problem!.Title, Is.EqualTo("Invalid Transfer"));
    }

    [Test]
    public async Task An_account_that_shares_a_balance_has_none_to_move()
    {
        var sub = (await Vonage.Subaccounts.CreateAsync(new CreateSubaccountRequest("Shared"))).ApiKey!;
        await FailingAsync(() => Vonage.Subaccounts.TransferBalanceAsync(Primary, sub, 1m), 422);
    }

    [Test]
    public async Task Transfers_are_listed_by_time_and_account()
    {
        var (a, b) = (await OwnBalanceAsync(), await OwnBalanceAsync());
        await Vonage.Subaccounts.TransferBalanceAsync(Primary, a, 1m);
        await Vonage.Subaccounts.TransferBalanceAsync(Primary, b, 2m);
        await Vonage.Subaccounts.TransferCreditAsync(Primary, a, 3m);

        Assert.That((await Vonage.Subaccounts.ListBalanceTransfersAsync(Ever)).Select(t => t.Amount), Is.EqualTo([1m, 2m]));
        Assert.That((await Vonage.Subaccounts.ListBalanceTransfersAsync(Ever, new() { Subaccounts = [b] })).Select(t => t.Amount), Is.EqualTo([2m]));
        Assert.That((await Vonage.Subaccounts.ListCreditTransfersAsync(Ever)).Select(t => t.Amount), Is.EqualTo([3m]));
        Assert.That(await Vonage.Subaccounts.ListCreditTransfersAsync(Ever, new() { EndDate = Ever.AddYears(1) }), Is.Empty);
    }

    [Test]
    public async Task A_number_moves_once()
    {
        var (a, b) = (await OwnBalanceAsync(), await OwnBalanceAsync());
        await Vonage.Subaccounts.TransferNumberAsync(Primary, a, "23507703696", "GB");
        await FailingAsync(() => Vonage.Subaccounts.TransferNumberAsync(Primary, a, "23507703696", "GB"), 409);
        Assert.That((await FailingAsync(() => Vonage.Subaccounts.TransferNumberAsync(Primary, b, "23507703696", "GB"), 404)).Problem!.Detail, Does.Contain("ShortCode not found"));
    }

    [TestCase(0)]
    [TestCase(-1)]
    public async Task An_amount_is_above_zero(decimal amount)
    {
        var error = await Assert.ThrowsAsync<InvalidRequestException>(() => Vonage.Subaccounts.TransferBalanceAsync(Primary, "bbe6222f", amount));
        Assert.That(error!.Message, Does.Contain("amount"));
        Assert.That(Simulator.Requests, Is.Empty);
    }

    [Test]
    public async Task Without_an_api_key_nothing_is_sent()
    {
        var vonage = new VonageClient(VonageCredentials.FromApplication(Simulator.ApplicationId, Simulator.PrivateKeyPem));
        await Assert.ThatAsync(() => vonage.Subaccounts.ListAsync(), Throws.InstanceOf<InvalidRequestException>().With.Message.Contains("AccountKey"));
    }

    private async Task<string> OwnBalanceAsync() => (await Vonage.Subaccounts.CreateAsync(new CreateSubaccountRequest("Own") { UsePrimaryAccountBalance = false })).ApiKey!;
}
