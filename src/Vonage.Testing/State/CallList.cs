using System.Globalization;
using System.Text.Json.Nodes;
using Vonage.Simulation;

namespace Vonage.Testing.State;

/// <summary>A page of the calls that match the filters of a request.</summary>
internal static class CallList
{
    public static ExchangeResponse Answer(Exchange exchange, IEnumerable<CallRecord> calls)
    {
        var (size, index) = (Number("page_size", 10), Math.Max(0, Number("record_index", 0)));
        var fitting = calls.Where(Fits).OrderBy(call => call.StartedAt).ToList();
        if (exchange.Query("order") == "desc")
            fitting.Reverse();
        var reply = exchange.Success();
        reply.Json = new JsonObject
        {
            ["count"] = fitting.Count,
            ["page_size"] = size,
            ["record_index"] = index,
            ["_links"] = Links(),
            ["_embedded"] = new JsonObject { ["calls"] = new JsonArray([.. fitting.Skip(index).Take(size).Select(call => call.Describe())]) },
        };
        return reply;

        int Number(string name, int standard) => int.TryParse(exchange.Query(name), CultureInfo.InvariantCulture, out var number) ? number : standard;

        DateTimeOffset? Time(string name) => DateTimeOffset.TryParse(exchange.Query(name), CultureInfo.InvariantCulture, out var time) ? time : null;

        bool Fits(CallRecord call) => call.Status == (exchange.Query("status") ?? call.Status)
            && call.ConversationUuid == (exchange.Query("conversation_uuid") ?? call.ConversationUuid)
            && call.StartedAt >= (Time("date_start") ?? DateTimeOffset.MinValue)
            && call.StartedAt <= (Time("date_end") ?? DateTimeOffset.MaxValue);

        JsonObject Links()
        {
            var last = Math.Max(0, (fitting.Count - 1) / size * size);
            var links = new JsonObject { ["self"] = Link(index), ["first"] = Link(0), ["last"] = Link(last) };
            if (index > 0)
                links["prev"] = Link(Math.Max(0, index - size));
            if (index + size < fitting.Count)
                links["next"] = Link(index + size);
            return links;
        }

        JsonObject Link(int start)
        {
            var filters = exchange.Request.Query.Where(parameter => parameter.Key is not ("page_size" or "record_index"))
                .Select(parameter => $"&{parameter.Key}={Uri.EscapeDataString(parameter.Value.ToString())}");
            return new JsonObject { ["href"] = $"/v1/calls?page_size={size}&record_index={start}{string.Concat(filters)}" };
        }
    }
}
