using System.Globalization;
using System.Text.Json.Nodes;
using Vonage.Simulation;

namespace Vonage.Testing.State;

/// <summary>The WhatsApp Template Management API: templates, and the sample files of their headers. A template is approved when it has been read once.</summary>
internal sealed class WhatsAppTemplatesState : ApiState
{
    private const int StandardSize = 25;
    private readonly SharedState _shared;
    private readonly HashSet<string> _handles = new(StringComparer.Ordinal);
    private long _lastId = 1045638762820499;

    public WhatsAppTemplatesState(SharedState shared) : base("whatsapp-templates")
    {
        _shared = shared;
        OnAccount("list", List);
        OnAccount("create", Create);
        OnAccount("delete", Delete);
        OnTemplate("get", (exchange, account, template) => exchange.SuccessWith(Read(account, template)));
        OnTemplate("update", Update);
        On("uploadMedia", Upload);
    }

    private ExchangeResponse List(Exchange exchange, WhatsAppAccount account)
    {
        var found = account.Templates.All.Where(template => Matches(exchange, template)).ToList();
        var size = int.TryParse(exchange.Query("limit"), CultureInfo.InvariantCulture, out var asked) ? asked : StandardSize;
        var (after, before) = (exchange.Query("after"), exchange.Query("before"));
        var position = found.FindIndex(template => ResourceList.Text(template, "id") == (after ?? before));
        if (position < 0 && (after ?? before) is not null)
            return exchange.Refuse(after is null ? "before" : "after", "must come from a previous page");
        var start = before is null || after is not null ? position + 1 : Math.Max(0, position - size);
        var page = found.Skip(start).Take(before is null || after is not null ? size : position - start).ToList();
        var paging = new JsonObject();
        if (page.Count > 0)
            paging["cursors"] = new JsonObject { ["before"] = ResourceList.Text(page[0], "id"), ["after"] = ResourceList.Text(page[^1], "id") };
        if (page.Count > 0 && start + page.Count < found.Count)
            paging["next"] = Link(exchange, "after", page[^1]);
        if (page.Count > 0 && start > 0)
            paging["previous"] = Link(exchange, "before", page[0]);
        return exchange.SuccessWith(new JsonObject { ["paging"] = paging, ["templates"] = new JsonArray([.. page.Select(template => Read(account, template))]) });
    }

    private static bool Matches(Exchange exchange, JsonObject template)
    {
        var content = template["components"]!.ToJsonString();
        var name = ResourceList.Text(template, "name")!;
        return Is("status") && Is("category") && Is("language") && exchange.Query("quality_score") is null or "UNKNOWN"
            && Has("name", name) && Has("content", content) && Has("name_or_content", name + content);

        bool Is(string member) => exchange.Query(member) is not { } value || value == ResourceList.Text(template, member);

        bool Has(string parameter, string text) => exchange.Query(parameter) is not { } value || text.Contains(value, StringComparison.OrdinalIgnoreCase);
    }

    private static string Link(Exchange exchange, string cursor, JsonObject template)
    {
        var query = exchange.Request.Query.Where(parameter => parameter.Key is not ("after" or "before"))
            .Select(parameter => $"{parameter.Key}={Uri.EscapeDataString(parameter.Value.ToString())}");
        return $"https://{exchange.Host}{exchange.Request.Path}?{string.Join('&', query.Append($"{cursor}={ResourceList.Text(template, "id")}"))}";
    }

    private ExchangeResponse Create(Exchange exchange, WhatsAppAccount account)
    {
        if (Refuse(exchange, account.Templates, null) is { } refusal)
            return refusal;
        var id = (++_lastId).ToString(CultureInfo.InvariantCulture);
        var template = new JsonObject { ["id"] = id };
        Change(template, exchange.Body);
        account.Templates.Add(template);
        return exchange.SuccessWith(new JsonObject { ["id"] = id });
    }

    private ExchangeResponse Update(Exchange exchange, WhatsAppAccount account, JsonObject template)
    {
        if (Refuse(exchange, account.Templates, template) is { } refusal)
            return refusal;
        Change(template, exchange.Body);
        return exchange.Success();
    }

    private static ExchangeResponse Delete(Exchange exchange, WhatsAppAccount account)
    {
        var found = account.Templates.All.Where(template => ResourceList.Text(template, "name") == exchange.Query("name") && (exchange.Query("hsm_id") ?? ResourceList.Text(template, "id")) == ResourceList.Text(template, "id")).ToList();
        found.ForEach(template => account.Templates.Remove(template));
        return found.Count > 0 ? exchange.Success() : exchange.Error(404, "Template was not found.");
    }

    private ExchangeResponse Upload(Exchange exchange)
    {
        if (exchange.Request.Form?.Files is not [var file])
            return exchange.Refuse("mediafile", "is required");
        var handle = $"4:{Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(file.FileName))}:{exchange.Query("file_type")}:{Guid.NewGuid():N}";
        _handles.Add(handle);
        return exchange.SuccessWith(new JsonObject { ["h"] = handle });
    }

    private ExchangeResponse? Refuse(Exchange exchange, ResourceList templates, JsonObject? except)
    {
        if (templates.All.Any(other => other != except && ResourceList.Text(other, "name") == exchange.Text("name") && ResourceList.Text(other, "language") == exchange.Text("language")))
            return exchange.Refuse("name", "is already that of a template in this language");
        var components = exchange.Body["components"]!.AsArray();
        for (var i = 0; i < components.Count; i++)
            if (components[i]?["example"]?["header_handle"]?.ToString() is { } handle && !_handles.Contains(handle))
                return exchange.Refuse($"components[{i}].example.header_handle", "is not the handle of a file that was uploaded");
        return null;
    }

    private static void Change(JsonObject template, JsonObject body)
    {
        foreach (var name in (string[])["name", "language", "category", "components"])
            template[name] = body[name]!.DeepClone();
        template["status"] = "PENDING";
    }

    // Whoever reads a template that is being reviewed finds it approved the next time.
    private JsonObject Read(WhatsAppAccount account, JsonObject template)
    {
        var copy = template.DeepClone().AsObject();
        _shared.WhatsApp.Review(account, template);
        return copy;
    }

    private void OnAccount(string operation, Func<Exchange, WhatsAppAccount, ExchangeResponse> handler) => On(operation, exchange =>
        _shared.WhatsApp.Find(exchange.Path["waba_id"]) is { } account ? handler(exchange, account) : exchange.Error(404, "WABA was not found."));

    private void OnTemplate(string operation, Func<Exchange, WhatsAppAccount, JsonObject, ExchangeResponse> handler) => OnAccount(operation, (exchange, account) =>
        account.Templates.Find(exchange.Path["template_id"]) is { } template ? handler(exchange, account, template) : exchange.Error(404, "Template was not found."));
}
