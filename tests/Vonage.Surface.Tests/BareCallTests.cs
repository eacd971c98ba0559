using Flowroute.Routes;
using Moq;
using Vonage.Account;
using Vonage.Meetings;
using Vonage.ProactiveConnect;
using Vonage.Subaccounts;
using Vonage.VerifyV2;
using Vonage.Voice;

namespace Vonage.Surface.Tests;

/// <summary>Calls that the compiler refused as ambiguous (CS0121) while overloads differed by the type of a parameter. That they compile is most of the test.</summary>
internal sealed class BareCallTests
{
    private static readonly MemoryStream File = new();

    [Test]
    public void New_and_null_find_their_method()
    {
        Calls<IMeetingsClient>(c => c.UpdateRoomAsync("id", new() { ThemeId = "t" }), c => c.UpdateThemeAsync("id", new() { BrandText = "b" }), c => c.UploadLogoAsync("id", LogoType.White, File, null));
        Calls<IVerifyV2Client>(c => c.CheckAsync("id", null!), c => c.CreateTemplateAsync(new() { Name = "n" }), c => c.CreateTemplateAsync(null!), c => c.UpdateFragmentAsync("a", "b", new() { Text = "t" }), c => c.UpdateFragmentAsync("a", "b", null!));
        Calls<IAccountClient>(
            c => c.TopUpAsync(null!), c => c.CreateSecretAsync(new() { Secret = "s" }), c => c.CreateSecretAsync(new("s"), new() { AccountKey = "k" }), c => c.ListSecretsAsync(null), c => c.ListSecretsAsync(new() { AccountKey = "k" }),
            c => c.GetSecretAsync("id", new() { AccountKey = "k" }), c => c.RevokeSecretAsync("id", new()), c => c.RevokeSecretAsync("id", null), c => c.UpdateSettingsAsync(new()));
        Calls<ISubaccountsClient>(c => c.ListAsync(new() { AccountKey = "k" }), c => c.ListAsync(null), c => c.GetAsync("key", new() { AccountKey = "k" }), c => c.CreateAsync(new("name"), new()));
        Calls<IVoiceClient>(
            c => c.StartTalkAsync("id", new() { Text = "t" }), c => c.StartTalkAsync("id", new("t")), c => c.StartStreamAsync("id", new() { Loop = 0 }), c => c.StartStreamAsync("id", null!), c => c.SendDtmfAsync("id", null!),
            c => c.TransferAsync("id", new()), c => c.TransferAsync("id", null!), c => c.TransferToUrlAsync("id", new("https://example.com/")), c => c.GetTranscriptionAsync(null!), c => c.DownloadRecordingAsync(null!, File));
        Calls<IProactiveConnectClient>(c => c.DownloadItemsAsync("id", File, null), c => c.DownloadItemsAsync("id", File, new() { Order = SortOrder.Ascending }), c => c.UploadItemsAsync("id", null!));
        Calls<IFlowrouteRoutesClient>(c => c.SetPrimaryRouteAsync("number", null!), c => c.SetFailoverRouteAsync("number", null!));
    }

    private static void Calls<T>(params Action<T>[] calls)
        where T : class
    {
        foreach (var call in calls)
        {
            var mock = new Mock<T>();
            call(mock.Object);
            Assert.That(mock.Invocations, Has.Count.EqualTo(1));
        }
    }
}
