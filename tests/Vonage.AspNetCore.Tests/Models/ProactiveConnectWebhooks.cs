using Vonage.ProactiveConnect;

namespace Vonage.AspNetCore.Tests.Models;

/// <summary>Events of Proactive Connect.</summary>
internal static class ProactiveConnectWebhooks
{
    private const string Fields = """
        "id":"92cc64e5-f62b-464f-ab9c-4376bd05adfc","src_ctx":"uk-customers","occurred_at":"2022-06-19T20:41:59.085Z","data":{"status":"delivered","attempt":1},
        "job_id":"e721113d-0948-4edb-b4af-e3f0578d708c","run_id":"51aca838-2cf6-4100-b0d2-e74ac0e95c88","recipient_id":"15551584817","run_item_id":"51aca838-2cf6-4100-b0d2-e74ac0e95c88"
        """;

    private const string Call = """ "action_id":"99ea10e0-1f14-4f55-b976-3c88ea8ec4cd","invocation_id":"29bab76c-156e-42e4-ab38-f6a465f0048e" """;

    public static IEnumerable<WebhookCase> Cases =>
    [
        Event<ActionCallSucceededRunEvent>("action-call-succeeded", Call, success => Assert.That(success.InvocationId, Is.EqualTo("29bab76c-156e-42e4-ab38-f6a465f0048e"))),
        Event<ActionCallFailedRunEvent>("action-call-failed", $$"""{{Call}},"error":{"code":"not-found","details":"Not found"}""", failure => Assert.That((failure.Error?.Code, failure.Error?.Details), Is.EqualTo(("not-found", "Not found")))),
        Event<ActionCallInfoRunEvent>("action-call-info", Call, info => Assert.That(info.ActionId, Is.EqualTo("99ea10e0-1f14-4f55-b976-3c88ea8ec4cd"))),
        Event<RecipientResponseRunEvent>("recipient-response", "", response => Assert.That(response.RunItemId, Is.EqualTo("51aca838-2cf6-4100-b0d2-e74ac0e95c88"))),
        Event<ItemSkippedRunEvent>("run-item-skipped", "", skipped => Assert.That(skipped.RunId, Is.EqualTo("51aca838-2cf6-4100-b0d2-e74ac0e95c88"))),
        Event<ItemFailedRunEvent>("run-item-failed", """ "error":{"details":"Not found"} """, failure => Assert.That(failure.Error?.Details, Is.EqualTo("Not found"))),
        // These are in the list of types, but have no shape of their own.
        .. Payload.Words("run-item-submitted run-items-total run-items-ready run-items-excluded").Select(type => Event<RunEvent>(type, "", other => Assert.That(other.Type, Is.EqualTo(type)))),
        // The sheet says: anything.
        .. Payload.Words("\"delivered\" [1] 7 {}").Select(data => WebhookCase.Of<RunEvent, RecipientResponseRunEvent>(
            $$"""{"type":"recipient-response","id":"92cc64e5","src_ctx":"uk","occurred_at":"2022-06-19T20:41:59.085Z","data":{{data}},"job_id":"e721113d","run_id":"51aca838","recipient_id":"15551584817"}""",
            response => Assert.That(response.Data, Is.Not.Null))),
    ];

    private static WebhookCase Event<TKind>(string type, string more, Action<TKind> check)
        where TKind : RunEvent => WebhookCase.Of<RunEvent, TKind>($$"""{"type":"{{type}}",{{Fields}}{{(more.Length > 0 ? "," : "")}}{{more}}}""", kind =>
        {
            Assert.That(kind.OccurredAt, Is.EqualTo(new DateTimeOffset(2022, 6, 19, 20, 41, 59, 85, TimeSpan.Zero)));
            Assert.That(kind.RecipientId, Is.EqualTo("15551584817"));
            check(kind);
        });
}
