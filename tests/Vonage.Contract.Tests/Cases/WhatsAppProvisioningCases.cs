using Vonage.WhatsAppProvisioning;

namespace Vonage.Contract.Tests.Cases;

internal static class WhatsAppProvisioningCases
{
    private const string One = "deployments/{deployment}";
    private const string Pack = $"{One}/stickerpacks/{{pack}}";

    public static IEnumerable<OperationCase> All() => [.. Deployments(), .. Profiles(), .. Stickers()];

    private static IEnumerable<OperationCase> Deployments()
    {
        yield return Case("createDeployment", "required", "POST", "deployments", async (v, ids) => await MakeAsync(v, ids),
            """{"country_code":"44","number":"7700900000","vname_certificate":"AbCdEFGHiJK123456","method":"sms","waba_id":"123456789123"}""");
        yield return Case("createDeployment", "with a PIN", "POST", "deployments", async (v, _) => Assert.That(
            (await v.WhatsAppProvisioning.CreateDeploymentAsync(Number(CodeMethod.Voice, "123456"))).CurrentState?.Title, Is.EqualTo(DeploymentStatus.Initializing)),
            """{"country_code":"44","number":"7700900000","vname_certificate":"AbCdEFGHiJK123456","method":"voice","waba_id":"123456789123","pin":"123456"}""");
        yield return Case("getDeployment", "", "GET", One, async (v, ids) => Assert.That((await v.WhatsAppProvisioning.GetDeploymentAsync(await MakeAsync(v, ids))).Number, Is.Not.Empty));
        yield return Case("deleteDeployment", "", "DELETE", One, async (v, ids) => await v.WhatsAppProvisioning.DeleteDeploymentAsync(await MakeAsync(v, ids)));
        yield return Case("resendCode", "", "POST", $"{One}/resend-otp", async (v, ids) => Assert.That((await v.WhatsAppProvisioning.ResendCodeAsync(await MakeAsync(v, ids), new() { Method = CodeMethod.Sms })).Method, Is.EqualTo(CodeMethod.Sms)), """{"method":"sms"}""");
        yield return Case("verifyDeployment", "", "POST", $"{One}/verify", async (v, ids) => Assert.That((await v.WhatsAppProvisioning.VerifyDeploymentAsync(await MakeAsync(v, ids), new("123456"))).Message, Is.EqualTo("Deployment was Created")), """{"code":"123456"}""");
    }

    private static IEnumerable<OperationCase> Profiles()
    {
        yield return Case("getProfile", "", "GET", $"{One}/profile", async (v, ids) => await v.WhatsAppProvisioning.GetProfileAsync(await MakeAsync(v, ids)));
        yield return Case("updateProfile", "", "PATCH", $"{One}/profile", async (v, ids) => Assert.That((await v.WhatsAppProvisioning.UpdateProfileAsync(await MakeAsync(v, ids), new()
        {
            About = "about your business",
            Address = "123 main street",
            Description = "your business description",
            Email = "you@example.com",
            Vertical = BusinessVertical.FoodAndGrocery,
            Websites = { "https://www.example.com" },
        })).Vertical, Is.EqualTo(BusinessVertical.FoodAndGrocery)), """
            {"about":"about your business","address":"123 main street","description":"your business description","email":"you@example.com",
             "vertical":"Food and Grocery","websites":["https://www.example.com"]}
            """);
        yield return Case("getProfilePhoto", "", "GET", $"{One}/profile/photo", async (v, ids) =>
        {
            await v.WhatsAppProvisioning.UpdateProfilePhotoAsync(await MakeAsync(v, ids), new(new Uri("https://www.example.com/img.png")));
            Assert.That((await v.WhatsAppProvisioning.GetProfilePhotoAsync(ids.Fill("{deployment}"))).ImageUrl, Is.EqualTo(new Uri("https://www.example.com/img.png")));
        });
        yield return Case("updateProfilePhoto", "", "POST", $"{One}/profile/photo", async (v, ids) => Assert.That((await v.WhatsAppProvisioning.UpdateProfilePhotoAsync(await MakeAsync(v, ids), new(new Uri("https://www.example.com/img.png")))).ImageUrl, Is.Not.Null), """{"image_url":"https://www.example.com/img.png"}""");
    }

    private static IEnumerable<OperationCase> Stickers()
    {
        yield return Case("listStickerPacks", "own", "GET", $"{One}/stickerpacks", async (v, ids) =>
        {
            await PackAsync(v, ids);
            Assert.That((await v.WhatsAppProvisioning.ListStickerPacksAsync(ids.Fill("{deployment}"))).Select(pack => pack.Id), Is.EqualTo([ids.Fill("{pack}")]));
        });
        yield return Case("listStickerPacks", "of WhatsApp", "GET", $"{One}/stickerpacks", async (v, ids) => Assert.That(
            await v.WhatsAppProvisioning.ListStickerPacksAsync(await MakeAsync(v, ids), new() { Namespace = StickerPackNamespace.WhatsApp }), Is.Not.Empty), query: "namespace=whatsapp");
        yield return Case("createStickerPacks", "", "POST", $"{One}/stickerpacks", PackAsync, """
            {"publisher":"ACME","name":"Parcels","ios_app_store_link":"https://itunes.apple.com/app/id3133333","android_app_store_link":"https://play.google.com/store/apps/details?id=com.example"}
            """);
        yield return Case("getStickerPack", "", "GET", Pack, async (v, ids) =>
        {
            await PackAsync(v, ids);
            var pack = await v.WhatsAppProvisioning.GetStickerPackAsync(ids.Fill("{deployment}"), ids.Fill("{pack}"));
            Assert.That((pack.Name, pack.IosAppStoreUrl), Is.Not.EqualTo(((string?)null, (Uri?)null)));
        });
        yield return Case("listStickers", "", "GET", $"{Pack}/stickers", async (v, ids) =>
        {
            await StickerAsync(v, ids);
            Assert.That((await v.WhatsAppProvisioning.ListStickersAsync(ids.Fill("{deployment}"), ids.Fill("{pack}"))).Select(sticker => sticker.Index), Is.EqualTo([ids.Fill("{sticker}")]));
        });
        yield return Case("createStickers", "", "POST", $"{Pack}/stickers", StickerAsync, """{"image_data_id":"id","emojis":["😀"]}""");
        yield return Case("getSticker", "", "GET", $"{Pack}/stickers/{{sticker}}", async (v, ids) =>
        {
            await StickerAsync(v, ids);
            var sticker = await v.WhatsAppProvisioning.GetStickerAsync(ids.Fill("{deployment}"), ids.Fill("{pack}"), ids.Fill("{sticker}"));
            Assert.That(sticker.Emojis.Select(emoji => (string?)emoji), Is.EqualTo(["😀"]));
        });
        yield return Case("deleteSticker", "", "DELETE", $"{Pack}/stickers/{{sticker}}", async (v, ids) =>
        {
            await StickerAsync(v, ids);
            Assert.That((await v.WhatsAppProvisioning.DeleteStickerAsync(ids.Fill("{deployment}"), ids.Fill("{pack}"), ids.Fill("{sticker}"))).ImageDataId, Is.Not.Empty);
        });
    }

    private static OperationCase Case(string operation, string variant, string method, string path, Func<IVonageClient, Ids, Task> call, string? json = null, string query = "") =>
        new($"whatsapp-provisioning.{operation}", variant, call) { Line = $"{method} api.nexmo.com/v0.1/whatsapp-manager/{path}", Json = json, Query = query };

    private static CreateDeploymentRequest Number(CodeMethod method, string? pin = null) => new()
    {
        CountryCode = "44",
        Number = "7700900000",
        VnameCertificate = "AbCdEFGHiJK123456",
        Method = method,
        WabaId = "123456789123",
        Pin = pin,
    };

    private static async Task<string> MakeAsync(IVonageClient v, Ids ids) =>
        ids.Keep("deployment", (await v.WhatsAppProvisioning.CreateDeploymentAsync(Number(CodeMethod.Sms))).DeploymentId);

    private static async Task PackAsync(IVonageClient v, Ids ids)
    {
        var pack = await v.WhatsAppProvisioning.CreateStickerPackAsync(await MakeAsync(v, ids), new("ACME", "Parcels")
        {
            IosAppStoreUrl = new("https://itunes.apple.com/app/id3133333"),
            AndroidAppStoreUrl = new("https://play.google.com/store/apps/details?id=com.example"),
        });
        ids.Keep("pack", pack.Id);
    }

    private static async Task StickerAsync(IVonageClient v, Ids ids)
    {
        await PackAsync(v, ids);
        var sticker = await v.WhatsAppProvisioning.CreateStickerAsync(ids.Fill("{deployment}"), ids.Fill("{pack}"), new("id") { Emojis = { "😀" } });
        ids.Keep("sticker", sticker.Index);
    }
}
