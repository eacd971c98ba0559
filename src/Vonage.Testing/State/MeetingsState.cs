using System.Globalization;
using System.Text.Json.Nodes;
using Vonage.Simulation;

namespace Vonage.Testing.State;

/// <summary>The Meetings API: rooms and themes. Simulated sessions have no participants, so the recordings are the documented example.</summary>
internal sealed class MeetingsState : ApiState
{
    private const int StandardSize = 20;
    private static readonly string[] UniqueFields = ["theme_name", "short_company_url"];
    private readonly SharedState _shared;
    private readonly ResourceList _rooms = new("id");
    private readonly ResourceList _themes = new("theme_id");
    private readonly HashSet<string> _deletedRecordings = new(StringComparer.Ordinal);
    private string? _defaultTheme;

    public MeetingsState(SharedState shared) : base("meetings")
    {
        _shared = shared;
        On("listRooms", exchange => ListRooms(exchange, _rooms.All));
        On("createRoom", CreateRoom);
        On("getRoom", exchange => OfRoom(exchange, exchange.SuccessWith));
        On("updateRoom", exchange => OfRoom(exchange, room => UpdateRoom(exchange, room)));
        On("getRecording", exchange => OfRecording(exchange, exchange.Success()));
        On("deleteRecording", DeleteRecording);
        On("listThemes", exchange => exchange.SuccessWith(new JsonArray([.. _themes.All.Select(theme => theme.DeepClone())])));
        On("createTheme", CreateTheme);
        On("getTheme", exchange => OfTheme(exchange, exchange.SuccessWith));
        On("updateTheme", exchange => OfTheme(exchange, theme => UpdateTheme(exchange, theme)));
        On("deleteTheme", exchange => OfTheme(exchange, theme => DeleteTheme(exchange, theme)));
        On("listThemeRooms", exchange => OfTheme(exchange, theme => ListRooms(exchange, RoomsOf(theme))));
        On("updateApplication", UpdateApplication);
        var logos = new LogoStore(shared);
        On("listLogoUploads", logos.Offer);
        On("uploadLogo", logos.Take);
        On("finalizeLogos", exchange => OfTheme(exchange, theme => logos.PutInto(theme, exchange)));
    }

    private ExchangeResponse CreateRoom(Exchange exchange)
    {
        var lasts = exchange.Text("type") == "long_term";
        if (lasts != exchange.Body.ContainsKey("expires_at"))
            return exchange.Refuse("expires_at", lasts ? "is required for a long_term room" : "is not allowed for an instant room");
        if (IsUnknownTheme(exchange.Text("theme_id")))
            return exchange.Refuse("theme_id", "is not a theme of the application");
        var code = (400_000_000 + _rooms.All.Count).ToString(CultureInfo.InvariantCulture);
        var room = new JsonObject
        {
            ["id"] = Guid.NewGuid().ToString(),
            ["metadata"] = null,
            ["type"] = "instant",
            ["meeting_code"] = code,
            ["is_available"] = true,
            ["expire_after_use"] = false,
            ["created_at"] = Times.Milliseconds(_shared.Now),
            ["expires_at"] = Times.Milliseconds(_shared.Now.AddMinutes(10)),
            ["recording_options"] = new JsonObject { ["auto_record"] = false, ["record_only_owner"] = false },
            ["join_approval_level"] = "none",
            ["theme_id"] = _defaultTheme,
            ["_links"] = new JsonObject
            {
                ["host_url"] = new JsonObject { ["href"] = $"https://meetings.vonage.com/?room_token={code}&participant_token=simulated" },
                ["guest_url"] = new JsonObject { ["href"] = $"https://meetings.vonage.com/{code}" },
            },
        };
        ResourceList.Change(room, exchange.Body);
        return exchange.SuccessWith(_rooms.Add(room));
    }

    private ExchangeResponse UpdateRoom(Exchange exchange, JsonObject room)
    {
        if (ResourceList.Text(room, "type") == "instant")
            return exchange.Error(400, $"The room with id: {ResourceList.Text(room, "id")} could not be updated because of its type: temporary");
        var changes = Changes(exchange);
        if (IsUnknownTheme(ResourceList.Text(changes, "theme_id")))
            return exchange.Error(400, "theme_id is not a theme of the application");
        ResourceList.Change(room, changes);
        return exchange.SuccessWith(room);
    }

    // Links refer to the position of a room in the list.
    private static ExchangeResponse ListRooms(Exchange exchange, IReadOnlyList<JsonObject> rooms)
    {
        var size = Math.Max(1, Number("page_size") ?? StandardSize);
        var start = Math.Max(0, (Number("start_id") ?? (Number("end_id") is { } end ? end - size + 1 : 1)) - 1);
        var links = new JsonObject { ["first"] = Link(""), ["self"] = Link($"&start_id={start + 1}") };
        if (start > 0)
            links["prev"] = Link($"&end_id={start}");
        if (start + size < rooms.Count)
            links["next"] = Link($"&start_id={start + size + 1}");
        return exchange.SuccessWith(new JsonObject
        {
            ["page_size"] = size,
            ["_embedded"] = new JsonArray([.. rooms.Skip(start).Take(size).Select(room => room.DeepClone())]),
            ["_links"] = links,
            ["total_items"] = rooms.Count,
        });

        int? Number(string name) => int.TryParse(exchange.Query(name), CultureInfo.InvariantCulture, out var number) ? number : null;

        JsonObject Link(string where) => new() { ["href"] = $"https://api-eu.vonage.com/meetings/rooms?page_size={size}{where}" };
    }

    private ExchangeResponse CreateTheme(Exchange exchange)
    {
        if (TakenField(exchange.Body, null) is { } taken)
            return exchange.Error(409, $"{taken} already exists in application");
        var theme = new JsonObject
        {
            ["theme_id"] = Guid.NewGuid().ToString(),
            ["theme_name"] = $"theme-{_themes.All.Count + 1}",
            ["domain"] = "VCP",
            ["account_id"] = _shared.Account.ApiKey,
            ["application_id"] = _shared.Account.ApplicationId,
            ["short_company_url"] = null,
        };
        foreach (var logo in LogoStore.Members)
            (theme[logo], theme[logo + "_url"]) = (null, null);
        ResourceList.Change(theme, exchange.Body);
        return exchange.SuccessWith(_themes.Add(theme));
    }

    private ExchangeResponse UpdateTheme(Exchange exchange, JsonObject theme)
    {
        var changes = Changes(exchange);
        if (changes.Count == 0)
            return exchange.Error(400, "\"update_details\" must have at least 1 key");
        if (TakenField(changes, theme) is { } taken)
            return exchange.Error(409, $"{taken} already exists in application");
        ResourceList.Change(theme, changes);
        return exchange.SuccessWith(theme);
    }

    private ExchangeResponse DeleteTheme(Exchange exchange, JsonObject theme)
    {
        var rooms = RoomsOf(theme);
        var id = ResourceList.Text(theme, "theme_id");
        var isDefault = _defaultTheme == id;
        if ((rooms.Count > 0 || isDefault) && exchange.Query("force") != "true")
        {
            var refusal = exchange.Error(400, "The theme is in use");
            refusal.Json!["errors"] = new JsonArray(isDefault ? $"Theme {id} is the application's default" : $"Theme {id} is used by {rooms.Count} room");
            return refusal;
        }

        _defaultTheme = isDefault ? null : _defaultTheme;
        foreach (var room in rooms)
            room["theme_id"] = _defaultTheme;
        _themes.Remove(theme);
        return exchange.Success();
    }

    private ExchangeResponse UpdateApplication(Exchange exchange)
    {
        var theme = ResourceList.Text(Changes(exchange), "default_theme_id");
        if (IsUnknownTheme(theme))
            return exchange.Error(400, $"Failed to update application because theme id {theme} not found");
        _defaultTheme = theme;
        return exchange.SuccessWith(new JsonObject
        {
            ["application_id"] = _shared.Account.ApplicationId,
            ["account_id"] = _shared.Account.ApiKey,
            ["default_theme_id"] = theme,
        });
    }

    private ExchangeResponse DeleteRecording(Exchange exchange)
    {
        var reply = OfRecording(exchange, exchange.Success());
        _deletedRecordings.Add(exchange.Path["recording_id"]);
        return reply;
    }

    private ExchangeResponse OfRecording(Exchange exchange, ExchangeResponse reply)
    {
        var id = exchange.Path["recording_id"];
        if (_deletedRecordings.Contains(id))
            return exchange.Error(404);
        if (reply.Json is JsonObject recording)
            recording["id"] = id;
        return reply;
    }

    private ExchangeResponse OfRoom(Exchange exchange, Func<JsonObject, ExchangeResponse> handler) =>
        _rooms.Find(exchange.Path["room_id"]) is { } room ? handler(room) : exchange.Error(404);

    private ExchangeResponse OfTheme(Exchange exchange, Func<JsonObject, ExchangeResponse> handler) => _themes.Find(exchange.Path["theme_id"]) is { } theme
        ? handler(theme)
        : exchange.Error(404, $"could not find theme {exchange.Path["theme_id"]}");

    private List<JsonObject> RoomsOf(JsonObject theme) =>
        [.. _rooms.All.Where(room => ResourceList.Text(room, "theme_id") == ResourceList.Text(theme, "theme_id"))];

    private bool IsUnknownTheme(string? id) => id is not null && _themes.Find(id) is null;

    private string? TakenField(JsonObject body, JsonObject? theme) =>
        UniqueFields.FirstOrDefault(field => _themes.IsTaken(field, ResourceList.Text(body, field), theme));

    private static JsonObject Changes(Exchange exchange) => exchange.Body["update_details"]!.AsObject();
}
