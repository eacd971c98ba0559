using Vonage.VerifyV2;

namespace Vonage.Contract.Tests.Cases;

internal static class VerifyV2Cases
{
    private const string Words = "Your code for ${brand} is ${code}";

    public static IEnumerable<OperationCase> All() => [.. Verifications(), .. Templates(), .. Fragments()];

    private static IEnumerable<OperationCase> Verifications()
    {
        yield return Start(
            "as in the README",
            new() { Brand = "ACME", Workflow = { new SilentAuthWorkflow("447700900000"), new SmsWorkflow("447700900000") } },
            """{"brand":"ACME","workflow":[{"channel":"silent_auth","to":"447700900000"},{"channel":"sms","to":"447700900000"}]}""");
        yield return Start(
            "everything",
            new()
            {
                Brand = "ACME",
                Locale = "es-es",
                ChannelTimeout = TimeSpan.FromMinutes(3),
                ClientRef = "myPersonalRef",
                CodeLength = 7,
                Code = "e4dR1Qz",
                FraudCheck = false,
                TemplateId = "4ed3027d-8762-44a0-aa3f-c393717413a4",
                Workflow =
                {
                    new SmsWorkflow("447700900000") { From = "447700400080", EntityId = "1101407360000017170", ContentId = "1107158078772563946", AppHash = "ABC123def45" },
                    new VoiceWorkflow("447700900000") { ReuseCode = true },
                    new EmailWorkflow("alice@company.com") { From = "bob@company.com" },
                },
            },
            """
            {"brand":"ACME",
             "workflow":[{"channel":"sms","to":"447700900000","from":"447700400080","entity_id":"1101407360000017170","content_id":"1107158078772563946","app_hash":"ABC123def45"},
                         {"channel":"voice","to":"447700900000","reuse_code":true},
                         {"channel":"email","to":"alice@company.com","from":"bob@company.com"}],
             "locale":"es-es","channel_timeout":180,"client_ref":"myPersonalRef","code_length":7,"code":"e4dR1Qz","fraud_check":false,
             "template_id":"4ed3027d-8762-44a0-aa3f-c393717413a4"}
            """);
        yield return Start(
            "WhatsApp and RCS",
            new()
            {
                Brand = "ACME",
                Workflow =
                {
                    new WhatsAppWorkflow { To = "447700900000", From = "447700400080", Mode = WhatsAppCodeMode.ZeroTap },
                    new RcsWorkflow { To = "447700900000", From = "agentname" },
#pragma warning disable CS0618 // Deprecated, and still to be had.
                    new WhatsAppInteractiveWorkflow("447700900000"),
#pragma warning restore CS0618
                },
            },
            """
            {"brand":"ACME",
             "workflow":[{"channel":"whatsapp","to":"447700900000","from":"447700400080","mode":"zero_tap"},
                         {"channel":"rcs","to":"447700900000","from":"agentname"},
                         {"channel":"whatsapp_interactive","to":"447700900000"}]}
            """);
        yield return new("verify-v2.check", "code", async (v, ids) =>
        {
            var right = await v.VerifyV2.CheckAsync(await StartAsync(v, ids, new SmsWorkflow("447700900000")), "1234");
            Assert.That(right.Status, Is.EqualTo(CheckedVerificationStatus.Completed));
        })
        { Line = "POST api.nexmo.com/v2/verify/{verification}", Json = """{"code":"1234"}""" };
        yield return new("verify-v2.check", "token", async (v, ids) =>
        {
            var right = await v.VerifyV2.CheckTokenAsync(await StartAsync(v, ids, new SilentAuthWorkflow("447700900000")), "si9sfG");
            Assert.That(right.Status, Is.EqualTo(CheckedVerificationStatus.Completed));
        })
        { Line = "POST api.nexmo.com/v2/verify/{verification}", Json = """{"token":"si9sfG"}""" };
        yield return new("verify-v2.cancel", "", async (v, ids) => await v.VerifyV2.CancelAsync(await StartAsync(v, ids, new SmsWorkflow("447700900000"))))
        {
            Line = "DELETE api.nexmo.com/v2/verify/{verification}",
        };
        yield return new("verify-v2.triggerNextWorkflow", "", async (v, ids) => await v.VerifyV2.TriggerNextWorkflowAsync(await StartAsync(v, ids, new SmsWorkflow("447700900000"), new VoiceWorkflow("447700900000"))))
        {
            Line = "POST api.nexmo.com/v2/verify/{verification}/next_workflow",
        };
        yield return new("verify-v2.getSilentAuthCode", "", async (v, ids) =>
        {
            var code = await v.VerifyV2.GetSilentAuthCodeAsync(await StartAsync(v, ids, new SilentAuthWorkflow("447700900000")));
            Assert.That(code.Code, Is.EqualTo("si9sfG"));
        })
        { Line = "GET api.nexmo.com/v2/verify/{verification}/silent-auth/redirect", Authorization = "" };
    }

    private static IEnumerable<OperationCase> Templates()
    {
        yield return new("verify-v2.listTemplates", "page", async (v, ids) =>
        {
            await TemplateAsync(v, ids);
            var page = await v.VerifyV2.ListTemplatesAsync(new() { PageSize = 10 }).AsPages().FirstAsync();
            Assert.That(page.Items, Is.Not.Empty);
        })
        { Line = "GET api.nexmo.com/v2/verify/templates", Query = "page_size=10&page=1" };
        yield return new("verify-v2.listTemplates", "stream", async (v, ids) =>
        {
            await TemplateAsync(v, ids);
            await foreach (var template in v.VerifyV2.ListTemplatesAsync(new() { PageSize = 5 }))
            {
                Assert.That(template.Name, Is.EqualTo("my-template"));
                break;
            }
        })
        { Line = "GET api.nexmo.com/v2/verify/templates", Query = "page_size=5&page=1" };
        yield return new("verify-v2.createTemplate", "", async (v, _) => Assert.That((await v.VerifyV2.CreateTemplateAsync(new("my-template"))).IsDefault, Is.False))
        {
            Line = "POST api.nexmo.com/v2/verify/templates",
            Json = """{"name":"my-template"}""",
        };
        yield return new("verify-v2.getTemplate", "", async (v, ids) => Assert.That((await v.VerifyV2.GetTemplateAsync(await TemplateAsync(v, ids))).Links?.Self?.Href?.OriginalString, Does.Contain("/templates/")))
        {
            Line = "GET api.nexmo.com/v2/verify/templates/{template}",
        };
        yield return new("verify-v2.updateTemplate", "", async (v, ids) => Assert.That((await v.VerifyV2.UpdateTemplateAsync(await TemplateAsync(v, ids), new() { Name = "other", IsDefault = true })).IsDefault, Is.True))
        {
            Line = "PATCH api.nexmo.com/v2/verify/templates/{template}",
            Json = """{"name":"other","is_default":true}""",
        };
        yield return new("verify-v2.deleteTemplate", "", async (v, ids) => await v.VerifyV2.DeleteTemplateAsync(await TemplateAsync(v, ids)))
        {
            Line = "DELETE api.nexmo.com/v2/verify/templates/{template}",
        };
    }

    private static IEnumerable<OperationCase> Fragments()
    {
        yield return new("verify-v2.listFragments", "page", async (v, ids) =>
        {
            await FragmentAsync(v, ids);
            Assert.That((await v.VerifyV2.ListFragmentsAsync(ids.Made["template"], new() { PageSize = 10 }).AsPages().FirstAsync()).Items, Is.Not.Empty);
        })
        { Line = "GET api.nexmo.com/v2/verify/templates/{template}/template_fragments", Query = "page_size=10&page=1" };
        yield return new("verify-v2.listFragments", "stream", async (v, ids) =>
        {
            await FragmentAsync(v, ids);
            await foreach (var fragment in v.VerifyV2.ListFragmentsAsync(ids.Made["template"]))
            {
                Assert.That(fragment.Channel, Is.EqualTo(FragmentChannel.Sms));
                break;
            }
        })
        { Line = "GET api.nexmo.com/v2/verify/templates/{template}/template_fragments", Query = "page=1" };
        yield return new("verify-v2.createFragment", "", async (v, ids) => Assert.That(await FragmentAsync(v, ids), Is.Not.Empty))
        {
            Line = "POST api.nexmo.com/v2/verify/templates/{template}/template_fragments",
            Json = """{"channel":"sms","locale":"en-us","text":"Your code for ${brand} is ${code}"}""",
        };
        yield return new("verify-v2.getFragment", "", async (v, ids) =>
        {
            var fragment = await FragmentAsync(v, ids);
            Assert.That((await v.VerifyV2.GetFragmentAsync(ids.Made["template"], fragment)).Locale, Is.EqualTo(VerificationLocale.EnUs));
        })
        { Line = "GET api.nexmo.com/v2/verify/templates/{template}/template_fragments/{fragment}" };
        yield return new("verify-v2.updateFragment", "", async (v, ids) =>
        {
            var fragment = await FragmentAsync(v, ids);
            Assert.That((await v.VerifyV2.UpdateFragmentAsync(ids.Made["template"], fragment, new("Code: ${code}"))).DateUpdated, Is.Not.Null);
        })
        { Line = "PATCH api.nexmo.com/v2/verify/templates/{template}/template_fragments/{fragment}", Json = """{"text":"Code: ${code}"}""" };
        yield return new("verify-v2.deleteFragment", "", async (v, ids) =>
        {
            var fragment = await FragmentAsync(v, ids);
            await v.VerifyV2.DeleteFragmentAsync(ids.Made["template"], fragment);
        })
        { Line = "DELETE api.nexmo.com/v2/verify/templates/{template}/template_fragments/{fragment}" };
    }

    private static OperationCase Start(string variant, StartVerificationRequest request, string json) =>
        new("verify-v2.start", variant, async (v, _) => Assert.That((await v.VerifyV2.StartAsync(request)).RequestId, Is.Not.Empty))
        {
            Line = "POST api.nexmo.com/v2/verify",
            Json = json,
        };

    private static async Task<string> StartAsync(IVonageClient vonage, Ids ids, params VerificationWorkflow[] channels) =>
        ids.Made["verification"] = (await vonage.VerifyV2.StartAsync(new() { Brand = "ACME", Workflow = [.. channels] })).RequestId;

    private static async Task<string> TemplateAsync(IVonageClient vonage, Ids ids) =>
        ids.Made["template"] = (await vonage.VerifyV2.CreateTemplateAsync(new("my-template"))).TemplateId;

    private static async Task<string> FragmentAsync(IVonageClient vonage, Ids ids)
    {
        var request = new CreateFragmentRequest { Channel = FragmentChannel.Sms, Locale = "en-us", Text = Words };
        return ids.Made["fragment"] = (await vonage.VerifyV2.CreateFragmentAsync(await TemplateAsync(vonage, ids), request)).TemplateFragmentId!;
    }
}
