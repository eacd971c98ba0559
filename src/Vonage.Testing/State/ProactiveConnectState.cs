using System.Text.Json.Nodes;
using Vonage.Simulation;

namespace Vonage.Testing.State;

/// <summary>The Proactive Connect API: lists with items, actions, jobs and runs. Simulated runs send nothing, so the events are the documented examples.</summary>
internal sealed class ProactiveConnectState : ApiState
{
    private const string Host = "https://api-eu.vonage.com";
    private readonly TimeProvider _clock;
    private readonly Dictionary<string, ResourceList> _items = new(StringComparer.Ordinal);

    public ProactiveConnectState(TimeProvider clock) : base("proactive-connect")
    {
        _clock = clock;
        var lists = Keep("list", "Lists", "lists", AddListMembers);
        On("clearList", exchange => Of(exchange, lists, "list_id", list => Clear(exchange, list)));
        On("syncList", exchange => Of(exchange, lists, "list_id", list => Sync(exchange, list)));
        On("listItems", exchange => OfItems(exchange, lists, (_, items) => NumberedPage.Answer(exchange, "items", items.All, Host)));
        On("createItem", exchange => OfItems(exchange, lists, (list, items) => CreateItem(exchange, list, items)));
        On("downloadItems", exchange => OfItems(exchange, lists, (list, items) => Download(exchange, list, items)));
        On("uploadItems", exchange => OfItems(exchange, lists, (list, items) => Upload(exchange, list, items)));
        On("getItem", exchange => OfItems(exchange, lists, (_, items) => Of(exchange, items, "item_id", exchange.SuccessWith)));
        On("replaceItem", exchange => OfItems(exchange, lists, (_, items) => Of(exchange, items, "item_id", item => Replace(exchange, item, _ => { }))));
        On("deleteItem", exchange => OfItems(exchange, lists, (list, items) => Of(exchange, items, "item_id", item => DeleteItem(exchange, list, items, item))));
        Keep("action", "Actions", "actions", _ => { });
        var jobs = Keep("job", "Jobs", "jobs", _ => { });
        var runs = new ResourceList("id");
        On("listRuns", exchange => NumberedPage.Answer(exchange, "runs", runs.All, Host));
        On("scheduleRun", exchange => ScheduleRun(exchange, runs, jobs));
        On("getRun", exchange => Of(exchange, runs, "run_id", exchange.SuccessWith));
        On("cancelRun", exchange => Of(exchange, runs, "run_id", run => CancelRun(exchange, run)));
    }

    private string Now => Times.Milliseconds(_clock.GetUtcNow());

    /// <summary>Handles the five operations that lists, actions and jobs have in common.</summary>
    private ResourceList Keep(string one, string many, string name, Action<JsonObject> complete)
    {
        var resources = new ResourceList("id");
        var (title, id) = (many[..^1], $"{one}_id");
        On($"list{many}", exchange => NumberedPage.Answer(exchange, name, resources.All, Host));
        On($"create{title}", exchange => Create(exchange, resources, complete));
        On($"get{title}", exchange => Of(exchange, resources, id, exchange.SuccessWith));
        On($"replace{title}", exchange => Of(exchange, resources, id, resource => Replace(exchange, resource, complete)));
        On($"delete{title}", exchange => Of(exchange, resources, id, resource => Delete(exchange, resources, resource)));
        return resources;
    }

    private ExchangeResponse Create(Exchange exchange, ResourceList resources, Action<JsonObject> complete)
    {
        if (resources.IsTaken("name", exchange.Text("name")))
            return exchange.Error(409, "The name is taken");
        var resource = Stored();
        ResourceList.Change(resource, exchange.Body);
        complete(resource);
        return exchange.SuccessWith(resources.Add(resource));
    }

    private ExchangeResponse Replace(Exchange exchange, JsonObject resource, Action<JsonObject> complete)
    {
        var kept = resource.Where(member => member.Key is "id" or "created_at" or "list_id" or "items_count").ToDictionary(member => member.Key, member => member.Value?.DeepClone());
        resource.Clear();
        foreach (var (name, value) in kept)
            resource[name] = value;
        ResourceList.Change(resource, exchange.Body);
        resource["updated_at"] = Now;
        complete(resource);
        return exchange.SuccessWith(resource);
    }

    private ExchangeResponse Delete(Exchange exchange, ResourceList resources, JsonObject resource)
    {
        resources.Remove(resource);
        _items.Remove(Id(resource));
        return exchange.Success();
    }

    private void AddListMembers(JsonObject list)
    {
        list["datasource"] ??= new JsonObject { ["type"] = "manual" };
        list["sync_status"] = new JsonObject { ["value"] = "configured", ["metadata_modified"] = false, ["data_modified"] = false, ["dirty"] = false };
        Count(list, _items.TryGetValue(Id(list), out var items) ? items : _items[Id(list)] = new ResourceList("id"));
    }

    private ExchangeResponse Clear(Exchange exchange, JsonObject list)
    {
        Count(list, _items[Id(list)] = new ResourceList("id"));
        return exchange.Success();
    }

    private static ExchangeResponse Sync(Exchange exchange, JsonObject list)
    {
        if (list["datasource"]!["type"]!.ToString() == "manual")
            return Invalid(exchange, 400, "a list of the source manual has nothing to fetch from");
        list["sync_status"]!["value"] = "fetching";
        return exchange.Success();
    }

    private ExchangeResponse CreateItem(Exchange exchange, JsonObject list, ResourceList items)
    {
        var item = items.Add(Item(list, exchange.Body["data"]!.DeepClone()));
        Count(list, items);
        return exchange.SuccessWith(item);
    }

    private static ExchangeResponse DeleteItem(Exchange exchange, JsonObject list, ResourceList items, JsonObject item)
    {
        items.Remove(item);
        Count(list, items);
        return exchange.Success();
    }

    private static ExchangeResponse Download(Exchange exchange, JsonObject list, ResourceList items)
    {
        var rows = (exchange.Query("order") == "desc" ? items.All.Reverse() : items.All).Select(item => item["data"]!.AsObject()).ToList();
        var names = Attributes(list).Select(attribute => attribute["name"]!.ToString()).Concat(rows.SelectMany(row => row.Select(member => member.Key))).Distinct().ToList();
        var reply = exchange.Success();
        (reply.Json, reply.Content) = (null, CsvText.Write(names, rows.Select(row => names.Select(name => row[name]?.ToString() ?? ""))));
        return reply;
    }

    private ExchangeResponse Upload(Exchange exchange, JsonObject list, ResourceList items)
    {
        if (exchange.Request.Form?.Files is not [var file])
            return Invalid(exchange, 422, "there must be one file");
        using var csv = file.OpenReadStream();
        if (!CsvText.TryRead(csv, out var rows, out var reason))
            return Invalid(exchange, 422, reason);
        var keys = Attributes(list).Where(attribute => attribute["key"]?.GetValue<bool>() == true).Select(attribute => attribute["name"]!.ToString()).ToList();
        var known = new Dictionary<string, JsonObject>(StringComparer.Ordinal);
        foreach (var item in items.All)
            known[Key(item["data"]!.AsObject())] = item;
        var (inserted, updated) = (0, 0);
        foreach (var row in rows)
        {
            var data = new JsonObject(row.Select(cell => KeyValuePair.Create(cell.Key, (JsonNode?)cell.Value)));
            if (keys.Count > 0 && known.TryGetValue(Key(data), out var same))
            {
                (same["data"], same["updated_at"]) = (data, Now);
                updated++;
            }
            else
            {
                known[Key(data)] = items.Add(Item(list, data));
                inserted++;
            }
        }

        Count(list, items);
        return exchange.SuccessWith(new JsonObject { ["inserted"] = inserted, ["updated"] = updated, ["deleted"] = 0 });

        string Key(JsonObject data) => string.Join('\n', keys.Select(key => data[key]?.ToString()));
    }

    private ExchangeResponse ScheduleRun(Exchange exchange, ResourceList runs, ResourceList jobs)
    {
        if (jobs.Find(exchange.Text("job_id")) is null)
            return exchange.Error(404, $"ID '{exchange.Text("job_id")}' does not exist, or you do not have access");
        var run = Stored();
        ResourceList.Change(run, exchange.Body);
        run["status"] = new JsonObject { ["value"] = "scheduled" };
        runs.Add(run);
        return exchange.Success();
    }

    private ExchangeResponse CancelRun(Exchange exchange, JsonObject run)
    {
        run["status"] = new JsonObject { ["value"] = "cancelled" };
        run["updated_at"] = Now;
        return exchange.Success();
    }

    private ExchangeResponse OfItems(Exchange exchange, ResourceList lists, Func<JsonObject, ResourceList, ExchangeResponse> handler) =>
        Of(exchange, lists, "list_id", list => handler(list, _items[Id(list)]));

    private static ExchangeResponse Of(Exchange exchange, ResourceList resources, string parameter, Func<JsonObject, ExchangeResponse> handler) => resources.Find(exchange.Path[parameter]) is { } resource
        ? handler(resource)
        : exchange.Error(404, $"ID '{exchange.Path[parameter]}' does not exist, or you do not have access");

    private static ExchangeResponse Invalid(Exchange exchange, int status, string reason)
    {
        var reply = exchange.Error(status);
        reply.Json!["errors"] = new JsonArray(reason);
        return reply;
    }

    private JsonObject Stored() => new() { ["id"] = Guid.NewGuid().ToString(), ["created_at"] = Now, ["updated_at"] = Now };

    private JsonObject Item(JsonObject list, JsonNode data)
    {
        var item = Stored();
        (item["list_id"], item["data"]) = (Id(list), data);
        return item;
    }

    private static IEnumerable<JsonNode> Attributes(JsonObject list) => list["attributes"]?.AsArray().OfType<JsonNode>() ?? [];

    private static void Count(JsonObject list, ResourceList items) => list["items_count"] = items.All.Count;

    private static string Id(JsonObject resource) => resource["id"]!.ToString();
}
