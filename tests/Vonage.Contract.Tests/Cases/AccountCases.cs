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
        yield return new("account.topUp", "", async (v, _) => Assert.That((await v.Account.TopUpAsync(new TopUpRequest("00X123456Y7890123Z"))).ErrorCode, Is.EqualTo(200)))
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
        yield return new("account.listSecrets", "", async (v, ids) => Assert.That((await v.Account.ListSecretsAsync(ids.ApiKey)).Embedded.Secrets, Is.Not.Empty))
        {
            Line = "GET api.nexmo.com/accounts/{key}/secrets",
            Authorization = "Basic ",
        };
        yield return new("account.createSecret", "", async (v, ids) => Assert.That((await v.Account.CreateSecretAsync(ids.ApiKey, new CreateSecretRequest("Abcdefgh1"))).Id, Is.Not.Empty))
        {
            Line = "POST api.nexmo.com/accounts/{key}/secrets",
            Json = """{"secret":"Abcdefgh1"}""",
            Authorization = "Basic ",
        };
        yield return new("account.getSecret", "", async (v, ids) => Assert.That((await v.Account.GetSecretAsync(ids.ApiKey, ids.Secret)).CreatedAt, Is.GreaterThan(DateTimeOffset.UnixEpoch)))
        {
            Line = "GET api.nexmo.com/accounts/{key}/secrets/{secret}",
            Authorization = "Basic ",
        };
        yield return new("account.revokeSecret", "", async (v, ids) =>
        {
            await v.Account.CreateSecretAsync(ids.ApiKey, new CreateSecretRequest("Abcdefgh2"));
            await v.Account.RevokeSecretAsync(ids.ApiKey, ids.Secret);
        })
        {
            Line = "DELETE api.nexmo.com/accounts/{key}/secrets/{secret}",
            Authorization = "Basic ",
        };
    }
}
