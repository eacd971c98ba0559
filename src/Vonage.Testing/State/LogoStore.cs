using System.Text.Json.Nodes;
using Vonage.Simulation;

namespace Vonage.Testing.State;

/// <summary>The storage for logos of the Meetings API: offers uploads, accepts files, and adds them to themes.</summary>
internal sealed class LogoStore(SharedState shared)
{
    private static readonly Dictionary<string, string> MemberOfType = new(StringComparer.Ordinal)
    {
        ["white"] = "brand_image_white",
        ["colored"] = "brand_image_colored",
        ["favicon"] = "branded_favicon",
    };

    private readonly Dictionary<string, JsonObject> _offered = new(StringComparer.Ordinal);
    private readonly HashSet<string> _stored = new(StringComparer.Ordinal);

    /// <summary>The members of a theme that contain the key of a logo.</summary>
    public static IEnumerable<string> Members => MemberOfType.Values;

    public ExchangeResponse Offer(Exchange exchange)
    {
        var reply = exchange.Success();
        var pattern = reply.Json![0]!;
        return exchange.SuccessWith(new JsonArray([.. MemberOfType.Keys.Select(type => OfType(type, pattern.DeepClone()))]));
    }

    /// <summary>Accepts a file if all fields match the offer.</summary>
    public ExchangeResponse Take(Exchange exchange)
    {
        var form = exchange.Request.Form;
        if (form?["key"].ToString() is not { Length: > 0 } key || !_offered.TryGetValue(key, out var fields)
            || fields.Any(field => form[field.Key].ToString() != field.Value?.ToString()) || form.Files.Count != 1)
            return exchange.Error(403, "The form does not match an upload that was offered");
        _stored.Add(key);
        return exchange.Success();
    }

    public ExchangeResponse PutInto(JsonObject theme, Exchange exchange)
    {
        List<string> keys = [.. exchange.Body["keys"]!.AsArray().Select(key => key!.ToString())];
        if (keys.Where(key => !_stored.Contains(key)).ToList() is { Count: > 0 } missing)
        {
            var refusal = exchange.Error(400, "A key is not that of an uploaded file");
            refusal.Json!["errors"] = new JsonArray([.. missing.Select(key => new JsonObject { ["logoKey"] = key, ["code"] = "key_not_found" })]);
            return refusal;
        }

        foreach (var key in keys)
        {
            var type = _offered[key]["logoType"]!.ToString();
            var kept = $"logos/{type}/{key[(key.LastIndexOf('/') + 1)..]}";
            theme[MemberOfType[type]] = kept;
            theme[MemberOfType[type] + "_url"] = shared.AddressOfFile(kept);
        }

        return exchange.Success();
    }

    private JsonNode OfType(string type, JsonNode upload)
    {
        var key = $"auto-expiring-temp/logos/{type}/{Guid.NewGuid()}";
        var fields = upload["fields"]!.AsObject();
        (fields["key"], fields["logoType"]) = (key, type);
        _offered.Add(key, fields.DeepClone().AsObject());
        return upload;
    }
}
