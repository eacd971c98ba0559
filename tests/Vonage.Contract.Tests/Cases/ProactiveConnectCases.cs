using System.Text;
using Newtonsoft.Json.Linq;
using Vonage.ProactiveConnect;

namespace Vonage.Contract.Tests.Cases;

internal static class ProactiveConnectCases
{
    private const string Root = "api-eu.vonage.com/v0.1/bulk/";
    private const string Csv = "phone_number,first_name\n15551584817,Alice\n";
    private const string AnyId = "51aca838-2cf6-4100-b0d2-e74ac0e95c88";
    private const string CommandJson = """{"type":"http-api-invoke","url":"https://api.nexmo.com/v1/messages","method":"post"}""";
    private static readonly DateTimeOffset Start = new(2036, 6, 6, 5, 46, 0, TimeSpan.Zero);

    public static IEnumerable<OperationCase> All() => [.. Lists(), .. Items(), .. Actions(), .. Jobs(), .. Runs(), .. Events()];

    private static IEnumerable<OperationCase> Lists()
    {
        yield return Case("listLists", "page", "GET", "lists", async (v, _) => Assert.That((await v.ProactiveConnect.ListListsAsync(new() { PageSize = 5, Order = SortOrder.Descending }).AsPages().FirstAsync()).Items, Is.Not.Null), query: "page=1&page_size=5&order=desc");
        yield return Case("listLists", "stream", "GET", "lists", async (v, ids) =>
        {
            await ListAsync(v, ids);
            await foreach (var list in v.ProactiveConnect.ListListsAsync())
                Assert.That(list.Id, Is.Not.Empty);
        }, query: "page=1");
        yield return Case("createList", "manual", "POST", "lists", async (v, _) =>
        {
            var list = await v.ProactiveConnect.CreateListAsync(new("my name")
            {
                Description = "my description",
                Tags = { "vip", "sport" },
                Attributes = { new("phone_number") { Alias = "phone", Key = true }, new("first_name") },
                Datasource = new ManualListDatasource(),
            });
            Assert.That(list.Datasource, Is.InstanceOf<ManualListDatasource>());
            Assert.That(list.ItemsCount, Is.Zero);
        }, """{"name":"my name","description":"my description","tags":["vip","sport"],"attributes":[{"name":"phone_number","alias":"phone","key":true},{"name":"first_name"}],"datasource":{"type":"manual"}}""");
        yield return Case("createList", "Salesforce", "POST", "lists",
            (v, _) => v.ProactiveConnect.CreateListAsync(new("sf") { Datasource = new SalesforceListDatasource { IntegrationId = "salesforce_credentials", Soql = "select Id FROM Contact" } }),
            """{"name":"sf","datasource":{"type":"salesforce","integration_id":"salesforce_credentials","soql":"select Id FROM Contact"}}""");
        yield return Case("getList", "", "GET", "lists/{list}", async (v, ids) => Assert.That((await v.ProactiveConnect.GetListAsync(await ListAsync(v, ids))).Id, Is.Not.Empty));
        yield return Case("replaceList", "", "PUT", "lists/{list}", async (v, ids) => await v.ProactiveConnect.ReplaceListAsync(await ListAsync(v, ids), new("other") { Tags = { "football" } }), """{"name":"other","tags":["football"]}""");
        yield return Case("deleteList", "", "DELETE", "lists/{list}", async (v, ids) => await v.ProactiveConnect.DeleteListAsync(await ListAsync(v, ids)));
        yield return Case("clearList", "", "POST", "lists/{list}/clear", async (v, ids) => await v.ProactiveConnect.ClearListAsync(await ListAsync(v, ids)));
        yield return Case("syncList", "", "POST", "lists/{list}/fetch", async (v, ids) => await v.ProactiveConnect.SyncListAsync(
            ids.Keep("list", (await v.ProactiveConnect.CreateListAsync(new("sf") { Datasource = new SalesforceListDatasource { IntegrationId = "salesforce_credentials", Soql = "select Id FROM Contact" } })).Id)));
    }

    private static IEnumerable<OperationCase> Items()
    {
        yield return Case("listItems", "page", "GET", "lists/{list}/items", async (v, ids) => Assert.That((await v.ProactiveConnect.ListItemsAsync(await ListAsync(v, ids), new() { PageSize = 5 }).AsPages().FirstAsync()).TotalCount, Is.Not.Null), query: "page=1&page_size=5");
        yield return Case("listItems", "stream", "GET", "lists/{list}/items", async (v, ids) =>
        {
            await ItemAsync(v, ids);
            await foreach (var item in v.ProactiveConnect.ListItemsAsync(ids.Fill("{list}")))
                Assert.That((string?)item.Data["phone_number"], Is.EqualTo("15551584817"));
        }, query: "page=1");
        yield return Case("createItem", "", "POST", "lists/{list}/items", (v, ids) => ItemAsync(v, ids), """{"data":{"phone_number":"15551584817","first_name":"Alice"}}""");
        yield return Case("getItem", "", "GET", "lists/{list}/items/{item}", async (v, ids) =>
        {
            var item = await ItemAsync(v, ids);
            Assert.That((await v.ProactiveConnect.GetItemAsync(ids.Fill("{list}"), item)).Id, Is.EqualTo(item));
        });
        yield return Case("replaceItem", "", "PUT", "lists/{list}/items/{item}", async (v, ids) =>
        {
            var item = await ItemAsync(v, ids);
            await v.ProactiveConnect.ReplaceItemAsync(ids.Fill("{list}"), item, new() { Data = { ["phone_number"] = "15551584818" } });
        }, """{"data":{"phone_number":"15551584818"}}""");
        yield return Case("deleteItem", "", "DELETE", "lists/{list}/items/{item}", async (v, ids) =>
        {
            var item = await ItemAsync(v, ids);
            await v.ProactiveConnect.DeleteItemAsync(ids.Fill("{list}"), item);
        });
        yield return Case("downloadItems", "", "GET", "lists/{list}/items/download", async (v, ids) =>
        {
            await ItemAsync(v, ids);
            using var csv = new MemoryStream();
            await v.ProactiveConnect.DownloadItemsAsync(ids.Fill("{list}"), csv, new() { Order = SortOrder.Ascending });
            Assert.That(Encoding.UTF8.GetString(csv.ToArray()), Is.EqualTo(Csv));
        }, query: "order=asc");
        yield return new("proactive-connect.uploadItems", "", async (v, ids) =>
        {
            using var csv = new MemoryStream(Encoding.UTF8.GetBytes(Csv));
            Assert.That((await v.ProactiveConnect.UploadItemsAsync(await ListAsync(v, ids), csv)).Inserted, Is.Positive);
        })
        { Line = $"POST {Root}lists/{{list}}/items/import", Parts = $"file=items.csv:text/csv:{Csv}" };
    }

    private static IEnumerable<OperationCase> Actions()
    {
        yield return Case("listActions", "page", "GET", "actions", async (v, _) => Assert.That((await v.ProactiveConnect.ListActionsAsync().AsPages().FirstAsync()).Items, Is.Not.Null), query: "page=1");
        yield return Case("listActions", "stream", "GET", "actions", async (v, ids) =>
        {
            await ActionAsync(v, ids);
            await foreach (var action in v.ProactiveConnect.ListActionsAsync(new() { PageSize = 2 }))
                Assert.That(action.Command.Method, Is.EqualTo("post"));
        }, query: "page=1&page_size=2");
        yield return Case("createAction", "", "POST", "actions", (v, _) => v.ProactiveConnect.CreateActionAsync(new()
        {
            Name = "my name",
            Parameters = { new() { Name = "from_number", Default = "15554764733", Required = false } },
            Timeout = TimeSpan.FromSeconds(7.5),
            Command = new(new("https://api.nexmo.com/v1/messages"))
            {
                Method = "post",
                Headers = { new() { Name = "Authorization", Value = "Bearer {{ parameters.token }}" } },
                Payload = { ["channel"] = "sms" },
                Response = new()
                {
                    Sync = new("{{ response.payload.message_uuid }}")
                    {
                        Success = new() { Values = { "202" } },
                        Info = new() { Values = { "102" } },
                        Error = new() { Values = { "422" }, Details = "{{ response.payload.title }}" },
                        UnmappedValuesStatus = ActionOutcome.Error,
                    },
                },
            },
        }), """
            {"name":"my name","parameters":[{"name":"from_number","default":"15554764733","required":false}],"timeout_seconds":7.5,
             "command":{"type":"http-api-invoke","url":"https://api.nexmo.com/v1/messages","method":"post",
               "headers":[{"name":"Authorization","value":"Bearer {{ parameters.token }}"}],"payload":{"channel":"sms"},
               "response":{"sync":{"invocation_id":"{{ response.payload.message_uuid }}","success":{"values":["202"]},"info":{"values":["102"]},
                 "error":{"values":["422"],"details":"{{ response.payload.title }}"},"unmapped_values_status":"error"}}}}
            """);
        yield return Case("getAction", "", "GET", "actions/{action}", async (v, ids) => Assert.That((await v.ProactiveConnect.GetActionAsync(await ActionAsync(v, ids))).Id, Is.Not.Empty));
        yield return Case("replaceAction", "", "PUT", "actions/{action}", async (v, ids) => await v.ProactiveConnect.ReplaceActionAsync(await ActionAsync(v, ids), new() { Name = "other", Command = Command() }), $$"""{"name":"other","command":{{CommandJson}}}""");
        yield return Case("deleteAction", "", "DELETE", "actions/{action}", async (v, ids) => await v.ProactiveConnect.DeleteActionAsync(await ActionAsync(v, ids)));
    }

    private static IEnumerable<OperationCase> Jobs()
    {
        const string definition = """
            {"type":"segmentation-job","recipients":{"include":[{"id":"51aca838-2cf6-4100-b0d2-e74ac0e95c88","type":"list"}]},
             "segmentations":[{"name":"uk customers","condition":{"expression":"item.salary > 5000"},
               "action_call":{"action_ref":{"id":"51aca838-2cf6-4100-b0d2-e74ac0e95c88","type":"action"}},"recipient":{"correlation_id":"{{ item.phone_number }}"}}]}
            """;
        yield return Case("listJobs", "page", "GET", "jobs", async (v, _) => Assert.That((await v.ProactiveConnect.ListJobsAsync().AsPages().FirstAsync()).Items, Is.Not.Null), query: "page=1");
        yield return Case("listJobs", "stream", "GET", "jobs", async (v, ids) =>
        {
            await JobAsync(v, ids);
            await foreach (var job in v.ProactiveConnect.ListJobsAsync())
                Assert.That(job.Definition.Type, Is.EqualTo("segmentation-job"));
        }, query: "page=1");
        yield return Case("createJob", "", "POST", "jobs", (v, ids) => JobAsync(v, ids), $$"""{"name":"my name","definition":{{definition}}}""");
        yield return Case("getJob", "", "GET", "jobs/{job}", async (v, ids) => Assert.That((await v.ProactiveConnect.GetJobAsync(await JobAsync(v, ids))).Definition.Segmentations, Is.Not.Empty));
        yield return Case("replaceJob", "", "PUT", "jobs/{job}", async (v, ids) => await v.ProactiveConnect.ReplaceJobAsync(await JobAsync(v, ids), new() { Name = "other", Definition = Definition() }), $$"""{"name":"other","definition":{{definition}}}""");
        yield return Case("deleteJob", "", "DELETE", "jobs/{job}", async (v, ids) => await v.ProactiveConnect.DeleteJobAsync(await JobAsync(v, ids)));
    }

    private static IEnumerable<OperationCase> Runs()
    {
        yield return Case("listRuns", "page", "GET", "runs", async (v, _) => Assert.That((await v.ProactiveConnect.ListRunsAsync().AsPages().FirstAsync()).Items, Is.Not.Null), query: "page=1");
        yield return Case("listRuns", "stream", "GET", "runs", async (v, ids) =>
        {
            await RunAsync(v, ids);
            await foreach (var run in v.ProactiveConnect.ListRunsAsync())
                Assert.That(run.JobId, Is.Not.Empty);
        }, query: "page=1");
        yield return Case("scheduleRun", "", "POST", "runs", async (v, ids) => await v.ProactiveConnect.ScheduleRunAsync(new()
        {
            Name = "my name",
            JobId = await JobAsync(v, ids),
            Parameters = { new() { Name = "from_number", Value = "15554764733" } },
            ClientRef = "c4ad1a21-56ef-4a75-8dc9-0d2b2449c794",
            Schedule = new() { StartAt = Start, EndAt = Start.AddDays(1) },
        }), """
            {"name":"my name","job_id":"{job}","parameters":[{"name":"from_number","value":"15554764733"}],"client_ref":"c4ad1a21-56ef-4a75-8dc9-0d2b2449c794",
             "schedule":{"start_at":"2036-06-06T05:46:00Z","end_at":"2036-06-07T05:46:00Z"}}
            """);
        yield return Case("getRun", "", "GET", "runs/{run}", async (v, ids) => Assert.That((await v.ProactiveConnect.GetRunAsync(await RunAsync(v, ids))).Status!.Value, Is.Not.Null));
        yield return Case("cancelRun", "", "POST", "runs/{run}/cancel", async (v, ids) => await v.ProactiveConnect.CancelRunAsync(await RunAsync(v, ids)));
        yield return Case("getRunSummary", "", "GET", "runs/" + AnyId + "/summary", async (v, _) => Assert.That((await v.ProactiveConnect.GetRunSummaryAsync(AnyId)).Summary[0].Value, Is.EqualTo(226)));
    }

    private static IEnumerable<OperationCase> Events()
    {
        const string filters = "page=1&order=asc&type=action-call-failed&recipient_id=15551584817&src_ctx=uk-customers&src_type=segmentation&trace_id=trace&date_start=2022-06-01&date_end=2022-06-30";
        var (first, last) = (new DateTimeOffset(2022, 6, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2022, 6, 30, 0, 0, 0, TimeSpan.Zero));
        yield return Case("listEvents", "page", "GET", "events", async (v, _) =>
        {
            var page = await v.ProactiveConnect.ListEventsAsync(new() { Order = SortOrder.Ascending, Type = RunEventType.ActionCallFailed, RecipientId = "15551584817", SourceContext = "uk-customers", SourceType = RunEventSource.Segmentation, TraceId = "trace", StartDate = first, EndDate = last }).AsPages().FirstAsync();
            Assert.That(page.Items[0], Is.InstanceOf<ActionCallSucceededRunEvent>());
            Assert.That(page.Items[1], Is.InstanceOf<ItemFailedRunEvent>());
        }, query: filters);
        yield return Case("listEvents", "stream", "GET", "events", async (v, _) => Assert.That(await CountAsync(v.ProactiveConnect.ListEventsAsync(new() { RunId = AnyId })), Is.EqualTo(2)), query: "page=1&run_id=" + AnyId);
        yield return Case("listRunEvents", "page", "GET", "runs/" + AnyId + "/events", async (v, _) => Assert.That((await v.ProactiveConnect.ListRunEventsAsync(AnyId).AsPages().FirstAsync()).TotalCount, Is.EqualTo(2)), query: "page=1");
        yield return Case("listRunEvents", "stream", "GET", "runs/" + AnyId + "/events", async (v, _) => Assert.That(await CountAsync(v.ProactiveConnect.ListRunEventsAsync(AnyId)), Is.EqualTo(2)), query: "page=1");
        yield return Case("downloadRunEvents", "page", "GET", "runs/" + AnyId + "/events/download", async (v, _) => Assert.That((await Class(v).DownloadRunEventsAsync(AnyId).AsPages().FirstAsync()).TotalCount, Is.EqualTo(2)), query: "page=1");
        yield return Case("downloadRunEvents", "stream", "GET", "runs/" + AnyId + "/events/download", async (v, _) => Assert.That(await CountAsync(Class(v).DownloadRunEventsAsync(AnyId)), Is.EqualTo(2)), query: "page=1");
        yield return new("proactive-connect.reportActionStatus", "", (v, _) => Class(v).ReportActionStatusAsync(new Dictionary<string, JToken> { ["status"] = "delivered" }))
        {
            Line = $"POST {Root}webhooks/actions/status",
            Json = """{"status":"delivered"}""",
            Authorization = "",
        };
        yield return new("proactive-connect.reportRecipientResponse", "", (v, _) => Class(v).ReportRecipientResponseAsync(new Dictionary<string, JToken> { ["text"] = "MORE" }))
        {
            Line = $"POST {Root}webhooks/recipients/responses",
            Json = """{"text":"MORE"}""",
            Authorization = "",
        };
    }

    private static OperationCase Case(string operation, string variant, string method, string path, Func<IVonageClient, Ids, Task> call, string? json = null, string query = "") =>
        new("proactive-connect." + operation, variant, call) { Line = $"{method} {Root}{path}", Json = json, Query = query };

    private static async Task<int> CountAsync(IAsyncEnumerable<RunEvent> events)
    {
        var count = 0;
        await foreach (var one in events)
            count += one.Id is null ? 0 : 1;
        return count;
    }

    private static ActionCommand Command() => new(new("https://api.nexmo.com/v1/messages")) { Method = "post" };

    private static JobDefinition Definition() => new()
    {
        Recipients = new() { Include = { new(AnyId) } },
        Segmentations =
        {
            new() { Name = "uk customers", Condition = new("item.salary > 5000"), ActionCall = new() { ActionRef = new(AnyId) }, Recipient = new("{{ item.phone_number }}") },
        },
    };

    private static async Task<string> ListAsync(IVonageClient v, Ids ids) => ids.Keep("list", (await v.ProactiveConnect.CreateListAsync(new("my name")
    {
        Attributes = { new("phone_number") { Key = true }, new("first_name") },
    })).Id);

    private static async Task<string> ItemAsync(IVonageClient v, Ids ids) =>
        ids.Keep("item", (await v.ProactiveConnect.CreateItemAsync(await ListAsync(v, ids), new() { Data = { ["phone_number"] = "15551584817", ["first_name"] = "Alice" } })).Id);

    private static async Task<string> ActionAsync(IVonageClient v, Ids ids) => ids.Keep("action", (await v.ProactiveConnect.CreateActionAsync(new() { Name = "my name", Command = Command() })).Id);

    private static async Task<string> JobAsync(IVonageClient v, Ids ids) => ids.Keep("job", (await v.ProactiveConnect.CreateJobAsync(new() { Name = "my name", Definition = Definition() })).Id);

    private static async Task<string> RunAsync(IVonageClient v, Ids ids)
    {
        await v.ProactiveConnect.ScheduleRunAsync(new() { Name = "my run", JobId = await JobAsync(v, ids), Schedule = new() { StartAt = Start } });
        return ids.Keep("run", (await v.ProactiveConnect.ListRunsAsync().FirstAsync()).Id);
    }

    /// <summary>What the class has beyond its interface.</summary>
    private static ProactiveConnectClient Class(IVonageClient v) => (ProactiveConnectClient)v.ProactiveConnect;
}
