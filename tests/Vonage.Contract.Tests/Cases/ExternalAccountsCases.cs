using Vonage.ExternalAccounts;

namespace Vonage.Contract.Tests.Cases;

internal static class ExternalAccountsCases
{
    private const string Page = "12345678";

    public static IEnumerable<OperationCase> All()
    {
        yield return Case("list", "all", "GET", "", async (v, _) => Assert.That((await v.ExternalAccounts.ListAsync().FirstAsync()).ApiKey, Is.EqualTo("abcd1234")), query: "page_number=1");
        yield return Case("list", "page", "GET", "", async (v, ids) =>
        {
            await MakeAsync(v);
            Assert.That((await v.ExternalAccounts.ListAsync(new() { Provider = ExternalAccountProvider.Messenger, PageSize = 10 }).AsPages().FirstAsync()).Items[0].AccessToken, Is.EqualTo("myAccessToken"));
        }, query: "provider=messenger&page_number=1&page_size=10");
        yield return Case("createMessengerAccount", "what is required", "POST", "/messenger", async (v, _) => Assert.That((await MakeAsync(v)).ExternalId, Is.EqualTo(Page)), """{"external_id":"12345678","access_token":"myAccessToken"}""");
        yield return Case("createMessengerAccount", "all fields", "POST", "/messenger", async (v, ids) => Assert.That((await v.ExternalAccounts.CreateMessengerAccountAsync(new(Page, "myAccessToken")
        {
            Name = "My page",
            Applications = { ids.Fill("{application}") },
        })).Applications, Is.EqualTo([ids.Fill("{application}")])), """{"external_id":"12345678","access_token":"myAccessToken","name":"My page","applications":["{application}"]}""");
        yield return Case("getMessengerAccount", "", "GET", "/messenger/12345678", async (v, _) =>
        {
            await MakeAsync(v);
            Assert.That((await v.ExternalAccounts.GetMessengerAccountAsync(Page)).Provider, Is.EqualTo(ExternalAccountProvider.Messenger));
        });
        yield return Case("updateMessengerAccount", "all fields", "PATCH", "/messenger/12345678", async (v, ids) =>
        {
            await MakeAsync(v);
            await v.ExternalAccounts.UpdateMessengerAccountAsync(Page, new() { Name = "My other page", Applications = [ids.Fill("{application}")], AccessToken = "updatedAccessToken" });
        }, """{"name":"My other page","applications":["{application}"],"access_token":"updatedAccessToken"}""");
        yield return Case("updateMessengerAccount", "no application", "PATCH", "/messenger/12345678", async (v, ids) =>
        {
            await MakeAsync(v);
            await v.ExternalAccounts.UpdateMessengerAccountAsync(Page, new() { Applications = [] });
        }, """{"applications":[]}""");
        yield return Case("deleteMessengerAccount", "", "DELETE", "/messenger/12345678", async (v, _) =>
        {
            await MakeAsync(v);
            await v.ExternalAccounts.DeleteMessengerAccountAsync(Page);
        });
        yield return Case("getViberAccount", "", "GET", "/viber_service_msg/16273", async (v, _) => Assert.That((await v.ExternalAccounts.GetViberAccountAsync("16273")).Name, Is.EqualTo("My service")));
        yield return Case("getWhatsAppAccount", "", "GET", "/whatsapp/447700900001", async (v, _) => Assert.That((await v.ExternalAccounts.GetWhatsAppAccountAsync("447700900001")).ExternalId, Is.EqualTo("447700900001")));
        yield return Case("linkApplication", "", "POST", "/whatsapp/447700900001/applications", (v, ids) => LinkAsync(v, ids), """{"application":"{application}"}""");
        yield return Case("unlinkApplication", "", "DELETE", "/whatsapp/447700900001/applications/{application}", async (v, ids) =>
        {
            await LinkAsync(v, ids);
            await v.ExternalAccounts.UnlinkApplicationAsync(ExternalAccountProvider.WhatsApp, "447700900001", ids.Fill("{application}"));
        });
    }

    private static OperationCase Case(string operation, string variant, string method, string path, Func<IVonageClient, Ids, Task> call, string? json = null, string query = "") =>
        new($"external-accounts.{operation}", variant, call) { Line = $"{method} api.nexmo.com/beta/chatapp-accounts{path}", Json = json, Query = query };

    private static Task<ExternalAccount> MakeAsync(IVonageClient v) => v.ExternalAccounts.CreateMessengerAccountAsync(new(Page, "myAccessToken"));

    private static Task<ExternalAccount> LinkAsync(IVonageClient v, Ids ids) => v.ExternalAccounts.LinkApplicationAsync(ExternalAccountProvider.WhatsApp, "447700900001", new(ids.Fill("{application}")));
}
