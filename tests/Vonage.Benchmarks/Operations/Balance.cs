using System.Net.Http.Headers;
using BenchmarkDotNet.Attributes;
using Newtonsoft.Json;
using Vonage.Account;

namespace Vonage.Benchmarks.Operations;

[Operation(8, "balance")]
public class Balance
{
    private const string Reply = """{"value":10.28,"autoReload":false}""";

    private static readonly Uri Address = new("https://rest.nexmo.com/account/get-balance");
    private static readonly AuthenticationHeaderValue Authorization = AuthenticationHeaderValue.Parse(TestAccount.Header);

    private readonly HttpClient _http = CannedHandler.CreateClient(Reply);
    private readonly AccountClient _account = new(CannedHandler.CreateClient(Reply), TestAccount.Credentials);

    [Benchmark(Baseline = true)]
    public async Task<object> Floor()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Address);
        request.Headers.Authorization = Authorization;
        using var response = await _http.SendAsync(request);
        return await FloorJson.ReadAsync<FloorBalance>(response);
    }

    [Benchmark]
    public async Task<object> Platform()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Address);
        request.Headers.Authorization = Authorization;
        using var response = await _http.SendAsync(request);
        return await PlatformJson.ReadAsync(response, PlatformJson.Default.PlatformBalance);
    }

    [Benchmark]
    public Task<Account.Balance> Ours() => _account.GetBalanceAsync();

    private sealed class FloorBalance
    {
        [JsonProperty("value")]
        public decimal Value { get; set; }

        [JsonProperty("autoReload")]
        public bool AutoReload { get; set; }
    }
}
