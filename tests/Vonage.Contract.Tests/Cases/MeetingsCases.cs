using System.Text;
using Vonage.Core;
using Vonage.Meetings;

namespace Vonage.Contract.Tests.Cases;

internal static class MeetingsCases
{
    private const string Root = "api-eu.vonage.com/v1/meetings/";
    private const string Recording = "e5b73c98-c087-4ee5-b61b-0ea08204fc65";
    private static readonly DateTimeOffset Later = new(2036, 1, 30, 0, 47, 4, TimeSpan.Zero);

    public static IEnumerable<OperationCase> All() => [.. Rooms(), .. Recordings(), .. Themes(), .. Logos()];

    private static IEnumerable<OperationCase> Rooms()
    {
        yield return Case("listRooms", "page", "GET", "rooms", async (v, _) => Assert.That((await v.Meetings.ListRoomsAsync(new() { PageSize = 5, EndId = "9" }).AsPages().FirstAsync()).Items, Is.Not.Null), query: "page_size=5&end_id=9");
        yield return Case("listRooms", "stream", "GET", "rooms", async (v, _) =>
        {
            await v.Meetings.CreateRoomAsync(new("my_test_room"));
            await foreach (var room in v.Meetings.ListRoomsAsync(new() { PageSize = 5 }))
                Assert.That(room.DisplayName, Is.EqualTo("my_test_room"));
        }, query: "page_size=5");
        yield return Case("createRoom", "instant", "POST", "rooms", async (v, _) =>
        {
            var room = await v.Meetings.CreateRoomAsync(new("my_test_room"));
            Assert.That(room.Type, Is.EqualTo(RoomType.Instant));
            Assert.That(room.Links!.GuestUrl!.Href, Is.Not.Null);
        }, """{"display_name":"my_test_room"}""");
        yield return Case("createRoom", "all that it can be told", "POST", "rooms", async (v, ids) => await v.Meetings.CreateRoomAsync(new("my_test_room")
        {
            Metadata = "{\"customer\":1234}",
            Type = RoomType.LongTerm,
            ExpiresAt = Later,
            ExpireAfterUse = false,
            RecordingOptions = new() { AutoRecord = true, RecordOnlyOwner = false },
            InitialJoinOptions = new() { MicrophoneState = MicrophoneState.Off },
            UiSettings = new() { Language = RoomLanguage.Spanish },
            CallbackUrls = new() { RoomsCallbackUrl = new("https://example.com/rooms") },
            AvailableFeatures = new() { IsChatAvailable = true, IsCaptionsAvailable = false },
            JoinApprovalLevel = RoomJoinApproval.ExplicitApproval,
            ThemeId = await ThemeAsync(v, ids),
        }), """
            {"display_name":"my_test_room","metadata":"{\"customer\":1234}","type":"long_term","expires_at":"2036-01-30T00:47:04Z","expire_after_use":false,
             "recording_options":{"auto_record":true,"record_only_owner":false},"initial_join_options":{"microphone_state":"off"},"ui_settings":{"language":"es"},
             "callback_urls":{"rooms_callback_url":"https://example.com/rooms"},"available_features":{"is_chat_available":true,"is_captions_available":false},
             "join_approval_level":"explicit_approval","theme_id":"{theme}"}
            """);
        yield return Case("getRoom", "", "GET", "rooms/{room}", async (v, ids) => Assert.That((await v.Meetings.GetRoomAsync(await RoomAsync(v, ids))).Id, Is.EqualTo(ids.Fill("{room}"))));
        yield return Case("updateRoom", "", "PATCH", "rooms/{room}", async (v, ids) =>
        {
            var room = await v.Meetings.UpdateRoomAsync(await RoomAsync(v, ids), new() { ExpireAfterUse = true, JoinApprovalLevel = RoomJoinApproval.AfterOwnerOnly });
            Assert.That(room.JoinApprovalLevel, Is.EqualTo(RoomJoinApproval.AfterOwnerOnly));
        }, """{"update_details":{"expire_after_use":true,"join_approval_level":"after_owner_only"}}""");
        yield return Case("updateRoom", "theme", "PATCH", "rooms/{room}", async (v, ids) => await v.Meetings.SetRoomThemeAsync(await RoomAsync(v, ids), await ThemeAsync(v, ids)),
            """{"update_details":{"theme_id":"{theme}"}}""");
        yield return Case("listDialInNumbers", "", "GET", "dial-in-numbers", async (v, _) => Assert.That((await v.Meetings.ListDialInNumbersAsync())[0].Number, Is.EqualTo("442381924626")));
    }

    private static IEnumerable<OperationCase> Recordings()
    {
        yield return Case("getRecording", "", "GET", "recordings/" + Recording, async (v, _) => Assert.That((await v.Meetings.GetRecordingAsync(Recording)).Links!.Url!.Href!.OriginalString, Does.EndWith(".mp4")));
        yield return Case("deleteRecording", "", "DELETE", "recordings/" + Recording, (v, _) => v.Meetings.DeleteRecordingAsync(Recording));
        yield return Case("listRecordings", "", "GET", "sessions/2_MX40-fg/recordings", async (v, _) => Assert.That((await v.Meetings.ListRecordingsAsync("2_MX40-fg"))[0].Status, Is.EqualTo(RecordingStatus.Uploaded)));
    }

    private static IEnumerable<OperationCase> Themes()
    {
        yield return Case("listThemes", "", "GET", "themes", async (v, ids) =>
        {
            await ThemeAsync(v, ids);
            Assert.That((await v.Meetings.ListThemesAsync())[0].MainColor, Is.EqualTo("#12f64e"));
        });
        yield return Case("createTheme", "", "POST", "themes",
            async (v, _) => Assert.That((await v.Meetings.CreateThemeAsync(new() { ThemeName = "Theme1", ShortCompanyUrl = "short-url", MainColor = "#12f64e", BrandText = "Brand" })).ThemeId, Is.Not.Empty),
            """{"theme_name":"Theme1","short_company_url":"short-url","main_color":"#12f64e","brand_text":"Brand"}""");
        yield return Case("getTheme", "", "GET", "themes/{theme}", async (v, ids) => Assert.That((await v.Meetings.GetThemeAsync(await ThemeAsync(v, ids))).ThemeId, Is.EqualTo(ids.Fill("{theme}"))));
        yield return Case("updateTheme", "", "PATCH", "themes/{theme}", async (v, ids) => await v.Meetings.UpdateThemeAsync(await ThemeAsync(v, ids), new() { BrandText = "Other" }),
            """{"update_details":{"brand_text":"Other"}}""");
        yield return Case("deleteTheme", "", "DELETE", "themes/{theme}", async (v, ids) => await v.Meetings.DeleteThemeAsync(await ThemeAsync(v, ids), new() { Force = true }), query: "force=true");
        yield return Case("listThemeRooms", "page", "GET", "themes/{theme}/rooms", async (v, ids) => Assert.That((await v.Meetings.ListThemeRoomsAsync(await ThemeAsync(v, ids), new() { PageSize = 5 }).AsPages().FirstAsync()).TotalCount, Is.Not.Null), query: "page_size=5");
        yield return Case("listThemeRooms", "stream", "GET", "themes/{theme}/rooms", async (v, ids) =>
        {
            await foreach (var room in v.Meetings.ListThemeRoomsAsync(await ThemeAsync(v, ids)))
                Assert.That(room.Id, Is.Not.Empty);
        });
        yield return Case("updateApplication", "", "PATCH", "applications", async (v, ids) => Assert.That((await v.Meetings.SetDefaultThemeAsync(await ThemeAsync(v, ids))).DefaultThemeId, Is.Not.Empty),
            """{"update_details":{"default_theme_id":"{theme}"}}""");
    }

    private static IEnumerable<OperationCase> Logos()
    {
        yield return Case("listLogoUploads", "", "GET", "themes/logos-upload-urls", async (v, _) => Assert.That((await v.Meetings.ListLogoUploadsAsync())[0].Url!.Host, Is.EqualTo("s3.amazonaws.com")));
        yield return new("meetings.uploadLogo", "by itself", async (v, ids) =>
        {
            var upload = (await v.Meetings.ListLogoUploadsAsync())[0];
            ids.Keep("logo", upload.Fields!.Key);
            await ((MeetingsClient)v.Meetings).UploadLogoAsync(upload.Fields.Bucket!, UploadLogoRequest.Of(upload.Fields, new FileContent(Png(), "logo.png", "image/png")));
        })
        { Line = "POST s3.amazonaws.com/roomservice-whitelabel-logos-prod", Parts = LogoParts("logo.png"), Authorization = "" };
        yield return new("meetings.uploadLogo", "in one call", async (v, ids) =>
        {
            var key = await v.Meetings.UploadLogoAsync(await ThemeAsync(v, ids), LogoType.White, Png());
            ids.Keep("file", key[(key.LastIndexOf('/') + 1)..]);
            ids.Keep("logo", key);
        })
        { Line = "POST s3.amazonaws.com/roomservice-whitelabel-logos-prod", Parts = LogoParts("{file}"), Authorization = "" };
        yield return Case("finalizeLogos", "", "PUT", "themes/{theme}/finalizeLogos", async (v, ids) =>
        {
            var theme = await ThemeAsync(v, ids);
            var upload = (await v.Meetings.ListLogoUploadsAsync())[0];
            await ((MeetingsClient)v.Meetings).UploadLogoAsync(upload.Fields!.Bucket!, UploadLogoRequest.Of(upload.Fields, new FileContent(Png(), "logo.png", "image/png")));
            await v.Meetings.FinalizeLogosAsync(theme, new() { Keys = { ids.Keep("logo", upload.Fields.Key) } });
        }, """{"keys":["{logo}"]}""");
    }

    private static string LogoParts(string fileName) =>
        "Content-Type=image/png&key={logo}&logoType=white&bucket=roomservice-whitelabel-logos-prod&X-Amz-Algorithm=AWS4-HMAC-SHA256"
        + "&X-Amz-Credential=EXAMPLE/20230127/us-east-1/s3/aws4_request&X-Amz-Date=20230127T024303Z&X-Amz-Security-Token=example-token"
        + "&Policy=eyJleHBpcmF0aW9uIjoiMjAyMy0wMS0yN1QwMjo0ODowM1oifQ==&X-Amz-Signature=fcb46c1adfa98836f0533aadebedc6fb1edbd90aa583f3264c0ae5bb63d83123"
        + $"&file={fileName}:image/png:PNG";

    private static OperationCase Case(string operation, string variant, string method, string path, Func<IVonageClient, Ids, Task> call, string? json = null, string query = "") =>
        new("meetings." + operation, variant, call) { Line = $"{method} {Root}{path}", Json = json, Query = query };

    private static MemoryStream Png() => new(Encoding.ASCII.GetBytes("PNG"));

    private static async Task<string> RoomAsync(IVonageClient v, Ids ids) =>
        ids.Keep("room", (await v.Meetings.CreateRoomAsync(new("my_test_room") { Type = RoomType.LongTerm, ExpiresAt = Later })).Id);

    private static async Task<string> ThemeAsync(IVonageClient v, Ids ids) =>
        ids.Keep("theme", (await v.Meetings.CreateThemeAsync(new() { MainColor = "#12f64e", BrandText = "Brand" })).ThemeId);
}
