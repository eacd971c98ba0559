using Newtonsoft.Json.Linq;
using Vonage.Applications;

namespace Vonage.Contract.Tests.Cases;

internal static class ApplicationsCases
{
    private const string PublicKey = "-----BEGIN PUBLIC KEY-----\nMIIBIjANBgkqhkiG9w0B\n-----END PUBLIC KEY-----\n";
    private static readonly Uri Hook = new("https://example.com/hook");

    public static IEnumerable<OperationCase> All()
    {
        yield return new("applications.list", "page", async (v, _) => Assert.That((await v.Applications.ListAsync(new() { PageSize = 20 }).AsPages().FirstAsync()).Items, Is.Not.Null))
        {
            Line = "GET api.nexmo.com/v2/applications",
            Query = "page_size=20&page=1",
            Authorization = "Basic ",
        };
        yield return new("applications.list", "stream", async (v, _) =>
        {
            await v.Applications.CreateAsync(new("Listed"));
            await foreach (var application in v.Applications.ListAsync(new() { PageSize = 10 }))
                Assert.That(application.Name, Is.Not.Empty);
        })
        { Line = "GET api.nexmo.com/v2/applications", Query = "page_size=10&page=1", Authorization = "Basic " };
        yield return new("applications.create", "name only", async (v, _) =>
        {
            var application = await v.Applications.CreateAsync(new("My Application"));
            Assert.That(application.Keys!.PrivateKey, Does.StartWith("-----BEGIN PRIVATE KEY-----"));
        })
        { Line = "POST api.nexmo.com/v2/applications", Json = """{"name":"My Application"}""", Authorization = "Basic " };
        yield return new("applications.create", "voice and messages", async (v, _) =>
        {
            var application = await v.Applications.CreateAsync(new("My Application")
            {
                Keys = new() { PublicKey = PublicKey },
                Privacy = new() { ImproveAi = false },
                Capabilities = new()
                {
                    Voice = new()
                    {
                        Webhooks = new()
                        {
                            AnswerUrl = new(Hook) { HttpMethod = WebhookMethod.Get, ConnectTimeout = TimeSpan.FromMilliseconds(500), SocketTimeout = TimeSpan.FromSeconds(3) },
                            FallbackAnswerUrl = new(Hook) { HttpMethod = WebhookMethod.Post },
                            EventUrl = new(Hook) { SocketTimeout = TimeSpan.FromSeconds(10), Active = true },
                        },
                        SignedCallbacks = true,
                        ConversationsTtl = TimeSpan.FromHours(12),
                        LegPersistenceTime = TimeSpan.FromDays(10),
                        Region = ApplicationRegion.EuropeWest,
                    },
                    Messages = new() { Webhooks = new() { InboundUrl = new(Hook), StatusUrl = new(Hook) }, Version = WebhookVersion.V1, AuthenticateInboundMedia = true },
                },
            });
            Assert.That(application.Id, Is.Not.Empty);
        })
        {
            Line = "POST api.nexmo.com/v2/applications",
            Authorization = "Basic ",
            Json = """
                {"name":"My Application","keys":{"public_key":"-----BEGIN PUBLIC KEY-----\nMIIBIjANBgkqhkiG9w0B\n-----END PUBLIC KEY-----\n"},"privacy":{"improve_ai":false},
                 "capabilities":{
                   "voice":{"webhooks":{
                      "answer_url":{"address":"https://example.com/hook","http_method":"GET","connect_timeout":500,"socket_timeout":3000},
                      "fallback_answer_url":{"address":"https://example.com/hook","http_method":"POST"},
                      "event_url":{"address":"https://example.com/hook","socket_timeout":10000,"active":true}},
                     "signed_callbacks":true,"conversations_ttl":12,"leg_persistence_time":10,"region":"eu-west"},
                   "messages":{"webhooks":{
                      "inbound_url":{"address":"https://example.com/hook","http_method":"POST"},
                      "status_url":{"address":"https://example.com/hook","http_method":"POST"}},
                     "version":"v1","authenticate_inbound_media":true}}}
                """,
        };
        yield return new("applications.create", "the other capabilities", (v, _) => v.Applications.CreateAsync(new("My Application")
        {
            Capabilities = new()
            {
                Rtc = new() { Webhooks = new() { EventUrl = new(Hook) { HttpMethod = WebhookMethod.Post } } },
                Vbc = new JObject(),
                Verify = new() { Webhooks = new() { StatusUrl = new(Hook) } },
                NetworkApis = new() { NetworkApplicationId = "2bzfIFqRG128IcjSj1YhZNtw6LADG", RedirectUri = new("https://my-redirect-uri.example.com/back") },
                Video = new() { Webhooks = new() { ArchiveStatus = new(Hook), SessionCreated = new(Hook) { Active = false } }, Storage = new() { CloudStorage = true } },
            },
        }))
        {
            Line = "POST api.nexmo.com/v2/applications",
            Authorization = "Basic ",
            Json = """
                {"name":"My Application","capabilities":{
                   "rtc":{"webhooks":{"event_url":{"address":"https://example.com/hook","http_method":"POST"}}},
                   "vbc":{},
                   "verify":{"webhooks":{"status_url":{"address":"https://example.com/hook","http_method":"POST"}}},
                   "network_apis":{"network_application_id":"2bzfIFqRG128IcjSj1YhZNtw6LADG","redirect_uri":"https://my-redirect-uri.example.com/back"},
                   "video":{"webhooks":{"archive_status":{"address":"https://example.com/hook"},"session_created":{"address":"https://example.com/hook","active":false}},
                            "storage":{"cloud_storage":true}}}}
                """,
        };
        yield return new("applications.get", "", async (v, ids) => Assert.That((await v.Applications.GetAsync(await MakeAsync(v, ids))).Id, Is.EqualTo(ids.Fill("{application}"))))
        {
            Line = "GET api.nexmo.com/v2/applications/{application}",
            Authorization = "Basic ",
        };
        yield return new("applications.update", "", async (v, ids) =>
        {
            var id = await MakeAsync(v, ids);
            Assert.That((await v.Applications.UpdateAsync(id, new("Renamed") { Keys = new() { PublicKey = PublicKey } })).Id, Is.EqualTo(id));
        })
        {
            Line = "PUT api.nexmo.com/v2/applications/{application}",
            Authorization = "Basic ",
            Json = """{"name":"Renamed","keys":{"public_key":"-----BEGIN PUBLIC KEY-----\nMIIBIjANBgkqhkiG9w0B\n-----END PUBLIC KEY-----\n"}}""",
        };
        yield return new("applications.delete", "", async (v, ids) => await v.Applications.DeleteAsync(await MakeAsync(v, ids)))
        {
            Line = "DELETE api.nexmo.com/v2/applications/{application}",
            Authorization = "Basic ",
        };
    }

    private static async Task<string> MakeAsync(IVonageClient v, Ids ids) => ids.Keep("application", (await v.Applications.CreateAsync(new("My Application") { Keys = new() { PublicKey = PublicKey } })).Id);
}
