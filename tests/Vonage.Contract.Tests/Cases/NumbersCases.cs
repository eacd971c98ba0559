using Vonage.Numbers;

namespace Vonage.Contract.Tests.Cases;

internal static class NumbersCases
{
    private const string Free = "447700900100";

    public static IEnumerable<OperationCase> All()
    {
        yield return new("numbers.listOwned", "page", async (v, _) =>
        {
            var page = await v.Numbers.ListOwnedAsync(new() { Country = "GB", HasApplication = false, Pattern = "4477", SearchPattern = NumberSearchPattern.StartsWith, PageSize = 50 }).AsPages().FirstAsync();
            Assert.That((page.Items[0].Country, page.Items[0].Features), Is.EqualTo(("GB", new[] { NumberFeature.Voice, NumberFeature.Sms })));
        })
        {
            Line = "GET rest.nexmo.com/account/numbers",
            Query = "country=GB&has_application=false&pattern=4477&search_pattern=0&size=50&index=1",
            Authorization = "Basic ",
        };
        yield return new("numbers.listOwned", "stream", async (v, _) =>
        {
            await foreach (var number in v.Numbers.ListOwnedAsync(new() { Country = "GB" }))
            {
                Assert.That(number.Msisdn, Is.Not.Empty);
                break;
            }
        })
        { Line = "GET rest.nexmo.com/account/numbers", Query = "country=GB&index=1", Authorization = "Basic " };
        yield return new("numbers.searchAvailable", "page", async (v, _) =>
        {
            var page = await v.Numbers.SearchAvailableAsync("GB", new() { Type = NumberType.Mobile, Pattern = "7700", SearchPattern = NumberSearchPattern.Contains, Features = NumberFeatureSet.SmsVoice, PageSize = 2 }).AsPages().FirstAsync();
            Assert.That((page.TotalCount, page.Items[0].Cost, page.Items[0].InitialPrice), Is.EqualTo((20L, 1.25m, 1.25m)).Or.EqualTo((1234L, 1.25m, 1.25m)));
        })
        {
            Line = "GET rest.nexmo.com/number/search",
            Query = "country=GB&type=mobile-lvn&pattern=7700&search_pattern=1&features=SMS%2CVOICE&size=2&index=1",
            Authorization = "Basic ",
        };
        yield return new("numbers.searchAvailable", "stream", async (v, _) =>
        {
            await foreach (var number in v.Numbers.SearchAvailableAsync("GB"))
            {
                Assert.That(number.Type, Is.EqualTo(NumberType.Mobile));
                break;
            }
        })
        { Line = "GET rest.nexmo.com/number/search", Query = "country=GB&index=1", Authorization = "Basic " };
        yield return new("numbers.buy", "", async (v, _) => Assert.That((await v.Numbers.BuyAsync("GB", Free)).ErrorCodeLabel, Is.EqualTo("success")))
        {
            Line = "POST rest.nexmo.com/number/buy",
            Form = "country=GB&msisdn=447700900100",
            Authorization = "Basic ",
        };
        yield return new("numbers.buy", "for a subaccount", (v, _) => v.Numbers.BuyAsync("GB", Free, "1a2345b7"))
        {
            Line = "POST rest.nexmo.com/number/buy",
            Form = "country=GB&msisdn=447700900100&target_api_key=1a2345b7",
            Authorization = "Basic ",
        };
        yield return new("numbers.cancel", "", async (v, _) =>
        {
            await v.Numbers.BuyAsync("GB", Free, "1a2345b7");
            Assert.That((await v.Numbers.CancelAsync("GB", Free, "1a2345b7")).ErrorCode, Is.EqualTo(200));
        })
        {
            Line = "POST rest.nexmo.com/number/cancel",
            Form = "country=GB&msisdn=447700900100&target_api_key=1a2345b7",
            Authorization = "Basic ",
        };
        yield return new("numbers.update", "", async (v, _) =>
        {
            await v.Numbers.BuyAsync("GB", Free);
            await v.Numbers.UpdateAsync(new()
            {
                Country = "GB",
                Msisdn = Free,
                ApplicationId = "aaaaaaaa-bbbb-cccc-dddd-0123456789ab",
                InboundHttpUrl = new("", UriKind.Relative),
                VoiceCallbackType = VoiceCallbackType.Tel,
                VoiceCallbackValue = "447700900001",
                VoiceStatusCallback = new("https://example.com/status"),
            });
        })
        {
            Line = "POST rest.nexmo.com/number/update",
            Form = "country=GB&msisdn=447700900100&app_id=aaaaaaaa-bbbb-cccc-dddd-0123456789ab&moHttpUrl=&voiceCallbackType=tel&voiceCallbackValue=447700900001&voiceStatusCallback=https%3A%2F%2Fexample.com%2Fstatus",
            Authorization = "Basic ",
        };
    }
}
