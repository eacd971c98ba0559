using Vonage.Account;

namespace Vonage.Contract.Tests.Cases;

internal static class AccountCases
{
    public static IEnumerable<OperationCase> All()
    {
        yield return new("account.getBalance", "", async (v, _) => Assert.That((await v.Account.GetBalanceAsync()).Value, Is.GreaterThan(0m)))
        {
            Line = "GET rest.nexmo.com/account/get-balance",
            Authorization = "Basic ",
        };
        yield return new("account.topUp", "", async (v, _) => Assert.That((await v.Account.TopUpAsync("00X123456Y7890123Z")).ErrorCode, Is.EqualTo(200)))
        {
            Line = "POST rest.nexmo.com/account/top-up",
            Form = "trx=00X123456Y7890123Z",
            Authorization = "Basic ",
        };
        yield return new("account.updateSettings", "", async (v, _) =>
        {
            var settings = await v.Account.UpdateSettingsAsync(new UpdateSettingsRequest { InboundCallbackUrl = new("https://example.com/inbound?a=b&c=d"), DeliveryReceiptCallbackUrl = new("", UriKind.Relative), HttpForwardMethod = HttpForwardMethod.PostJson });
            Assert.That(settings.MaxOutboundRequest, Is.GreaterThan(0));
        })
        {
            Line = "POST rest.nexmo.com/account/settings",
            Form = "moCallBackUrl=https%3A%2F%2Fexample.com%2Finbound%3Fa%3Db%26c%3Dd&drCallBackUrl=&httpForwardMethod=POST_JSON",
            Authorization = "Basic ",
        };
        yield return new("account.updateSettings", "nothing, which reads", async (v, _) => Assert.That((await v.Account.GetSettingsAsync()).MaxOutboundRequest, Is.GreaterThan(0)))
        {
            Line = "POST rest.nexmo.com/account/settings",
            Authorization = "Basic ",
        };
        yield return new("account.registerSender", "", async (v, _) =>
        {
            var sender = await v.Account.RegisterSenderAsync(new RegisterSenderRequest { Value = "noreply@example.com", Name = "ACME", ApplicationIds = { "aaaaaaaa-bbbb-cccc-dddd-0123456789ab" } });
            Assert.That(sender.Provider, Is.EqualTo("email"));
        })
        {
            Line = "POST rest.nexmo.com/account/register-sender",
            Query = "api_key={key}&api_secret=*",
            Json = """{"provider":"email","value":"noreply@example.com","name":"ACME","application_ids":["aaaaaaaa-bbbb-cccc-dddd-0123456789ab"]}""",
            Authorization = "",
        };
        yield return new("account.listSecrets", "own account", async (v, _) => Assert.That(await v.Account.ListSecretsAsync(), Is.Not.Empty))
        {
            Line = "GET api.nexmo.com/accounts/{key}/secrets",
            Authorization = "Basic ",
        };
        yield return new("account.listSecrets", "an account", async (v, ids) => Assert.That(await v.Account.ListSecretsAsync(new() { AccountKey = ids.ApiKey }), Is.Not.Empty))
        {
            Line = "GET api.nexmo.com/accounts/{key}/secrets",
            Authorization = "Basic ",
        };
        yield return new("account.createSecret", "", async (v, _) => Assert.That((await v.Account.CreateSecretAsync(new("Abcdefgh1"))).Id, Is.Not.Empty))
        {
            Line = "POST api.nexmo.com/accounts/{key}/secrets",
            Json = """{"secret":"Abcdefgh1"}""",
            Authorization = "Basic ",
        };
        yield return new("account.getSecret", "", async (v, ids) => Assert.That((await v.Account.GetSecretAsync(ids.Secret)).CreatedAt, Is.GreaterThan(DateTimeOffset.UnixEpoch)))
        {
            Line = "GET api.nexmo.com/accounts/{key}/secrets/{secret}",
            Authorization = "Basic ",
        };
        yield return new("account.revokeSecret", "", async (v, ids) =>
        {
            await v.Account.CreateSecretAsync(new("Abcdefgh2"), new() { AccountKey = ids.ApiKey });
            await v.Account.RevokeSecretAsync(ids.Secret, new() { AccountKey = ids.ApiKey });
        })
        {
            Line = "DELETE api.nexmo.com/accounts/{key}/secrets/{secret}",
            Authorization = "Basic ",
        };
    }
}
