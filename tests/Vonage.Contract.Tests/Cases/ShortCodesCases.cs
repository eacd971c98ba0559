using Vonage.ShortCodes;

namespace Vonage.Contract.Tests.Cases;

internal static class ShortCodesCases
{
    private const string To = "16365553226";
    private const string KeyInBody = "OpenAPI has no word for credentials among the form's fields, so Prism looks for them in the query.";

    public static IEnumerable<OperationCase> All()
    {
        yield return Sending("sendAlert", "POST", "/sc/us/alert/json", v => v.ShortCodes.SendAlertAsync(new(To)
        {
            StatusReportReq = 1,
            ClientRef = "my-ref",
            Template = 2,
            Type = ShortCodeMessageType.Unicode,
            Server = "host",
            Link = "http://example.com/",
            AdditionalProperties = { ["place"] = "Zürich" },
        }), "to=16365553226&status-report-req=1&client-ref=my-ref&template=2&type=unicode&server=host&link=http%3A%2F%2Fexample.com%2F&place=Z%C3%BCrich");
        yield return Sending("sendAlertByQuery", "GET", "/sc/us/alert/json", v => v.ShortCodes.SendAlertByQueryAsync(To, 1, "my-ref", 2, ShortCodeMessageType.Text),
            query: "to=16365553226&status-report-req=1&client-ref=my-ref&template=2&type=text");
        yield return Sending("sendTwoFactorCode", "POST", "/sc/us/2fa/json", v => v.ShortCodes.SendTwoFactorCodeAsync(new() { To = To, Pin = "0123", ClientRef = "my-ref", CompanyName = "Acme" }),
            "to=16365553226&pin=0123&client-ref=my-ref&company-name=Acme");
        yield return Sending("sendTwoFactorCodeByQuery", "GET", "/sc/us/2fa/json", v => v.ShortCodes.SendTwoFactorCodeByQueryAsync(To, "0123"), query: "to=16365553226&pin=0123");
        yield return Sending("sendCampaignMessage", "POST", "/sc/us/marketing/json", v => v.ShortCodes.SendCampaignMessageAsync(new() { From = "12345", To = To, Keyword = "NEXMO", Text = "Hello" }),
            "from=12345&to=16365553226&keyword=NEXMO&text=Hello", "api_key={key}&api_secret=*", authorization: "");
        yield return new("alerts.listSubscriptions", "page", async (v, _) => Assert.That((await v.ShortCodes.ListSubscriptionsPageAsync(pageSize: 20, page: 1)).OptInCount, Is.Not.Null))
        {
            Line = "GET rest.nexmo.com/sc/us/alert/opt-in/query/json",
            Query = "page-size=20&page=1",
            Authorization = "Basic ",
        };
        yield return new("alerts.listSubscriptions", "stream", async (v, _) =>
        {
            await v.ShortCodes.ResubscribeByQueryAsync(To);
            await foreach (var one in v.ShortCodes.ListSubscriptionsAsync())
            {
                Assert.That(one.OptIn, Is.True);
                break;
            }
        })
        { Line = "GET rest.nexmo.com/sc/us/alert/opt-in/query/json", Query = "page=1", Authorization = "Basic " };
        yield return new("alerts.resubscribe", "", async (v, _) => Assert.That((await v.ShortCodes.ResubscribeAsync(new(To))).OptIn, Is.True))
        {
            Line = "POST rest.nexmo.com/sc/us/alert/opt-in/manage/json",
            Form = "msisdn=16365553226",
            Query = "api_key={key}&api_secret=*",
            Authorization = "",
        };
        yield return new("alerts.resubscribeByQuery", "", async (v, _) => Assert.That((await v.ShortCodes.ResubscribeByQueryAsync(To)).OptInDate, Is.Not.Null))
        {
            Line = "GET rest.nexmo.com/sc/us/alert/opt-in/manage/json",
            Query = "msisdn=16365553226",
            Authorization = "Basic ",
        };
        yield return new("alerts.pushUssd", "", (v, _) => v.ShortCodes.PushUssdAsync(new() { From = "MyCompany20", To = "447525856424", Text = "Hello" }))
        {
            Line = "POST rest.nexmo.com/ussd/json",
            Form = "from=MyCompany20&to=447525856424&text=Hello&api_key={key}&api_secret=Simulat0rSecret",
            Authorization = "",
            NotByPrism = KeyInBody,
        };
        yield return new("alerts.promptUssd", "", (v, _) => v.ShortCodes.PromptUssdAsync(new() { From = "447700900000", To = "447525856424", Text = "Hello" }))
        {
            Line = "POST rest.nexmo.com/ussd-prompt/json",
            Form = "from=447700900000&to=447525856424&text=Hello&api_key={key}&api_secret=Simulat0rSecret",
            Authorization = "",
            NotByPrism = KeyInBody,
        };
    }

    private static OperationCase Sending(string operation, string method, string path, Func<IVonageClient, Task<ShortCodeResponse>> send, string? form = null, string query = "", string authorization = "Basic ") =>
        new("alerts." + operation, "", async (v, _) =>
        {
            var reply = await send(v);
            Assert.That(reply.Messages[0].MessageId, Is.Not.Empty);
            Assert.That(reply.Messages[0].MessagePrice, Is.EqualTo(0.05m));
        })
        { Line = $"{method} rest.nexmo.com{path}", Form = form, Query = query, Authorization = authorization };
}
