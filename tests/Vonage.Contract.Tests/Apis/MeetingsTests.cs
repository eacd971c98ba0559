using Vonage.Core;
using Vonage.Meetings;

namespace Vonage.Contract.Tests.Apis;

public class MeetingsTests : SimulatedApi
{
    private static readonly DateTimeOffset Later = new(2036, 1, 30, 0, 47, 4, TimeSpan.Zero);

    [Test]
    public async Task Rooms_are_listed_by_cursor()
    {
        for (var i = 0; i < 5; i++)
            await Vonage.Meetings.CreateRoomAsync(new($"room{i}"));
        Assert.That((await AllAsync(Vonage.Meetings.ListRoomsAsync(new() { PageSize = 2 }))).Select(r => r.DisplayName), Is.EqualTo(["room0", "room1", "room2", "room3", "room4"]));
    }

    [Test]
    public async Task An_instant_room_cannot_be_changed()
    {
        var room = await Vonage.Meetings.CreateRoomAsync(new("now"));
        Assert.That((await FailingAsync(() => Vonage.Meetings.UpdateRoomAsync(room.Id!, new() { ExpireAfterUse = true }), 400)).Message, Does.Contain("because of its type"));
    }

    [Test]
    public async Task A_room_that_lasts_says_until_when()
    {
        await Assert.ThatAsync(() => Vonage.Meetings.CreateRoomAsync(new("x") { Type = RoomType.LongTerm }), Throws.InstanceOf<InvalidRequestException>().With.Message.Contains("expires_at"));
        await Assert.ThatAsync(() => Vonage.Meetings.CreateRoomAsync(new("x") { ExpiresAt = Later }), Throws.InstanceOf<InvalidRequestException>().With.Message.Contains("expires_at"));
        await Assert.ThatAsync(() => Vonage.Meetings.UpdateThemeAsync("t", new()), Throws.InstanceOf<InvalidRequestException>().With.Message.Contains("update_details"));
        Assert.That(Simulator.Requests, Is.Empty);
    }

    [Test]
    public async Task A_theme_in_use_is_deleted_by_force_only()
    {
        var theme = await ThemeAsync("Theme1");
        var room = await Vonage.Meetings.CreateRoomAsync(new("lasts") { Type = RoomType.LongTerm, ExpiresAt = Later });
        await Vonage.Meetings.SetRoomThemeAsync(room.Id!, theme);
        Assert.That((await AllAsync(Vonage.Meetings.ListThemeRoomsAsync(theme))).Single().Id, Is.EqualTo(room.Id));

        Assert.That((await FailingAsync(() => Vonage.Meetings.DeleteThemeAsync(theme), 400)).Message, Does.Contain("is used by 1 room"));
        await Vonage.Meetings.DeleteThemeAsync(theme, new() { Force = true });

        Assert.That((await Vonage.Meetings.GetRoomAsync(room.Id!)).ThemeId, Is.Null);
        await FailingAsync(() => Vonage.Meetings.GetThemeAsync(theme), 404);
    }

    [Test]
    public async Task A_themes_name_is_unique_and_it_can_be_the_default()
    {
        var theme = await ThemeAsync("Theme1");
        await FailingAsync(() => ThemeAsync("Theme1"), 409);
        await Vonage.Meetings.SetDefaultThemeAsync(theme);
        Assert.That((await Vonage.Meetings.CreateRoomAsync(new("x"))).ThemeId, Is.EqualTo(theme));
        await FailingAsync(() => Vonage.Meetings.SetDefaultThemeAsync(Guid.Empty.ToString()), 400);
    }

    [Test]
    public async Task A_logo_is_uploaded_in_one_call_with_progress()
    {
        var theme = await ThemeAsync("Theme1");
        var (logo, steps) = (new byte[200_000], new Steps());
        var options = new RequestOptions { Headers = { ["X-Trace"] = "42" } };

        await Vonage.Meetings.UploadLogoAsync(theme, LogoType.Colored, new MemoryStream(logo), steps, options);

        var changed = await Vonage.Meetings.GetThemeAsync(theme);
        var upload = Simulator.Requests.Single(r => r.Operation == "meetings.uploadLogo");
        Assert.Multiple(() =>
        {
            Assert.That(changed.BrandImageColored, Does.StartWith("logos/colored/"));
            Assert.That(changed.BrandImageWhite, Is.Null);
            Assert.That(steps.All, Is.Ordered.And.Unique);
            Assert.That(steps.All, Has.Count.GreaterThan(1));
            Assert.That(steps.All[^1], Is.EqualTo(logo.Length));
            Assert.That(upload.Form!.Files[0].Length, Is.EqualTo(logo.Length));
            Assert.That(upload.Headers.Authorization, Is.Empty, "the token is not for the storage");
            Assert.That(upload.Headers.ContainsKey("X-Trace"), Is.False, "nor are the call's headers");
        });
    }

    [Test]
    public async Task A_logo_is_uploaded_from_a_file()
    {
        var path = Path.Combine(Path.GetTempPath(), Guid.NewGuid() + ".png");
        try
        {
            await File.WriteAllTextAsync(path, "PNG");
            var key = await Vonage.Meetings.UploadLogoFromFileAsync(await ThemeAsync("Theme1"), LogoType.Favicon, path);
            Assert.That(key, Does.Contain("/favicon/"));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Test]
    public async Task A_logo_that_is_refused_says_why()
    {
        var theme = await ThemeAsync("Theme1");
        Assert.That((await FailingAsync(() => Vonage.Meetings.FinalizeLogosAsync(theme, new() { Keys = { "not-a-key" } }), 400)).Message, Does.Contain("key_not_found"));
        Simulator.Respond("meetings.uploadLogo", 403);
        Assert.That((await FailingAsync(() => Vonage.Meetings.UploadLogoAsync(theme, LogoType.White, new MemoryStream([1])), 403)).Body, Does.Contain("AccessDenied"));
        Assert.That((await Vonage.Meetings.GetThemeAsync(theme)).BrandImageWhite, Is.Null);
    }

    [Test]
    public async Task A_deleted_recording_is_gone()
    {
        var id = Guid.NewGuid().ToString();
        Assert.That((await Vonage.Meetings.GetRecordingAsync(id)).Id, Is.EqualTo(id));
        await Vonage.Meetings.DeleteRecordingAsync(id);
        await FailingAsync(() => Vonage.Meetings.GetRecordingAsync(id), 404);
    }

    private async Task<string> ThemeAsync(string name) =>
        (await Vonage.Meetings.CreateThemeAsync(new() { ThemeName = name, MainColor = "#12f64e", BrandText = "Brand" })).ThemeId!;
}
