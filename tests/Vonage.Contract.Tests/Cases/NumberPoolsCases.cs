using Vonage.NumberPools;

namespace Vonage.Contract.Tests.Cases;

internal static class NumberPoolsCases
{
    private const string Pool = "pool_name";
    private const string Number = "447700900001";

    public static IEnumerable<OperationCase> All()
    {
        yield return Case("list", "all", "GET", "", async (v, _) =>
        {
            await MakeAsync(v);
            Assert.That((await v.NumberPools.ListAsync().FirstAsync()).PoolId, Is.EqualTo(Pool));
        }, query: "page=1");
        yield return Case("list", "page", "GET", "", async (v, ids) => Assert.That((await v.NumberPools.ListAsync(new() { AccountKey = ids.ApiKey, PageSize = 20 }).AsPages().FirstAsync()).TotalCount, Is.Not.Null), query: "page_size=20&page=1");
        yield return Case("create", "what is required", "POST", "", async (v, ids) => Assert.That((await MakeAsync(v)).AccountId, Is.EqualTo(ids.ApiKey)), """{"pool_id":"pool_name"}""");
        yield return Case("create", "all fields", "POST", "", async (v, ids) => Assert.That((await v.NumberPools.CreateAsync(new(Pool)
        {
            Fallback = NumberPoolFallback.Pool,
            LocalizedSenderPreferred = true,
            PredictableSenderPreferred = true,
        }, new() { AccountKey = ids.ApiKey })).Fallback, Is.EqualTo(NumberPoolFallback.Pool)), """{"pool_id":"pool_name","fallback":"Pool","localized_sender_preferred":true,"predictable_sender_preferred":true}""");
        yield return Case("get", "", "GET", "/pool_name", async (v, _) =>
        {
            await MakeAsync(v);
            Assert.That((await v.NumberPools.GetAsync(Pool)).Links?.Numbers?.Href, Is.Not.Null);
        });
        yield return Case("update", "all fields", "PATCH", "/pool_name", async (v, _) =>
        {
            await MakeAsync(v);
            await v.NumberPools.UpdateAsync(Pool, new() { Fallback = NumberPoolFallback.Reject, LocalizedSenderPreferred = false, PredictableSenderPreferred = true, PoolId = "new_name" });
        }, """{"fallback":"Reject","localized_sender_preferred":false,"predictable_sender_preferred":true,"pool_id":"new_name"}""");
        yield return Case("delete", "", "DELETE", "/pool_name", async (v, _) =>
        {
            await MakeAsync(v);
            Assert.That((await v.NumberPools.DeleteAsync(Pool)).PoolId, Is.EqualTo(Pool));
        });
        yield return Case("listNumbers", "", "GET", "/pool_name/numbers", async (v, _) =>
        {
            await FillAsync(v);
            Assert.That(await v.NumberPools.ListNumbersAsync(Pool, new() { PageSize = 10 }).FirstAsync(), Is.Not.Empty);
        }, query: "page_size=10&page=1");
        yield return Case("addNumbers", "", "POST", "/pool_name/numbers", (v, _) => FillAsync(v), """{"numbers":["447700900001"]}""");
        yield return Case("removeNumbers", "", "POST", "/pool_name/numbers/delete", async (v, _) =>
        {
            await FillAsync(v);
            Assert.That(await v.NumberPools.RemoveNumbersAsync(Pool, new() { Numbers = { "+44 7700 900001" } }), Is.Null);
        }, """{"numbers":["447700900001"]}""");
        yield return Case("removeNumber", "", "DELETE", "/pool_name/numbers/447700900001", async (v, _) =>
        {
            await FillAsync(v);
            await v.NumberPools.RemoveNumberAsync(Pool, Number);
        });
    }

    private static OperationCase Case(string operation, string variant, string method, string path, Func<IVonageClient, Ids, Task> call, string? json = null, string query = "") =>
        new($"number-pools.{operation}", variant, call) { Line = $"{method} api.nexmo.com/v2/numberpools/accounts/{{key}}/pools{path}", Json = json, Query = query, Authorization = "Basic " };

    private static Task<NumberPool> MakeAsync(IVonageClient v) => v.NumberPools.CreateAsync(new(Pool));

    private static async Task FillAsync(IVonageClient v)
    {
        await MakeAsync(v);
        Assert.That((await v.NumberPools.AddNumbersAsync(Pool, new() { Numbers = { Number } })).Error, Is.Null);
    }
}
