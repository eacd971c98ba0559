using System.Text;
using Vonage.Testing;
using Vonage.WhatsAppTemplates;

namespace Vonage.Contract.Tests.Cases;

internal static class WhatsAppTemplatesCases
{
    private const string Waba = VonageSimulator.WabaId;
    private const string Templates = $"wabas/{Waba}/templates";

    public static IEnumerable<OperationCase> All()
    {
        yield return Case("list", "page", "GET", Templates, async (v, _) => Assert.That((await v.WhatsAppTemplates.ListAsync(Waba, new()
        {
            PageSize = 10,
            BeforeCursor = null,
            Category = MessageTemplateCategory.Utility,
            Content = "special offer",
            Language = "en",
            Name = "sample",
            NameOrContent = "offer",
            QualityScore = MessageTemplateQuality.Green,
            Status = MessageTemplateStatus.Approved,
        }).AsPages().FirstAsync()).Items, Is.Not.Null), query: "limit=10&category=UTILITY&content=special%20offer&language=en&name=sample&name_or_content=offer&quality_score=GREEN&status=APPROVED");
        yield return Case("list", "stream", "GET", Templates, async (v, ids) =>
        {
            await MakeAsync(v, ids);
            await foreach (var template in v.WhatsAppTemplates.ListAsync(Waba))
            {
                Assert.That(template.Components[^1], Is.TypeOf<BodyTemplateComponent>());
                break;
            }
        });
        yield return Case("create", "text", "POST", Templates, MakeAsync, """{"name":"parcel","language":"en","category":"UTILITY","components":[{"type":"BODY","format":"TEXT","text":"Your parcel is due today."}]}""");
        yield return Case("create", "all that it can contain", "POST", Templates, async (v, _) =>
        {
            var created = await v.WhatsAppTemplates.CreateAsync(Waba, new()
            {
                Name = "parcel_delivery",
                Language = "en",
                Category = MessageTemplateCategory.Utility,
                AllowCategoryChange = true,
                Components =
                {
                    new TextHeaderTemplateComponent("Your parcel"),
                    new BodyTemplateComponent("Your parcel from {{1}} is due on {{2}}.", "ACME", "May 1st"),
                    new FooterTemplateComponent("ACME Logistics"),
                    new ButtonsTemplateComponent
                    {
                        Buttons =
                        {
                            new QuickReplyTemplateButton("Stop"),
                            new UrlTemplateButton("Track", "https://example.com/{{1}}"),
                            new PhoneTemplateButton("Call us", "8001111111"),
                            new FlowTemplateButton("Sign up") { FlowId = "1", FlowAction = FlowButtonAction.Navigate, NavigateScreen = "FIRST" },
                        },
                    },
                },
            });
            Assert.That(created.Id, Is.Not.Empty);
        }, """
            {"name":"parcel_delivery","language":"en","category":"UTILITY","allow_category_change":true,"components":[
             {"type":"HEADER","format":"TEXT","text":"Your parcel"},
             {"type":"BODY","format":"TEXT","text":"Your parcel from {{1}} is due on {{2}}.","example":{"body_text":[["ACME","May 1st"]]}},
             {"type":"FOOTER","format":"TEXT","text":"ACME Logistics"},
             {"type":"BUTTONS","buttons":[{"type":"QUICK_REPLY","text":"Stop"},{"type":"URL","text":"Track","url":"https://example.com/{{1}}"},
              {"type":"PHONE_NUMBER","text":"Call us","phone_number":"8001111111"},
              {"type":"FLOW","text":"Sign up","flow_id":"1","flow_action":"navigate","navigate_screen":"FIRST"}]}]}
            """);
        yield return Case("create", "authentication", "POST", Templates, async (v, _) => await v.WhatsAppTemplates.CreateAsync(Waba, new()
        {
            Name = "code",
            Language = "en",
            Category = MessageTemplateCategory.Authentication,
            Components =
            {
                new BodyTemplateComponent(),
                new ButtonsTemplateComponent
                {
                    Buttons =
                    {
                        new OtpTemplateButton(OtpButtonType.OneTap) { Text = "Copy", AutofillText = "Autofill", PackageName = "com.example.myapp", SignatureHash = "K8a%2FAINcGX7" },
                    },
                },
            },
        }), """
            {"name":"code","language":"en","category":"AUTHENTICATION","components":[{"type":"BODY","format":"TEXT"},
             {"type":"BUTTONS","buttons":[{"type":"OTP","text":"Copy","otp_type":"ONE_TAP","autofill_text":"Autofill","package_name":"com.example.myapp","signature_hash":"K8a%2FAINcGX7"}]}]}
            """);
        foreach (var (format, header) in (IEnumerable<(string, Func<string, HeaderTemplateComponent>)>)[("IMAGE", h => new ImageHeaderTemplateComponent(h)), ("DOCUMENT", h => new DocumentHeaderTemplateComponent(h)), ("VIDEO", h => new VideoHeaderTemplateComponent(h))])
        {
            yield return Case("create", format, "POST", Templates, async (v, ids) =>
            {
                using var file = new MemoryStream(Encoding.UTF8.GetBytes("JPEG"));
                var handle = ids.Keep("handle", (await v.WhatsAppTemplates.UploadMediaAsync(file, "image/jpeg")).Handle);
                await v.WhatsAppTemplates.CreateAsync(Waba, new("offer", "en", MessageTemplateCategory.Marketing) { Components = { header(handle), new BodyTemplateComponent("Our offer") } });
            }, """{"name":"offer","language":"en","category":"MARKETING","components":[{"type":"HEADER","format":"FORMAT","example":{"header_handle":"{handle}"}},{"type":"BODY","format":"TEXT","text":"Our offer"}]}""".Replace("FORMAT", format, StringComparison.Ordinal));
        }

        yield return Case("get", "", "GET", $"{Templates}/{{template}}", async (v, ids) =>
        {
            await MakeAsync(v, ids);
            var template = await v.WhatsAppTemplates.GetAsync(Waba, ids.Fill("{template}"));
            Assert.That(((BodyTemplateComponent)template.Components[^1]).Text, Is.Not.Empty);
        });
        yield return Case("update", "", "PUT", $"{Templates}/{{template}}", async (v, ids) =>
        {
            await MakeAsync(v, ids);
            await v.WhatsAppTemplates.UpdateAsync(Waba, ids.Fill("{template}"), new("parcel", "en", MessageTemplateCategory.Utility) { Components = { new BodyTemplateComponent("Your parcel is due tomorrow.") } });
        }, """{"name":"parcel","language":"en","category":"UTILITY","components":[{"type":"BODY","format":"TEXT","text":"Your parcel is due tomorrow."}]}""");
        yield return Case("delete", "all languages", "DELETE", Templates, async (v, ids) =>
        {
            await MakeAsync(v, ids);
            await v.WhatsAppTemplates.DeleteAsync(Waba, "parcel");
        }, query: "name=parcel");
        yield return Case("delete", "one language", "DELETE", Templates, async (v, ids) =>
        {
            await MakeAsync(v, ids);
            await v.WhatsAppTemplates.DeleteAsync(Waba, "parcel", ids.Fill("{template}"));
        }, query: "name=parcel&hsm_id={template}");
        yield return new("whatsapp-templates.uploadMedia", "", async (v, _) =>
        {
            using var file = new MemoryStream(Encoding.UTF8.GetBytes("JPEG"));
            Assert.That((await v.WhatsAppTemplates.UploadMediaAsync(file, "image/jpeg")).Handle, Is.Not.Empty);
        })
        { Line = "POST api.nexmo.com/v2/whatsapp-manager/media/uploads", Query = "file_type=image%2Fjpeg", Parts = "mediafile=file:image/jpeg:JPEG" };
    }

    private static OperationCase Case(string operation, string variant, string method, string path, Func<IVonageClient, Ids, Task> call, string? json = null, string query = "") =>
        new($"whatsapp-templates.{operation}", variant, call) { Line = $"{method} api.nexmo.com/v2/whatsapp-manager/{path}", Json = json, Query = query };

    private static async Task MakeAsync(IVonageClient v, Ids ids)
    {
        var created = await v.WhatsAppTemplates.CreateAsync(Waba, new("parcel", "en", MessageTemplateCategory.Utility) { Components = { new BodyTemplateComponent("Your parcel is due today.") } });
        ids.Keep("template", created.Id);
    }
}
