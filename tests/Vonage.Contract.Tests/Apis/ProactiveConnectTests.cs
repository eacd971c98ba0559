using System.Text;
using Vonage.ProactiveConnect;

namespace Vonage.Contract.Tests.Apis;

public class ProactiveConnectTests : SimulatedApi
{
    private const string Csv = "phone,name\n15551584817,\"Alice, \"\"the first\"\"\"\n15551584818,Bob\n";

    [Test]
    public async Task A_list_is_created_filled_replaced_and_deleted()
    {
        var list = await ListAsync("one");
        await FailingAsync(() => ListAsync("one"), 409);
        var item = await Vonage.ProactiveConnect.CreateItemAsync(list, new() { Data = { ["phone"] = "15551584817" } });
        await Vonage.ProactiveConnect.ReplaceItemAsync(list, item.Id!, new() { Data = { ["phone"] = "15551584818" } });
        Assert.That((string?)(await AllAsync(Vonage.ProactiveConnect.ListItemsAsync(list))).Single().Data["phone"], Is.EqualTo("15551584818"));
        Assert.That((await Vonage.ProactiveConnect.ReplaceListAsync(list, new("two"))).ItemsCount, Is.EqualTo(1));
        await FailingAsync(() => Vonage.ProactiveConnect.SyncListAsync(list), 400);

        await Vonage.ProactiveConnect.DeleteItemAsync(list, item.Id!);
        await FailingAsync(() => Vonage.ProactiveConnect.GetItemAsync(list, item.Id!), 404);
        await Vonage.ProactiveConnect.DeleteListAsync(list);
        await FailingAsync(() => Vonage.ProactiveConnect.GetListAsync(list), 404);
        Assert.That(await AllAsync(Vonage.ProactiveConnect.ListListsAsync()), Is.Empty);
    }

    [Test]
    public async Task Items_come_and_go_as_csv()
    {
        var list = await ListAsync("one");
        var (up, down) = (new Steps(), new Steps());
        var first = await Vonage.ProactiveConnect.UploadItemsAsync(list, new MemoryStream(Encoding.UTF8.GetBytes(Csv)), up);
        var second = await Vonage.ProactiveConnect.UploadItemsAsync(list, new MemoryStream(Encoding.UTF8.GetBytes("phone,name\n15551584818,Robert\n15551584819,Carol\n")));

        using var csv = new MemoryStream();
        await Vonage.ProactiveConnect.DownloadItemsAsync(list, csv, new() { Order = SortOrder.Ascending, Progress = down });

        Assert.Multiple(() =>
        {
            Assert.That((first.Inserted, first.Updated), Is.EqualTo((2, 0)));
            Assert.That((second.Inserted, second.Updated), Is.EqualTo((1, 1)), "items are told apart by the attribute that is a key");
            Assert.That(Encoding.UTF8.GetString(csv.ToArray()), Is.EqualTo(Csv.Replace("Bob", "Robert") + "15551584819,Carol\n"));
            Assert.That(up.All[^1], Is.EqualTo(Encoding.UTF8.GetByteCount(Csv)));
            Assert.That(down.All[^1], Is.EqualTo(csv.Length));
        });
        await Vonage.ProactiveConnect.ClearListAsync(list);
        Assert.That((await Vonage.ProactiveConnect.GetListAsync(list)).ItemsCount, Is.Zero);
    }

    [Test]
    public async Task A_list_without_columns_is_an_empty_file()
    {
        var list = (await Vonage.ProactiveConnect.CreateListAsync(new("one"))).Id!;
        using var csv = new MemoryStream();
        await Vonage.ProactiveConnect.DownloadItemsAsync(list, csv);
        Assert.That(csv.Length, Is.Zero);
    }

    [Test]
    public async Task A_file_is_uploaded_piece_by_piece()
    {
        var list = await ListAsync("one");
        var text = new StringBuilder("phone,name\n");
        for (var i = 0; i < 10_000; i++)
            text.Append(15551000000 + i).Append(",Somebody\n");
        var steps = new Steps();
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "people.csv");
        await File.WriteAllTextAsync(path, text.ToString());

        var result = await Vonage.ProactiveConnect.UploadItemsFromFileAsync(list, path, steps);
        await Vonage.ProactiveConnect.DownloadItemsToFileAsync(list, Path.Combine(folder.Path, "back.csv"));

        Assert.Multiple(() =>
        {
            Assert.That(result.Inserted, Is.EqualTo(10_000));
            Assert.That(steps.All, Has.Count.GreaterThan(1));
            Assert.That(steps.All[^1], Is.EqualTo(new FileInfo(path).Length));
            Assert.That(Simulator.Requests.Single(r => r.OperationId == "uploadItems").Form!.Files[0].FileName, Is.EqualTo("people.csv"));
            Assert.That(File.ReadAllText(Path.Combine(folder.Path, "back.csv")), Is.EqualTo(text.ToString()));
            Assert.That(Directory.GetFiles(folder.Path), Has.Length.EqualTo(2));
        });
    }

    [TestCase("", "the file is empty")]
    [TestCase("phone,name\n1\n", "(line 2) has 1 fields but 2 were expected")]
    [TestCase("phone,name\n1,2\n1,2,3\n", "(line 3) has 3 fields but 2 were expected")]
    [TestCase("phone,name\n1,\"x\n", "(line 2): a quoted field that is never closed")]
    [TestCase("phone,name\n1,x\"y\n", "(line 2): a quote inside an unquoted field")]
    [TestCase("phone,phone\n1,2\n", "line 1 must name each column once")]
    public async Task A_malformed_file_is_reported_by_the_servers_reason(string csv, string reason)
    {
        var list = await ListAsync("one");
        var error = await FailingAsync(() => Vonage.ProactiveConnect.UploadItemsAsync(list, new MemoryStream(Encoding.UTF8.GetBytes(csv))), 422);
        Assert.That(error.Message, Does.Contain(reason));
        Assert.That((await Vonage.ProactiveConnect.GetListAsync(list)).ItemsCount, Is.Zero);
    }

    [Test]
    public async Task A_download_that_fails_leaves_what_was_there()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "items.csv");
        await File.WriteAllTextAsync(path, "old");
        await FailingAsync(() => Vonage.ProactiveConnect.DownloadItemsToFileAsync(Guid.NewGuid().ToString(), path), 404);
        Assert.That(await File.ReadAllTextAsync(path), Is.EqualTo("old"));
        Assert.That(Directory.GetFiles(folder.Path), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task A_run_needs_a_job_and_can_be_cancelled()
    {
        var schedule = new RunSchedule { StartAt = new(2036, 6, 6, 5, 46, 0, TimeSpan.Zero) };
        await FailingAsync(() => Vonage.ProactiveConnect.ScheduleRunAsync(new() { Name = "run", JobId = Guid.NewGuid().ToString(), Schedule = schedule }), 404);
        var job = await Vonage.ProactiveConnect.CreateJobAsync(new() { Name = "job", Definition = new() });
        await Vonage.ProactiveConnect.ScheduleRunAsync(new() { Name = "run", JobId = job.Id!, Schedule = schedule });
        var run = (await AllAsync(Vonage.ProactiveConnect.ListRunsAsync())).Single();
        await Vonage.ProactiveConnect.CancelRunAsync(run.Id!);
        Assert.That((await Vonage.ProactiveConnect.GetRunAsync(run.Id!)).Status!.Value!.Value.Value, Is.EqualTo("cancelled"));
    }

    [TestCase("action-call-succeeded", typeof(ActionCallSucceededRunEvent))]
    [TestCase("action-call-failed", typeof(ActionCallFailedRunEvent))]
    [TestCase("action-call-info", typeof(ActionCallInfoRunEvent))]
    [TestCase("recipient-response", typeof(RecipientResponseRunEvent))]
    [TestCase("run-item-skipped", typeof(ItemSkippedRunEvent))]
    [TestCase("run-item-failed", typeof(ItemFailedRunEvent))]
    [TestCase("run-items-total", typeof(RunEvent), Description = "In the list of types, but without a shape of its own.")]
    public async Task An_event_has_the_class_of_its_type(string type, Type expected)
    {
        var read = await EventAsync($$"""{"type":"{{type}}","occurred_at":"2022-06-19T20:41:59.085Z","recipient_id":"15551584817"}""");
        Assert.That((read.GetType(), read.Type, read.OccurredAt, read.RecipientId),
            Is.EqualTo((expected, type, new DateTimeOffset(2022, 6, 19, 20, 41, 59, 85, TimeSpan.Zero), "15551584817")));
    }

    [TestCase("\"delivered\"")]
    [TestCase("[1]")]
    [TestCase("7")]
    [TestCase("{}")]
    public async Task The_data_of_an_event_have_any_shape(string data) =>
        Assert.That(((RecipientResponseRunEvent)await EventAsync($$"""{"type":"recipient-response","data":{{data}}}""")).Data, Is.Not.Null);

    [Test]
    public async Task An_event_says_why_an_action_failed()
    {
        var failed = (ActionCallFailedRunEvent)await EventAsync("""{"type":"action-call-failed","error":{"code":"not-found","details":"Not found"}}""");
        Assert.That((failed.Error?.Code, failed.Error?.Details), Is.EqualTo(("not-found", "Not found")));
    }

    private async Task<RunEvent> EventAsync(string json)
    {
        using var handler = StubHandler.Of($$$"""{"total_items":1,"total_pages":1,"page":1,"page_size":100,"_embedded":{"events":[{{{json}}}]}}""");
        return (await AllAsync(new ProactiveConnectClient(new HttpClient(handler), Simulator.Credentials).ListRunEventsAsync("51aca838-2cf6-4100-b0d2-e74ac0e95c88"))).Single();
    }

    private async Task<string> ListAsync(string name) =>
        (await Vonage.ProactiveConnect.CreateListAsync(new(name) { Attributes = { new("phone") { Key = true }, new("name") } })).Id!;

    private sealed class TemporaryFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory().FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
