using Flowroute.Testing;
using Vonage.Messages;
using Vonage.Sms;
using Vonage.Testing;
using Vonage.VerifyV2;
using Vonage.Voice;

namespace Vonage.Docs.Tests;

/// <summary>What the simulator's page copies as C#.</summary>
[NonParallelizable]
public sealed class CopiedCodeTests
{
    private static readonly Dictionary<string, Func<IVonageClient, Task>> Calls = new()
    {
        ["vonage.Sms.SendAsync(new SmsRequest"] = vonage => vonage.Sms.SendAsync(new SmsRequest { From = "ACME", To = "447700900000", Text = "Grüße, \"du\"\n€", Ttl = TimeSpan.FromMinutes(1), Callback = new Uri("https://example.com/dlr"), StatusReportReq = true }),
        ["vonage.Messages.SendAsync(new WhatsAppImageMessage"] = vonage => vonage.Messages.SendAsync(new WhatsAppImageMessage { From = "447700900001", To = "447700900000", Image = new WhatsAppImage { Url = new Uri("https://example.com/map.png"), Caption = "The route" } }),
        ["vonage.Voice.CreateCallAsync(new CreateCallRequest"] = vonage => vonage.Voice.CreateCallAsync(new CreateCallRequest { From = new PhoneEndpoint("447700900001"), To = { new PhoneEndpoint("447700900000") }, Ncco = Ncco.Create().Talk("Hello").Input(input => input.Dtmf(maxDigits: 1)) }),
        ["vonage.VerifyV2.StartAsync(new StartVerificationRequest"] = vonage => vonage.VerifyV2.StartAsync(new StartVerificationRequest { Brand = "ACME", Workflow = { new SmsWorkflow("447700900077") } }),
        ["await foreach (var each in vonage.Voice.ListCallsAsync(options: new ListCallsOptions"] = async vonage => await vonage.Voice.ListCallsAsync(new ListCallsOptions { Status = CallStatus.Completed }).ToListAsync(),
        ["vonage.Account.GetBalanceAsync()"] = vonage => vonage.Account.GetBalanceAsync(),
        ["vonage.Applications.GetAsync(\"aaaaaaaa-bbbb-cccc-dddd-0123456789ab\")"] = vonage => vonage.Applications.GetAsync("aaaaaaaa-bbbb-cccc-dddd-0123456789ab"),
    };

    [TestCaseSource(nameof(Names))]
    public async Task Is_a_call_of_the_SDK_that_sends_the_same_again(string code)
    {
        await using var simulator = await VonageSimulator.StartAsync();
        await using var flowroute = await FlowrouteSimulator.StartAsync();
        using var http = new HttpClient { BaseAddress = simulator.Address };
        await Calls[code](simulator.CreateClient());
        var copied = await http.GetStringAsync(new Uri("/_simulator/v1/requests/1/csharp", UriKind.Relative));
        Assert.That(copied, Does.Contain(code));

        try
        {
            await new Snippet("copied", 1, copied).RunAsync(simulator, flowroute);
        }
        catch (Exception error) when ((error.InnerException ?? error) is VonageVerificationConflictException)
        {
            // The first verification of the number is still running.
        }

        var (first, second) = (simulator.Requests[0], simulator.Requests[1]);
        Assert.That($"{second.Method} {second.Path}{string.Join('&', second.Query)} {second.Body}", Is.EqualTo($"{first.Method} {first.Path}{string.Join('&', first.Query)} {first.Body}"));
    }

    [Test]
    public async Task Is_an_HTTP_request_where_the_SDK_would_not_send_the_same()
    {
        await using var simulator = await VonageSimulator.StartAsync();
        using var http = new HttpClient { BaseAddress = simulator.Address };
        var request = new SmsRequest("ACME", "447700900000", "Hello");
        request.AdditionalProperties["new-field"] = "x";
        await simulator.CreateClient().Sms.SendAsync(request);
        await http.GetAsync(new Uri("/api.nexmo.com/none", UriKind.Relative));

        foreach (var id in (int[])[1, 2])
            Assert.That(await http.GetStringAsync(new Uri($"/_simulator/v1/requests/{id}/csharp", UriKind.Relative)), Does.StartWith("using var http = new HttpClient();"));
    }

    private static Dictionary<string, Func<IVonageClient, Task>>.KeyCollection Names() => Calls.Keys;
}
