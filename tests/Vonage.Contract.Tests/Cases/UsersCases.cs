using Vonage.Users;

namespace Vonage.Contract.Tests.Cases;

internal static class UsersCases
{
    public static IEnumerable<OperationCase> All()
    {
        yield return new("users.list", "page", async (v, _) => Assert.That((await v.Users.ListAsync(new() { PageSize = 20, Order = SortOrder.Descending, Name = "my_user_name" }).AsPages().FirstAsync()).Items, Is.Not.Null))
        {
            Line = "GET api.nexmo.com/v1/users",
            Query = "page_size=20&order=desc&name=my_user_name",
        };
        yield return new("users.list", "stream", async (v, _) =>
        {
            await v.Users.CreateAsync(new() { Name = "my_user_name" });
            await foreach (var user in v.Users.ListAsync(new() { Order = SortOrder.Ascending }))
                Assert.That(user.Id, Does.StartWith("USR-"));
        })
        { Line = "GET api.nexmo.com/v1/users", Query = "order=asc" };
        yield return new("users.create", "nothing said", async (v, _) => Assert.That((await v.Users.CreateAsync(new())).Id, Does.StartWith("USR-")))
        {
            Line = "POST api.nexmo.com/v1/users",
            Json = "{}",
        };
        yield return new("users.create", "every channel", async (v, _) =>
        {
            var user = await v.Users.CreateAsync(new()
            {
                Name = "my_user_name",
                DisplayName = "My User Name",
                ImageUrl = new("https://example.com/image.png"),
                Properties = new() { CustomData = { ["custom_key"] = "custom_value" }, Ttl = TimeSpan.FromHours(1) },
                Channels = new()
                {
                    Pstn = { new() { Number = 123457 } },
                    Sip = { new(new Uri("sip:4442138907@sip.example.com;transport=tls")) { Username = "New SIP", Password = "Password" } },
                    Vbc = { new() { Extension = "403" } },
                    Websocket = { new(new Uri("wss://example.com/socket")) { ContentType = WebsocketChannelContentType.L16At16000Hz, Headers = { ["customer_id"] = "ABC123" } } },
                    Sms = { new() { Number = "447700900000" } },
                    Mms = { new() { Number = "447700900000" } },
                    WhatsApp = { new() { Number = "447700900000" } },
                    Viber = { new() { Number = "447700900000" } },
                    Messenger = { new() { Id = "12345abcd" } },
                },
            });
            Assert.That(user.Name, Is.EqualTo("my_user_name"));
            Assert.That(user.Channels!.Sms[0].Number, Is.EqualTo("447700900000"));
        })
        {
            Line = "POST api.nexmo.com/v1/users",
            Json = """
                {"name":"my_user_name","display_name":"My User Name","image_url":"https://example.com/image.png",
                 "properties":{"custom_data":{"custom_key":"custom_value"},"ttl":3600},
                 "channels":{"pstn":[{"number":123457}],
                   "sip":[{"uri":"sip:4442138907@sip.example.com;transport=tls","username":"New SIP","password":"Password"}],
                   "vbc":[{"extension":"403"}],
                   "websocket":[{"uri":"wss://example.com/socket","content-type":"audio/l16;rate=16000","headers":{"customer_id":"ABC123"}}],
                   "sms":[{"number":"447700900000"}],"mms":[{"number":"447700900000"}],"whatsapp":[{"number":"447700900000"}],
                   "viber":[{"number":"447700900000"}],"messenger":[{"id":"12345abcd"}]}}
                """,
        };
        yield return new("users.get", "", async (v, ids) => Assert.That((await v.Users.GetAsync(await MakeAsync(v, ids))).Id, Is.EqualTo(ids.Fill("{user}"))))
        {
            Line = "GET api.nexmo.com/v1/users/{user}",
        };
        yield return new("users.update", "", async (v, ids) =>
        {
            var user = await v.Users.UpdateAsync(await MakeAsync(v, ids), new() { DisplayName = "My User Name" });
            Assert.That(user.DisplayName, Is.EqualTo("My User Name"));
        })
        { Line = "PATCH api.nexmo.com/v1/users/{user}", Json = """{"display_name":"My User Name"}""" };
        yield return new("users.delete", "", async (v, ids) => await v.Users.DeleteAsync(await MakeAsync(v, ids)))
        {
            Line = "DELETE api.nexmo.com/v1/users/{user}",
        };
    }

    private static async Task<string> MakeAsync(IVonageClient v, Ids ids) => ids.Keep("user", (await v.Users.CreateAsync(new())).Id);
}
