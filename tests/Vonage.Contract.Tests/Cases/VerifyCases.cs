using Vonage.Verify;

namespace Vonage.Contract.Tests.Cases;

internal static class VerifyCases
{
    public static IEnumerable<OperationCase> All()
    {
        yield return new("verify.start", "short", async (v, _) => Assert.That((await v.Verify.StartAsync("447700900000", "Acme Inc")).RequestId, Is.Not.Empty))
        {
            Line = "POST api.nexmo.com/verify/json",
            Form = "number=447700900000&brand=Acme+Inc",
            Authorization = "Basic ",
        };
        yield return new("verify.start", "everything", async (v, _) =>
        {
            var started = await v.Verify.StartAsync(new StartVerifyRequest
            {
                Number = "07700900000",
                Country = "GB",
                Brand = "Acme Inc",
                SenderId = "ACME",
                CodeLength = 6,
                Language = VerifyLanguage.EnGb,
                PinExpiry = TimeSpan.FromMinutes(4),
                NextEventWait = TimeSpan.FromMinutes(2),
                WorkflowId = VerifyWorkflow.SmsSms,
                PinCode = "AKFG-3424",
            });
            Assert.That(started.Status, Is.EqualTo(VerifyStatus.Success));
        })
        {
            Line = "POST api.nexmo.com/verify/json",
            Form = "number=07700900000&country=GB&brand=Acme+Inc&sender_id=ACME&code_length=6&lg=en-gb&pin_expiry=240&next_event_wait=120&workflow_id=4&pin_code=AKFG-3424",
            Authorization = "Basic ",
        };
        yield return new("verify.startPsd2", "", async (v, _) =>
        {
            var started = await v.Verify.StartPsd2Async(new() { Number = "447700900000", Payee = "Acme Inc", Amount = 48.5m, Language = VerifyPsd2Language.EsEs, WorkflowId = VerifyWorkflow.Sms });
            Assert.That(started.RequestId, Is.Not.Empty);
        })
        {
            Line = "POST api.nexmo.com/verify/psd2/json",
            Form = "number=447700900000&payee=Acme+Inc&amount=48.5&lg=es-es&workflow_id=6",
            Authorization = "Basic ",
        };
        yield return new("verify.check", "", async (v, ids) =>
        {
            var right = await v.Verify.CheckAsync(await StartAsync(v, ids), "1234");
            Assert.That((right.Price, right.Currency, right.EstimatedPriceMessagesSent), Is.EqualTo((0.1m, "EUR", 0.0333m)));
        })
        {
            Line = "POST api.nexmo.com/verify/check/json",
            Form = "request_id={verification}&code=1234",
            Authorization = "Basic ",
        };
        yield return new("verify.get", "one", async (v, ids) =>
        {
            var found = await v.Verify.GetAsync(await StartAsync(v, ids));
            Assert.That((found.Status?.Value, found.DateSubmitted?.Offset), Is.EqualTo(("IN PROGRESS", TimeSpan.Zero)).Or.EqualTo(("SUCCESS", TimeSpan.Zero)));
            Assert.That(found.Events[0].Type, Is.EqualTo(VerifyEventType.Sms));
        })
        {
            Line = "GET api.nexmo.com/verify/search/json",
            Query = "request_id={verification}",
            Authorization = "Basic ",
        };
        yield return new("verify.get", "several", async (v, ids) =>
        {
            var found = await v.Verify.ListAsync([await StartAsync(v, ids), "0123456789abcdef0123456789abcdef"]);
            Assert.That(found, Is.Not.Null);
        })
        {
            Line = "GET api.nexmo.com/verify/search/json",
            Query = "request_ids={verification}&request_ids=0123456789abcdef0123456789abcdef",
            Authorization = "Basic ",
        };
        yield return new("verify.control", "next event", async (v, ids) => Assert.That((await v.Verify.TriggerNextWorkflowAsync(await StartAsync(v, ids))).Status, Is.EqualTo(VerifyStatus.Success)))
        {
            Line = "POST api.nexmo.com/verify/control/json",
            Form = "request_id={verification}&cmd=trigger_next_event",
            Authorization = "Basic ",
        };
        yield return new("verify.unblockNetwork", "", async (v, _) =>
        {
            var open = await v.Verify.UnblockNetworkAsync(new("23410") { UnblockDuration = TimeSpan.FromHours(1) });
            Assert.That((open.Network, open.UnblockedUntil), Is.EqualTo(("23410", new DateTimeOffset(2024, 4, 22, 8, 34, 58, TimeSpan.Zero))));
        })
        {
            Line = "POST api.nexmo.com/verify/network-unblock",
            Json = """{"network":"23410","unblock_duration":3600}""",
            Authorization = "Basic ",
        };
    }

    private static async Task<string> StartAsync(IVonageClient vonage, Ids ids) =>
        ids.Made["verification"] = (await vonage.Verify.StartAsync("447700900000", "Acme Inc")).RequestId;
}
