using Vonage.Audit;

namespace Vonage.Contract.Tests.Cases;

internal static class AuditCases
{
    private static readonly DateTimeOffset Start = new(2018, 7, 1, 0, 0, 0, TimeSpan.Zero);

    public static IEnumerable<OperationCase> All()
    {
        yield return Case("listEvents", "all", "GET", "events", async (v, _) => Assert.That((await v.Audit.ListEventsAsync().FirstAsync()).CreatedAt, Is.Not.Null), "page=1");
        yield return Case("listEvents", "page", "GET", "events", async (v, _) =>
        {
            var page = await v.Audit.ListEventsAsync(new() { EventType = AuditEventType.NumberLinked, StartDate = Start, EndDate = Start.AddYears(100), SearchText = "GB", PageSize = 100 }).AsPages().FirstAsync();
            Assert.That(page.TotalCount, Is.EqualTo(page.Items.Count));
            Assert.That(page.Items[0].Context, Is.Not.Null);
        }, "event_type=NUMBER_LINKED&date_from=2018-07-01T00%3A00%3A00Z&date_to=2118-07-01T00%3A00%3A00Z&search_text=GB&page=1&size=100");
        yield return Case("listEventTypes", "", "OPTIONS", "events", async (v, _) => Assert.That((await v.Audit.ListEventTypesAsync()).Select(type => type.Type), Has.Some.EqualTo(AuditEventType.ApplicationCreate)));
        yield return Case("getEvent", "", "GET", "events/{event}", async (v, ids) => Assert.That((await v.Audit.GetEventAsync(ids.Fill("{event}"))).Context?.Msisdn, Is.EqualTo("447700900001")));
    }

    private static OperationCase Case(string operation, string variant, string method, string path, Func<IVonageClient, Ids, Task> call, string query = "") =>
        new($"audit.{operation}", variant, call) { Line = $"{method} api.nexmo.com/beta/audit/{path}", Query = query, Authorization = "Basic " };
}
