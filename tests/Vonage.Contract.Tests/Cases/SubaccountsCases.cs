using Vonage.Subaccounts;

namespace Vonage.Contract.Tests.Cases;

internal static class SubaccountsCases
{
    private const string Accounts = "api.nexmo.com/accounts/{key}/";
    private static readonly DateTimeOffset Since = new(2026, 1, 2, 4, 4, 5, 678, TimeSpan.FromHours(1));
    private static readonly DateTimeOffset Until = new(2036, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public static IEnumerable<OperationCase> All() => [.. OfAccounts(), .. OfTransfers()];

    private static IEnumerable<OperationCase> OfAccounts()
    {
        yield return Case("list", "own key", "GET", "subaccounts", async (v, _) => Assert.That(await v.Subaccounts.ListAsync(), Is.Not.Null));
        yield return Case("list", "primary account", "GET", "subaccounts", async (v, _) => Assert.That((await v.Subaccounts.GetPrimaryAccountAsync()).ApiKey, Is.Not.Empty));
        yield return Case("list", "a key", "GET", "subaccounts", (v, ids) => v.Subaccounts.ListAsync(new() { AccountKey = ids.ApiKey }));
        yield return Case("create", "name only", "POST", "subaccounts", async (v, _) =>
        {
            var account = await v.Subaccounts.CreateAsync(new CreateSubaccountRequest("Department A"));
            Assert.That(account.ApiKey, Has.Length.EqualTo(8));
            Assert.That(account.Secret, Is.Not.Empty);
        }, """{"name":"Department A"}""");
        yield return Case("create", "own balance", "POST", "subaccounts",
            (v, ids) => v.Subaccounts.CreateAsync(new("Department A") { Secret = "Password123", UsePrimaryAccountBalance = false }, new() { AccountKey = ids.ApiKey }),
            """{"name":"Department A","secret":"Password123","use_primary_account_balance":false}""");
        yield return Case("get", "", "GET", "subaccounts/{sub}", async (v, ids) => Assert.That((await v.Subaccounts.GetAsync(await MakeAsync(v, ids))).ApiKey, Is.EqualTo(ids.Fill("{sub}"))));
        yield return Case("update", "name and balance", "PATCH", "subaccounts/{sub}",
            async (v, ids) => await v.Subaccounts.UpdateAsync(await MakeAsync(v, ids), new UpdateSubaccountRequest { Name = "Department B", UsePrimaryAccountBalance = false }),
            """{"name":"Department B","use_primary_account_balance":false}""");
        yield return Case("update", "suspend", "PATCH", "subaccounts/{sub}", async (v, ids) => await v.Subaccounts.SuspendAsync(await MakeAsync(v, ids)), """{"suspended":true}""");
        yield return Case("update", "reactivate", "PATCH", "subaccounts/{sub}", async (v, ids) => await v.Subaccounts.ReactivateAsync(await MakeAsync(v, ids)), """{"suspended":false}""");
    }

    private static IEnumerable<OperationCase> OfTransfers()
    {
        const string span = "start_date=2026-01-02T03%3A04%3A05Z&end_date=2036-01-02T03%3A04%3A05Z";
        yield return Case("listCreditTransfers", "own key", "GET", "credit-transfers", async (v, _) => Assert.That(await v.Subaccounts.ListCreditTransfersAsync(Since, new() { EndDate = Until }), Is.Not.Null), query: span);
        yield return Case("listCreditTransfers", "some subaccounts", "GET", "credit-transfers",
            (v, ids) => v.Subaccounts.ListCreditTransfersAsync(Since, new() { AccountKey = ids.ApiKey, Subaccounts = ["bbe6222f", "ad6dc56f"] }), query: "start_date=2026-01-02T03%3A04%3A05Z&subaccount=bbe6222f&subaccount=ad6dc56f");
        yield return Case("listBalanceTransfers", "own key", "GET", "balance-transfers", async (v, _) => Assert.That(await v.Subaccounts.ListBalanceTransfersAsync(Since, new() { EndDate = Until }), Is.Not.Null), query: span);
        yield return Case("listBalanceTransfers", "a key", "GET", "balance-transfers", (v, ids) => v.Subaccounts.ListBalanceTransfersAsync(Since, new() { AccountKey = ids.ApiKey }), query: "start_date=2026-01-02T03%3A04%3A05Z");
        yield return Case("transferCredit", "", "POST", "credit-transfers", async (v, ids) =>
        {
            var done = await v.Subaccounts.TransferCreditAsync(ids.ApiKey, await MakeAsync(v, ids), 12.5m, "May");
            Assert.That(done.Id, Is.Not.Empty);
            Assert.That(done.CreatedAt, Is.Not.Null);
        }, """{"from":"{key}","to":"{sub}","amount":12.5,"reference":"May"}""");
        yield return Case("transferBalance", "", "POST", "balance-transfers", async (v, ids) =>
        {
            var done = await v.Subaccounts.TransferBalanceAsync(ids.ApiKey, await MakeAsync(v, ids), 12.5m);
            Assert.That(done.Id, Is.Not.Empty);
        }, """{"from":"{key}","to":"{sub}","amount":12.5}""");
        yield return Case("transferNumber", "", "POST", "transfer-number", async (v, ids) =>
        {
            var done = await v.Subaccounts.TransferNumberAsync(ids.ApiKey, await MakeAsync(v, ids), "23507703696", "GB");
            Assert.That(done.Number, Is.EqualTo("23507703696"));
        }, """{"from":"{key}","to":"{sub}","number":"23507703696","country":"GB"}""");
    }

    private static OperationCase Case(string operation, string variant, string method, string path, Func<IVonageClient, Ids, Task> call, string? json = null, string query = "") =>
        new("subaccounts." + operation, variant, call) { Line = $"{method} {Accounts}{path}", Json = json, Query = query, Authorization = "Basic " };

    private static async Task<string> MakeAsync(IVonageClient v, Ids ids) =>
        ids.Keep("sub", (await v.Subaccounts.CreateAsync(new CreateSubaccountRequest("Department A") { UsePrimaryAccountBalance = false })).ApiKey);
}
