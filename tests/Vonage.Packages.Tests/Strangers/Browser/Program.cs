using Vonage;
using Vonage.Account;

var credentials = VonageCredentials.FromApiKey("abcd1234", "secret");
using var http = new HttpClient();
var account = new AccountClient(http, credentials, new VonageClientOptions { Hosts = { ["rest.nexmo.com"] = new Uri(args[0]) } });
Console.WriteLine($"{(OperatingSystem.IsBrowser() ? "browser" : "elsewhere")} {(await account.GetBalanceAsync()).Value}");

try
{
    _ = new AccountClient(credentials);
}
catch (PlatformNotSupportedException)
{
    Console.WriteLine("without an HttpClient: not supported");
}
